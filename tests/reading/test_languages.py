"""A language is read as soon as a folder knows it and a pack lists it: no code is needed for it, nor anything loaded."""

import pytest

from sayso.knowledge import list_readable
from sayso.reading import Reader
from sayso.reading import engines as engines_module
from sayso.reading.engines import Engines
from sayso.vocabulary import ClaimKind, LinkKind, Provenance, Reading, Report, Role, Stance
from tests.reading.tiny_language import known_beside_shipped
from tests.reading.tiny_pack import B_CONTENT, B_CUE, B_SOURCE, I_CONTENT, NONE, write_tiny_pack

LABELS = {
    "burmistrz": B_SOURCE, "burmistrza": B_SOURCE, "lekarka": B_SOURCE, "powiedział": B_CUE, "powiedziała": B_CUE,
    "zaprzeczył": B_CUE, "według": B_CUE, "ze": B_CONTENT, "most": B_CONTENT, "jest": I_CONTENT,
    "zamkniety": I_CONTENT, "„": B_CONTENT, "”": I_CONTENT, "zostalismy": I_CONTENT, "w": I_CONTENT, "domu": I_CONTENT,
    "podano": NONE, "droga": NONE,
}  # fmt: skip
INDIRECT = "Burmistrz powiedział, że most jest zamknięty."
QUOTED = "„Zostaliśmy w domu”, powiedziała lekarka. Według burmistrza most jest zamknięty."
AGENTLESS = "Podano, że droga do miasta nie ucierpiała. Subskrybuj nasz kanał"


def make_report(text: str, lang: str | None = None) -> Report:
    return Report(id="r", text=text, lang=lang, provenance=Provenance(where="r", format="plain", sha256="0" * 64))


def read(tmp_path, text: str, languages: tuple[str, ...] = ("en", "pl")) -> Reading:
    with known_beside_shipped(tmp_path):
        pack = write_tiny_pack(tmp_path / "pack", languages=languages, labels_of=LABELS)
        return Reader.open(version="0", pack=pack).read_report(make_report(text))


def told(reading: Reading) -> list[tuple[str, list[str], list[str]]]:
    text = reading.report.text
    return [
        (" … ".join(span.cut(text) for span in one.content), [span.cut(text) for span in one.cue],
         [link.name for link in one.chain])
        for one in reading.claims
    ]  # fmt: skip


def test_an_indirect_statement_of_a_fourth_language(tmp_path):
    reading = read(tmp_path, INDIRECT)
    assert (reading.lang, reading.reader.language, reading.reader.pack) == ("pl", "pl", "tiny-1")
    assert told(reading) == [("most jest zamknięty", ["powiedział"], ["Burmistrz"])]
    (claim,) = reading.claims
    assert (claim.kind, claim.stance) == (ClaimKind.INDIRECT, Stance.ASSERTS)
    assert (claim.chain[0].kind, claim.chain[0].role) == (LinkKind.PERSON, Role.GOVERNMENT)


def test_quoted_words_and_a_phrase_of_a_fourth_language(tmp_path):
    reading = read(tmp_path, QUOTED)
    assert told(reading) == [
        ("„Zostaliśmy w domu”", ["powiedziała"], ["lekarka"]),
        ("most jest zamknięty", ["Według"], ["burmistrza"]),
    ]
    assert reading.claims[0].kind is ClaimKind.DIRECT


def test_words_of_nobody_and_a_sign_off_of_a_fourth_language(tmp_path):
    reading = read(tmp_path, AGENTLESS)
    assert told(reading) == [("droga do miasta nie ucierpiała", ["Podano, że"], [])]
    assert reading.claims[0].agentless
    assert reading.claims[0].negated


def test_a_language_that_no_pack_lists_is_told_and_not_read(tmp_path):
    reading = read(tmp_path, INDIRECT, languages=("en",))
    assert (reading.lang, reading.claims, reading.reader.pack) == ("pl", (), None)


def test_a_language_without_a_folder_is_not_read_though_a_pack_lists_it(tmp_path):
    pack = write_tiny_pack(tmp_path / "pack", languages=("en", "pl"))
    assert Engines(pack).languages == ("en",)


def test_one_pack_reads_several_languages_and_is_loaded_once(tmp_path):
    engines = Engines(write_tiny_pack(tmp_path / "pack", languages=("en", "ru", "uk")))
    found = [engines.find(code) for code in ("en", "ru", "uk")]
    assert [one.language.code for one in found if one is not None] == ["en", "ru", "uk"]
    assert len({id(one.tagger) for one in found if one is not None}) == 1
    assert engines.find("tlh") is None


def test_a_pack_that_ships_is_opened_when_a_report_wants_it(monkeypatch):
    opened = []
    monkeypatch.setattr(engines_module, "PACKS", {"en": "some", "ru": "other", "tlh": "other"})
    monkeypatch.setattr(engines_module, "open_shipped", opened.append)
    monkeypatch.setattr(engines_module, "Tagger", lambda *_: None)
    engines = Engines()
    assert engines.languages == ("en", "ru")
    assert opened == []
    engines.find("ru")
    engines.find("ru")
    assert opened == ["other"]


@pytest.mark.parametrize(
    ("text", "stated", "lang"),
    [
        ("The mayor said that the bridge is closed.", "uk", "en"),
        ("Міст", "uk", "uk"),
        ("Міст", None, "und"),
        ("The bridge is closed.", "tlh", "tlh"),
        ("Міст закрито до п'ятниці, об'їзд через поле.", "en", "uk"),
    ],
)
def test_a_report_is_in_the_language_its_words_tell(tmp_path, text, stated, lang):
    reader = Reader.open(version="0", pack=write_tiny_pack(tmp_path / "pack", languages=("en", "uk")))
    assert reader.read_report(make_report(text, stated)).lang == lang
    assert reader.languages == ("en", "uk")


def test_languages_with_words_and_without_a_pack_are_readable():
    assert {"en", "ru", "uk"} <= set(list_readable())
