"""Every row of the register is found by each of its names, and by nothing that only looks like one."""

import re
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import KnowledgeError
from sayso.knowledge.world import Source, load_register, read_register
from sayso.vocabulary import LinkKind

ROW = '[[source]]\nname = "{name}"\naliases = {aliases}\nkind = "outlet"\nrole = "media"\nside = "{side}"\n'


def row(name: str = "Front Page", aliases: str = "[]", side: str = "UA") -> str:
    return ROW.format(name=name, aliases=aliases, side=side)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sources.toml"


def test_an_id_is_made_of_the_name_or_stated(path: Path) -> None:
    path.write_text(row("L'Été 24") + row("Sun") + 'id = "sun.ua"\n', encoding="utf-8")
    assert [source.id for source in read_register(path).sources] == ["lete_24", "sun.ua"]


def test_bodies_of_one_id_are_of_one_side() -> None:
    sides: dict[str, set[str]] = {}
    for source in load_register().sources:
        sides.setdefault(source.id, set()).add(source.side)
    assert [name for name, found in sides.items() if len(found) > 1] == []
    assert len(sides) > len(load_register().sources) - 5


@pytest.mark.parametrize("source", load_register().sources, ids=lambda source: source.name)
def test_a_source_is_found_by_each_of_its_names(source: Source) -> None:
    for name in (source.name, *source.aliases):
        assert load_register().find(name) is source
        assert load_register().find(f"the \u201c{name}\u201d") is source
        text = f"as {'the ' * (not name.lower().startswith('the '))}{name} had said"
        assert [found for *_, found in load_register().find_in(text)] == [source], name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ukraine\u2019s General Staff", "General Staff of the Armed Forces of Ukraine"),
        ("the Ukraine's general staff", "General Staff of the Armed Forces of Ukraine"),
        ("RUSSIAN DEFENSE MINISTRY", "Ministry of Defence of Russia"),
        ("Russian defence ministry", "Ministry of Defence of Russia"),
        ("human rights watch", "Human Rights Watch"),
        ("Medecins Sans Fronti\u00e8res", "M\u00e9decins Sans Fronti\u00e8res"),
        ("\u00abГенштаб ЗСУ\u00bb", "General Staff of the Armed Forces of Ukraine"),
        ("U.N. human-rights office", "UN Human Rights Office"),
        ("Al Manar", "Al-Manar"),
        ("Sun", "The Sun"),
        ("the sun", None),
        ("time", None),
        ("medium", None),
        ("mirror", None),
        ("who", None),
        ("tass", None),
        ("TASS reports", None),
        ("TASS, Reuters", None),
        ("", None),
        ("\u201c\u201d", None),
    ],
)  # fmt: skip
def test_a_name_is_found_across_case_marks_and_spacing(text: str, name: str | None) -> None:
    found = load_register().find(text)
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Russian defence ministry's spokesman", ["Russian defence ministry"]),
        ("UNICEF\u2019s and the UN\u2019s staff", ["UNICEF", "UN"]),
        ("the UN human rights office said", ["UN human rights office"]),
        ("Sun Li told the Sun", ["Sun"]),
        ("an Islamic state of affairs", []),
        ("Reuterska TASSov", []),
        ("Human Rights. Watch", []),
        ("Human Rights\n\nWatch", []),
        ("the New York\nTimes", ["New York\nTimes"]),
        ("who it is the WHO asks", ["WHO"]),
    ],
)
def test_the_longest_names_in_a_text_are_found(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end, _ in load_register().find_in(text)] == names


@given(st.text(alphabet="TASUN 's\u2019.-\u201cthe\nU\u0301é", max_size=60))
def test_any_text_is_searched_and_the_ranges_cut_it(text: str) -> None:
    end_before = 0
    for start, end, source in load_register().find_in(text):
        assert end_before <= start < end <= len(text)
        assert isinstance(source, Source)
        end_before = end
    load_register().find(text)


@pytest.mark.parametrize("piece", ["UN ", "U.", "'s", "a'", " ", "\n", "Ministry of Defence of ", "\u201c", "the "])
def test_a_long_hostile_text_is_searched(piece: str) -> None:
    load_register().find_in(piece * 20_000)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "source"),
        ("source = 1", "source"),
        ("[[source]]\nside = 'UA'", "no name"),
        (row(side="ua"), "Front Page.*side"),
        (row(side="TOOLONGASIDE"), "Front Page.*side"),
        (row().replace("outlet", "shop"), "Front Page.*shop"),
        (row().replace("media", "cook"), "Front Page.*cook"),
        (row(aliases='"x"'), "Front Page.*aliases"),
        (row(aliases='[""]'), "Front Page.*aliases"),
        (row() + 'town = "Lviv"\n', "Front Page.*town"),
        (row() + 'state = "ABC"\n', "Front Page.*state"),
        (row(aliases='["The Front-Page"]'), "twice"),
        (row() + row(name="FP", aliases='["Front Page"]'), "earlier row"),
        (row(name="..."), "no word"),
        (row(name="Front, Page"), "parts names"),
        ("small = 1\n" + row(), "small"),
        ("same = 1\n" + row(), "same"),
        ("name = ", "sources.toml"),
    ],
)
def test_a_wrong_row_is_named(path: Path, text: str, wrong: str) -> None:
    path.write_text('articles = ["the"]\n' + text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=re.compile(f"sources.toml.*{wrong}|{wrong}", re.DOTALL)):
        read_register(path)


def test_a_missing_file_is_named(path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"sources\.toml"):
        read_register(path)


def test_the_register_names_no_persons() -> None:
    assert all(source.kind is not LinkKind.PERSON for source in load_register().sources)


def test_the_register_is_loaded_once() -> None:
    assert load_register() is load_register()
    assert len(load_register().sources) >= 450
    assert (resources.files("sayso.knowledge") / "world" / "sources.toml").is_file()
