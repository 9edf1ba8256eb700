"""What is worth a second look."""

from sayso.knowledge import Conflicts, load_language
from sayso.reading.flags import find_dropped, flag_chain
from sayso.vocabulary import FlagKind, Link, LinkKind, Naming, Role, Span

AT_WAR = Conflicts(pairs=frozenset({frozenset({"RU", "UA"})}))
ENGLISH = load_language("en")


def link(name: str, start: int, side: str, *, private: bool = False) -> Link:
    return Link(
        mention=Span(start=start, end=start + len(name)),
        name=name,
        kind=LinkKind.PERSON,
        naming=Naming.NAMED,
        role=Role.UNKNOWN,
        side=side,
        private=private,
    )


def test_words_of_one_side_known_only_through_the_other_are_flagged():
    (flag,) = flag_chain([link("Veter", 0, "RU"), link("Lis", 9, "UA")], AT_WAR)
    assert flag.kind is FlagKind.RELAYED_BY_OPPONENT
    assert flag.spans == (Span(start=0, end=5), Span(start=9, end=12))


def test_a_sides_own_channel_and_a_stranger_are_not_flagged():
    assert not list(flag_chain([link("Veter", 0, "UA"), link("Lis", 9, "UA")], AT_WAR))
    assert not list(flag_chain([link("Veter", 0, "FR"), link("Lis", 9, "UA")], AT_WAR))
    assert not list(flag_chain([link("Lis", 9, "UA")], AT_WAR))


def test_a_private_person_is_flagged():
    (flag,) = flag_chain([link("Ada", 0, "UA", private=True)], AT_WAR)
    assert flag.kind is FlagKind.PRIVATE_PERSON


def dropped(before: str, after: str) -> list[int]:
    text = f"{before} {after}"
    said = [(0, [Span(start=0, end=len(before))])]
    own = [(1, Span(start=len(before) + 1, end=len(text)))]
    return list(find_dropped(text, own, said, ENGLISH))


def test_what_was_attributed_and_is_then_stated_as_fact_is_flagged():
    assert dropped(
        "the seizure of the towns of Ostrel and Karmin", "The fall of towns like Ostrel and Karmin matters"
    ) == [1]


def test_a_sentence_about_something_else_is_not_flagged():
    assert dropped("the seizure of the towns of Ostrel and Karmin", "Rain has closed the harbour of Ostrel again") == []


def test_what_is_attributed_only_later_is_not_flagged():
    text = "The fall of Ostrel and Karmin towns matters. the seizure of the towns of Ostrel and Karmin"
    own, said = [(0, Span(start=0, end=43))], [(1, [Span(start=45, end=len(text))])]
    assert find_dropped(text, own, said, ENGLISH) == {}
