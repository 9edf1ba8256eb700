"""A reader gives places where it has a gazetteer, and says so; else it says that none was looked for."""

import pytest

from sayso.reading import Reader
from sayso.vocabulary import Provenance, Report
from tests.reading.tiny_gazetteer import open_tiny_gazetteer
from tests.reading.tiny_pack import write_tiny_pack

TEXT = "The mayor of Dubky said that the bridge is closed."
REPORT = Report(id="r", text=TEXT, lang="en", provenance=Provenance(where="r", format="plain", sha256="0" * 64))


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    return write_tiny_pack(tmp_path_factory.mktemp("pack"))


def test_places_are_read_with_a_gazetteer(pack, tmp_path):
    gazetteer = open_tiny_gazetteer(tmp_path)
    reading = Reader.open(version="0", pack=pack, gazetteer=gazetteer).read_report(REPORT)
    assert [(place.name, place.span.cut(TEXT)) for place in reading.places] == [("Dubky", "Dubky")]
    assert (reading.reader.gazetteer or "").startswith("gazetteer-")


def test_without_one_the_reading_says_that_none_was_looked_for(pack):
    reading = Reader.open(version="0", pack=pack).read_report(REPORT)
    assert (reading.places, reading.reader.gazetteer) == ((), None)


def test_a_language_without_a_pack_has_places_and_no_claims(pack, tmp_path):
    text = "\u0423\u043d\u043e\u0447\u0456 \u043e\u0431\u0441\u0442\u0440\u0456\u043b\u044f\u043b\u0438 \u0441\u0435\u043b\u043e \u0414\u0443\u0431\u043a\u0438."
    report = Report(id="r", text=text, lang="uk", provenance=REPORT.provenance)
    reader = Reader.open(version="0", pack=pack, gazetteer=open_tiny_gazetteer(tmp_path))
    reading = reader.read_report(report)
    assert (reading.lang, reading.claims, reading.reader.pack) == ("uk", (), None)
    assert [place.span.cut(text) for place in reading.places] == ["\u0414\u0443\u0431\u043a\u0438"]
    assert reader.read_report(Report(id="r", text=text, provenance=REPORT.provenance)).lang == "uk"
