"""The chain of links behind each statement."""

import attrs

from sayso.knowledge import load_language
from sayso.reading.chain import make_chains
from sayso.reading.source import Identity
from sayso.reading.statement import Statement
from sayso.vocabulary import Link, LinkKind, Naming, Relay, Role, Span
from tests.reading.made import mark_all

ENGLISH = load_language("en")


def identify(
    text: str,
    statements: list[Statement],
    entities: dict[str, int],
    sides: dict[str, str],
    kinds: dict[str, LinkKind] | None = None,
) -> dict[Span, Identity]:
    found = {}
    for one in (source for statement in statements for source in statement.sources):
        words = one.span.cut(text)
        found[one.span] = Identity(
            mention=one.span,
            name=next(name for name, number in entities.items() if number == entities[words]),
            kind=(kinds or {}).get(words, LinkKind.PERSON),
            naming=Naming.NAMED,
            role=Role.UNKNOWN,
            side=sides.get(words, "unknown"),
            entity=entities[words],
            former=False,
            private=False,
            reasons=(),
        )
    return found


def chains(
    lines: list[str],
    entities: dict[str, int],
    *,
    outlet: str | None = None,
    sides: dict[str, str] | None = None,
    kinds: dict[str, LinkKind] | None = None,
) -> list[tuple[Link, ...]]:
    text, marked = mark_all(lines)
    statements = [Statement(content=one.content, cue=one.cue, sources=one.sources) for one in marked]
    identities = identify(text, statements, entities, sides or {}, kinds)
    return list(make_chains("r", text, statements, identities, ENGLISH, outlet=outlet))


def names(chain: tuple[Link, ...]) -> list[str]:
    return [link.name + ("+" if link.inherited else "") for link in chain]


def test_a_source_that_somebody_brought_keeps_its_bringer():
    first, second = chains(
        ["[The Wire], {citing} [a stoker], said <the boiler blew>.", "[The stoker] {said} <nobody was hurt>."],
        {"The Wire": 1, "a stoker": 2, "The stoker": 2},
    )
    assert names(first) == ["The Wire", "a stoker"]
    assert names(second) == ["The Wire+", "a stoker"]


def test_a_source_cited_at_first_hand_before_stays_so():
    _, _, third = chains(
        [
            "[The reeve] {said} <the ford was clear>.",
            "[The Wire], {citing} [the reeve], said <the boiler blew>.",
            "[The reeve] {added} <that nobody was hurt>.",
        ],
        {"The reeve": 1, "the reeve": 1, "The Wire": 2},
    )
    assert names(third)[-1] == "The reeve"


def test_the_outlet_of_the_report_is_no_link():
    (chain,) = chains(
        ["[The reeve] {told} [The Port Wire] <the ford was clear>."],
        {"The reeve": 1, "The Port Wire": 2},
        outlet="The Port Wire",
    )
    assert names(chain) == ["The reeve"]


def test_the_outlet_of_the_report_by_another_of_its_names_is_no_link():
    (chain,) = chains(
        ["[Russia’s Defence Ministry] {said} <the ford was clear>."],
        {"Russia’s Defence Ministry": 1},
        outlet="Russian Ministry of Defence",
    )
    assert chain == ()


def test_the_words_between_two_links_say_how_one_rests_on_the_other():
    (chain,) = chains(["[The Wire], {citing} [a stoker], said <the boiler blew>."], {"The Wire": 1, "a stoker": 2})
    assert [link.relay for link in chain] == [Relay.CITES, None]


def test_a_quotation_without_a_cue_has_the_chain_it_carries_on():
    text, marked = mark_all(["[Ada Reed] {said} <the boiler blew>.", "<“Nobody was hurt.”>"])
    statements = [
        Statement(content=marked[0].content, cue=marked[0].cue, sources=marked[0].sources),
        Statement(content=marked[1].content, carries=0),
    ]
    identities = identify(text, statements, {"Ada Reed": 1}, {})
    first, second = make_chains("r", text, statements, identities, ENGLISH)
    assert names(first) == ["Ada Reed"]
    assert names(second) == ["Ada Reed+"]


def test_a_party_that_is_no_state_is_told_apart_from_its_state():
    (chain,) = chains(["[The RSF] {said} <the ford was clear>."], {"The RSF": 1}, sides={"The RSF": "RSF"})
    assert (chain[0].side, chain[0].party) == ("SD", "RSF")


def test_who_says_nothing_has_no_chain():
    assert chains(["{It was said} that <the ford was clear>."], {}) == [()]


def test_a_document_keeps_its_authors():
    first, second = chains(
        ["{According to} [a report by] [the guild], <nine yards closed>.", "[The report] {says} <the pier is lost>."],
        {"a report by": 1, "the guild": 2, "The report": 1},
        kinds={"a report by": LinkKind.DOCUMENT, "The report": LinkKind.DOCUMENT},
    )
    assert names(first) == ["a report by", "the guild"]
    assert names(second) == ["a report by", "the guild+"]


def test_the_author_of_a_document_speaks_for_himself_elsewhere():
    _, second = chains(
        ["[The wire], {citing} [a memo by] [the guild], said <it burned>.", "[The guild] {said} <it stood>."],
        {"The wire": 1, "a memo by": 2, "the guild": 3, "The guild": 3},
        kinds={"a memo by": LinkKind.DOCUMENT},
    )
    assert names(second) == ["the guild"]


def test_what_a_witness_was_told_comes_through_that_witness():
    text, marked = mark_all(["[Ada Reed] {said} <it burned>.", "[A guard] {told} her <it was lost>."])
    her = text.index(" her ") + 1
    hearer = Span(start=her, end=her + len("her"))
    statements = [Statement(content=one.content, cue=one.cue, sources=one.sources) for one in marked]
    statements[1] = attrs.evolve(statements[1], hearer=hearer)
    identities = identify(text, statements, {"Ada Reed": 1, "A guard": 2}, {})
    identities[hearer] = attrs.evolve(next(iter(identities.values())), mention=hearer)
    first, second = make_chains("r", text, statements, identities, ENGLISH)
    assert (names(first), names(second)) == (["Ada Reed"], ["Ada Reed", "A guard"])
    assert second[0].relay is Relay.HEARD


def test_what_the_writer_was_told_was_brought_by_nobody():
    text, marked = mark_all(
        ["[The wire], {citing} [the reeve], said <it burned>.", "[The reeve] {told us} <it stood>."]
    )
    statements = [Statement(content=one.content, cue=one.cue, sources=one.sources) for one in marked]
    statements[1] = attrs.evolve(statements[1], is_first_hand=True)
    entities = {"The wire": 1, "the reeve": 2, "The reeve": 2}
    _, second = make_chains("r", text, statements, identify(text, statements, entities, {}), ENGLISH)
    assert names(second) == ["the reeve"]
