"""The side that a report speaks from, and who of its sources is of that side."""

import pytest

from sayso.knowledge import Language, load_language
from sayso.reading.source import Identity
from sayso.reading.standpoint import Standpoint, find_positions, find_standpoint
from sayso.reading.statement import Statement
from sayso.vocabulary import LinkKind, Naming, Role, Span
from tests.reading.made import mark

RUSSIAN = load_language("ru")


def side_of(line: str, outlet: str | None = None, language: Language = RUSSIAN) -> str | None:
    text, marked = mark(line)
    told = [Statement(content=marked.content, cue=marked.cue, sources=marked.sources)] if marked.content else []
    found = find_standpoint(text, outlet, told, language)
    return found and found.side


@pytest.mark.parametrize(
    ("line", "side"),
    [
        ("Мы вошли в Красноармейск. Взят мост.", "RU"),
        ("Оккупанты отошли от моста.", "UA"),
        ("Мост у Покровска, бывшего Красноармейска, взят.", None),
        ("Оккупанты отошли от Красноармейска.", None),
        ("Мост цел.", None),
        ("[Мэр] {сказал}, что <Красноармейск цел>.", None),
        ("[Мэр] {сказал}, что <мост цел>. Красноармейск цел тоже.", "RU"),
    ],
)
def test_words_that_one_side_alone_uses_tell_it_where_the_report_says_them_itself(line, side):
    assert side_of(line) == side


@pytest.mark.parametrize(
    ("outlet", "side"),
    [
        ("Минобороны России, ежедневная сводка", "RU"),
        ("Телеграм-канал губернатора Курской области", "RU"),
        ("Харьковская областная прокуратура", "UA"),
        ("Суданский дневник", None),
        ("Reuters", None),
        ("Мэрия", None),
    ],
)
def test_a_body_that_publishes_speaks_for_its_state_and_a_medium_for_none(outlet, side):
    assert side_of("Мост цел.", outlet) == side


def who(entity: int, text: str, words: str, *, side: str, role: Role, kind: LinkKind = LinkKind.PERSON) -> Identity:
    start = text.index(words)
    return Identity(
        mention=Span(start=start, end=start + len(words)),
        name=words,
        kind=kind,
        naming=Naming.UNNAMED,
        role=role,
        side=side,
        entity=entity,
        former=False,
        private=False,
        reasons=(),
    )


def test_its_soldiers_are_of_its_side_and_its_prisoners_of_the_other():
    text = "Комбат, пленный, мэр, сосед, снимок, офицер."
    chain = (
        who(1, text, "Комбат", side="UA", role=Role.MILITARY),
        who(2, text, "пленный", side="RU", role=Role.MILITARY),
        who(3, text, "мэр", side="UA", role=Role.GOVERNMENT),
        who(4, text, "сосед", side="unknown", role=Role.CIVILIAN),
        who(5, text, "снимок", side="unknown", role=Role.UNKNOWN, kind=LinkKind.DOCUMENT),
        who(6, text, "офицер", side="ML", role=Role.MILITARY),
    )
    found = find_positions(text, Standpoint("RU", None), [chain, chain], RUSSIAN)
    assert {entity: (one.side, one.rule) for entity, one in found.items()} == {
        1: ("RU", "side: of the report"),
        2: ("UA", "side: held by the other"),
        4: ("RU", "side: of the report"),
    }


def test_prisoners_of_a_side_with_many_foes_are_of_none():
    text = "Пленный."
    prisoner = who(1, text, "Пленный", side="unknown", role=Role.MILITARY)
    assert find_positions(text, Standpoint("IL", None), [(prisoner,)], RUSSIAN) == {}
