"""The public face, as a user would write against it; type-checked, never run."""

import sayso
from sayso import Desk, Reading, Rejection, Settings


def quotations(path: str) -> list[str]:
    """Give what is quoted in a file."""
    found: list[str] = []
    for one in Desk(Settings(threads=2)).read([path]):
        if isinstance(one, Rejection):
            continue
        found += [span.cut(one.report.text) for claim in one.claims for span in claim.content]
    return found


def as_json(reading: Reading) -> dict[str, object]:
    """Give the JSON object of a reading."""
    return sayso.write_reading(reading)
