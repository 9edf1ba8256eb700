"""Reports in two languages: each paragraph is read in its own, and no character moves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading import Reader
from sayso.reading.stretches import part_languages
from sayso.vocabulary import Provenance, Report
from tests.reading.tiny_pack import B_CUE, B_SOURCE, I_CONTENT, write_tiny_pack

ALL = ("en", "ru", "uk")
UK = "Міст через річку закрито до п'ятниці, об'їзд через поле, повідомляє міська рада, бо ремонт триває."
RU = "Мост через реку закрыт до пятницы, объезд через поле, сообщает городская администрация, ремонт продолжается."
EN = "The bridge is closed until Friday and the detour is across the field, the town says, as the repair goes on."


def test_a_post_with_its_translation_is_parted_by_paragraphs():
    text = f"{UK}\n\n{RU}\n\n{EN}"
    parts = part_languages(text, "uk", ALL)
    assert {code: part.split("\n\n") for code, part in parts.items()} == {
        "uk": [UK, " " * len(RU), " " * len(EN)],
        "ru": [" " * len(UK), RU, " " * len(EN)],
        "en": [" " * len(UK), " " * len(RU), EN],
    }


@pytest.mark.parametrize(
    "text",
    [
        UK,
        f"{UK} {RU}",
        f"{UK}\n{UK}",
        f"{UK}\nПрислать новость",
        f"{UK}\n\n«{RU}»",
        f"{UK}\n— «{RU}»",
        f"{UK} Окупанти пишуть таке:\n{RU}",
        f"{UK}\n\nDer Fluss ist über die Ufer getreten, und die Menschen warten seit dem Morgen auf Hilfe.",
    ],
)
def test_what_is_short_or_quoted_or_cannot_be_read_stays_with_the_whole(text):
    assert part_languages(text, "uk", ALL) == {"uk": text}


def test_without_another_language_to_read_nothing_is_parted():
    text = f"{UK}\n\n{RU}"
    assert part_languages(text, "uk", ("uk",)) == {"uk": text}
    assert part_languages(text, "uk", ("en", "uk")) == {"uk": text}


@settings(deadline=None)
@given(st.lists(st.sampled_from([UK, RU, EN, "\n", "\n\n", "«", ": ", "🔥", "\u2028", " "]), max_size=12))
def test_every_character_is_in_one_part_and_none_moves(pieces):
    text = "".join(pieces)
    parts = part_languages(text, "uk", ALL)
    assert all(len(part) == len(text) for part in parts.values())
    for at, sign in enumerate(text):
        assert sign.isspace() or [part[at] for part in parts.values()].count(sign) >= 1
        assert sum(not part[at].isspace() for part in parts.values()) == (not sign.isspace())


def test_both_languages_of_a_report_are_read_and_put_in_order(tmp_path):
    labels = {"рада": B_SOURCE, "повідомляє": B_CUE, "міст": I_CONTENT, "закрито": I_CONTENT}
    pack = write_tiny_pack(tmp_path, languages=ALL, labels_of=labels)
    english = "The mayor said that the bridge is closed. The rain fell all night and the doctor was at home with us."
    text = f"{english}\n\n{UK}\n\n{english}"
    report = Report(id="r", text=text, provenance=Provenance(where="r", format="plain", sha256="0" * 64))
    reading = Reader.open(version="0", pack=pack).read_report(report)
    assert reading.lang == "en"
    starts = [one.content[0].start for one in reading.claims]
    assert starts == sorted(starts)
    assert len({one.id for one in reading.claims}) == len(starts)
    cues = [span.cut(text) for one in reading.attributions for span in one.cue]
    assert cues == ["said", "повідомляє", "said"]
    assert any(len(english) < start < len(english) + len(UK) for start in starts)
