"""A draft: not checked while it is made, checked once it is finished."""

import attrs
import pytest

from sayso.errors import InputError
from sayso.reading.draft import Draft, finish
from sayso.vocabulary import Provenance, ReaderVersion, Reading, Report, Span

REPORT = Report(
    id="r", text="The ford is clear.", provenance=Provenance(where="r.txt", format="plain", sha256="0" * 64)
)
VERSION = ReaderVersion(sayso="1", pack=None, language="en")


def test_a_finished_draft_is_the_reading_it_holds() -> None:
    draft = Draft(report=REPORT, lang="en", reader=VERSION, quotations=(Span(start=0, end=3),))
    made = finish(attrs.evolve(draft, lang="uk"))
    assert made == Reading(report=REPORT, lang="uk", reader=VERSION, quotations=(Span(start=0, end=3),))
    assert type(made) is Reading


def test_what_passes_the_end_of_the_text_is_found_when_a_draft_is_finished() -> None:
    draft = Draft(report=REPORT, lang="en", reader=VERSION, quotations=(Span(start=0, end=99),))
    with pytest.raises(InputError, match="passes the end"):
        finish(draft)
