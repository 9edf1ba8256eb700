"""A reader gives times in every language whose grammar is known, with a pack or without, and trusts no impossible date."""

from datetime import UTC, datetime

import attrs
import pytest

from sayso.reading import Reader
from sayso.vocabulary import DateDoubt, Provenance, Report
from tests.reading.tiny_pack import write_tiny_pack

TEXT = "The mayor said on Tuesday that the bridge is closed for three days."
FROM = Provenance(where="r", format="plain", sha256="0" * 64)
REPORT = Report(id="r", text=TEXT, lang="en", provenance=FROM, published_stated="2024-12-05")
NOW = datetime(2024, 12, 6, tzinfo=UTC)


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    return Reader.open(version="0", pack=write_tiny_pack(tmp_path_factory.mktemp("pack")))


def test_times_and_durations_are_read(reader):
    reading = reader.read_report(REPORT, now=NOW)
    assert [(time.value, time.span.cut(TEXT)) for time in reading.times] == [("2024-12-03", "Tuesday")]
    assert [length.span.cut(TEXT) for length in reading.durations] == ["three days"]
    assert reading.published_doubted is None


def test_from_a_date_that_cannot_be_nothing_is_counted(reader):
    reading = reader.read_report(attrs.evolve(REPORT, published_stated="2099-12-05"), now=NOW)
    assert reading.published_doubted is DateDoubt.FUTURE
    assert [time.value for time in reading.times] == ["XXXX-XX-XX"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("ru", "Вчера объявили тревогу, её услышали все."), ("uk", "Учора оголосили тривогу, її чули всі.")],
)
def test_a_language_without_a_pack_has_times_and_says_which_it_is(reader, lang, text):
    for stated in (lang, None):
        reading = reader.read_report(attrs.evolve(REPORT, text=text, lang=stated), now=NOW)
        assert (reading.lang, reading.reader.language, reading.reader.pack) == (lang, lang, None)
        assert [time.value for time in reading.times] == ["2024-12-04"]


def test_a_language_that_nothing_knows_is_given_back_unread(reader):
    reading = reader.read_report(attrs.evolve(REPORT, lang="fr"), now=NOW)
    assert (reading.times, reading.durations, reading.reader.language) == ((), (), "und")
