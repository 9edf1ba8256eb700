"""A reader gives places where it has a gazetteer and a recogniser, and says so; else it says that none was looked for."""

import pytest

from sayso.reading import PlaceMention, Reader
from sayso.vocabulary import Provenance, Report, Span
from tests.reading.tiny_gazetteer import open_tiny_gazetteer
from tests.reading.tiny_pack import write_tiny_pack

TEXT = "The mayor of Dubky said that the bridge is closed."
REPORT = Report(id="r", text=TEXT, lang="en", provenance=Provenance(where="r", format="plain", sha256="0" * 64))


def recognise(text, _sentences):
    start = text.index("Dubky")
    return (PlaceMention(span=Span(start=start, end=start + 5), names=("Dubky",)),)


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    return write_tiny_pack(tmp_path_factory.mktemp("pack"))


def test_places_are_read_with_a_gazetteer(pack, tmp_path):
    gazetteer = open_tiny_gazetteer(tmp_path)
    reading = Reader.open(version="0", pack=pack, gazetteer=gazetteer, recognise=recognise).read_report(REPORT)
    assert [(place.name, place.span.cut(TEXT)) for place in reading.places] == [("Dubky", "Dubky")]
    assert (reading.reader.gazetteer or "").startswith("gazetteer-")


def test_without_one_the_reading_says_that_none_was_looked_for(pack):
    reading = Reader.open(version="0", pack=pack, recognise=recognise).read_report(REPORT)
    assert (reading.places, reading.reader.gazetteer) == ((), None)
