"""The side of sources that the text gives none: by their words, who brings them, who hears them."""

from sayso.knowledge import load_language
from sayso.reading.leanings import find_leanings
from sayso.reading.source import Identity
from sayso.reading.statement import Statement
from sayso.vocabulary import LinkKind, Naming, Reason, Role, Span
from sayso.vocabulary.side import UNKNOWN_SIDE

TEXT = "The channel says a guard saw Ugledar burn. A clerk told the king of it."
GUARD, CLERK, KING = Span(start=17, end=24), Span(start=43, end=50), Span(start=56, end=64)


def who(entity: int, span: Span, *, side: str = UNKNOWN_SIDE, kind: LinkKind = LinkKind.PERSON, role: Role) -> Identity:
    rule = "side: nothing stated" if side == UNKNOWN_SIDE else "side: name"
    return Identity(
        mention=span,
        name=span.cut(TEXT),
        kind=kind,
        naming=Naming.UNNAMED if kind is LinkKind.PERSON else Naming.NAMED,
        role=role,
        side=side,
        entity=entity,
        former=False,
        private=False,
        reasons=(Reason(rule=rule, score=0.3, words=(("r", span),)),),
    )


def lean(statement: Statement, *chain: Identity, heard: Identity | None = None) -> dict[int, str]:
    identities = {heard.mention: heard} if heard else {}
    found = find_leanings("r", TEXT, [statement], [chain], identities, load_language("en"))
    return {entity: one.side for entity, one in found.items()}


def test_who_writes_as_one_side_alone_does_leans_to_it():
    told = Statement(content=(Span(start=25, end=41),))
    assert lean(told, who(1, GUARD, role=Role.MILITARY)) == {1: "RU"}


def test_whose_side_is_stated_leans_to_none():
    told = Statement(content=(Span(start=25, end=41),))
    assert lean(told, who(1, GUARD, side="FR", role=Role.MILITARY)) == {}


def test_whom_a_channel_brings_leans_to_its_side():
    channel = who(2, Span(start=0, end=11), side="BY", kind=LinkKind.CHANNEL, role=Role.MEDIA)
    told = Statement(content=(Span(start=65, end=70),))
    assert lean(told, channel, who(1, GUARD, role=Role.CIVILIAN)) == {1: "BY"}


def test_who_tells_a_ruler_leans_to_his_side():
    told = Statement(content=(Span(start=65, end=70),), hearer=KING)
    king = who(3, KING, side="NO", role=Role.GOVERNMENT)
    assert lean(told, who(1, CLERK, role=Role.GOVERNMENT), heard=king) == {1: "NO"}
    assert lean(told, who(1, CLERK, role=Role.CIVILIAN), heard=king) == {}
