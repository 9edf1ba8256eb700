"""Which mentions become places: those sure enough, and none that speaks."""

import pytest

from sayso.reading.geography import LEAST_SCORE, Geography
from sayso.reading.toponyms import PlaceMention
from sayso.vocabulary import Provenance, Report, Span
from tests.reading.tiny_gazetteer import open_tiny_gazetteer

TEXT = "Dubky said so."
REPORT = Report(id="r", text=TEXT, lang="en", provenance=Provenance(where="r", format="plain", sha256="0" * 64))
NAME = Span(start=0, end=5)


def test_what_speaks_is_no_place(tmp_path):
    geography = Geography(open_tiny_gazetteer(tmp_path))
    mention = PlaceMention(span=NAME, names=("Dubky",))
    assert [place.name for place in geography.resolve(REPORT, "en", (mention,))] == ["Dubky"]
    assert geography.resolve(REPORT, "en", (mention,), {NAME}) == ()


def test_what_is_hardly_sure_is_left_out(tmp_path):
    geography = Geography(open_tiny_gazetteer(tmp_path))
    mention = PlaceMention(span=NAME, names=("Dubky",), score=LEAST_SCORE - 0.01)
    assert geography.resolve(REPORT, "en", (mention,)) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Donetsk People\u2019s Republic said so.", "Republic"),
        ("Dubky-based Syrian Observatory for Human Rights said so.", "Syrian"),
    ],
)
def test_a_name_within_the_name_of_a_body_is_no_place(tmp_path, text, name):
    report = Report(id="r", text=text, lang="en", provenance=REPORT.provenance)
    geography = Geography(open_tiny_gazetteer(tmp_path))
    start = text.index(name)
    mention = PlaceMention(span=Span(start=start, end=start + len(name)), names=("Dubky",))
    assert geography.resolve(report, "en", (mention,)) == ()
