"""The pins hold whatever is published after them."""

import re
from importlib import metadata
from pathlib import Path

PINS = Path(__file__).parents[1] / "constraints.txt"
PIN = re.compile(r"^([A-Za-z0-9._-]+)(\[[^\]]*\])?==", re.MULTILINE)
WITH_EXTRA = re.compile(r"([A-Za-z0-9._-]+)(\[[^\]]*\])")


def test_a_package_that_another_wants_with_an_extra_is_pinned_with_it() -> None:
    """Pip takes `coverage==7` for no answer to `coverage[toml]>=7`, and stops once a newer coverage is published."""
    pins = {name.lower(): extra for name, extra in PIN.findall(PINS.read_text(encoding="utf-8"))}
    wanted = {
        (found[1].lower(), found[2])
        for name in pins
        for line in _requirements(name)
        if "extra ==" not in line and (found := WITH_EXTRA.match(line))
    }
    assert ("coverage", "[toml]") in wanted
    assert {(name, pins.get(name)) for name, _ in wanted} == wanted


def _requirements(name: str) -> list[str]:
    try:
        return metadata.requires(name) or []
    except metadata.PackageNotFoundError:  # pinned for another platform
        return []
