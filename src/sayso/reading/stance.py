"""What an origin does with the words of a claim, whether they are marked as uncertain, what it knows them by.

Takes a text and the content and cue of a statement, gives stance, hedge and basis with their reasons. The words are
data of the language; this code only says which of them counts. A denial stays one whatever stands in its content; any
other stance is moved by the content's modal words, of which the row highest in the table counts.
"""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from sayso.knowledge import Language
from sayso.reading.statements import Statement
from sayso.vocabulary import Basis, Reason, Span, Stance

# How far from its cue a hedge may stand (`Lis reportedly said`), in characters.
BESIDE = 24
# The share from which the network's word on the stance counts against the tables. Of .4 to .9 the last was right most
# often on the constructed dev texts (.85 of the stances; tables alone .83, network alone .84). A denial is left alone.
SURE = 0.9
# Opinions have few words of their own: the network sees more of them, and was right wherever it was surer than this.
SURE_OF_OPINION = 0.5
KEPT = frozenset((Stance.DENIES,))
STANCES = tuple(one for one in Stance if one is not Stance.UNKNOWN)


@attrs.frozen(kw_only=True)
class Attitude:
    """What the origin does with a claim, and why the reader says so."""

    stance: Stance
    hedged: bool
    basis: Basis | None
    reasons: tuple[Reason, ...]


def read_attitude(report: str, text: str, statement: Statement, language: Language) -> Attitude:
    """Tell stance, hedge and basis of a statement."""
    cued = language.stance_of(span.cut(text) for span in statement.cue) if statement.cue else Stance.ASSERTS
    reasons = [_reason("the cue says so", report, statement.cue)] if statement.cue else []
    moved = _find_modal(text, statement.content, cued, language)
    stance = cued
    if moved is not None:
        span, stance = moved
        reasons.append(_reason("words of the content move the stance", report, (span,)))
    elif statement.cue and cued is Stance.ASSERTS and (opening := _find_opening(text, statement, language)):
        stance = Stance.INTENDS
        reasons.append(_reason("what is to be done", report, (opening,)))
    sure = _ask_network(statement)
    if sure is not None and sure[0] is not stance and stance not in KEPT:
        stance = sure[0]
        reasons.append(Reason(rule="the network is sure", score=sure[1], words=((report, statement.content[0]),)))
    if not statement.cue and stance is Stance.INTENDS and statement.carries is None:
        stance = Stance.PREDICTS
    hedges = tuple(_find_hedges(text, statement, language))
    if hedges:
        reasons.append(_reason("marked as uncertain", report, hedges))
    basis = next(iter(_find_basis(text, statement, language)), None)
    if basis is not None:
        reasons.append(_reason("says what it rests on", report, (basis[0],)))
    return Attitude(stance=stance, hedged=bool(hedges), basis=basis[1] if basis else None, reasons=tuple(reasons))


def _reason(rule: str, report: str, spans: Sequence[Span]) -> Reason:
    return Reason(rule=rule, score=1.0, words=tuple((report, span) for span in spans))


def _ask_network(statement: Statement) -> tuple[Stance, float] | None:
    """Give the stance that the network is sure of, and its share; None where it is not sure of any."""
    shares = statement.traits.get("stance")
    if not shares:
        return None
    best = max(range(len(shares)), key=shares.__getitem__)
    stance = STANCES[best]
    return (stance, shares[best]) if shares[best] > (SURE_OF_OPINION if stance is Stance.OPINES else SURE) else None


def _find_opening(text: str, statement: Statement, language: Language) -> Span | None:
    """Give the word that opens a content of something to be done (`to leave by noon`)."""
    span = statement.content[0]
    first = text[span.start : span.end].split(maxsplit=1)[0]
    return Span(start=span.start, end=span.start + len(first)) if first.lower() in language.infinitives else None


def _find_modal(text: str, content: Sequence[Span], cued: Stance, language: Language) -> tuple[Span, Stance] | None:
    """Give the words of the content that move a stance, and where to; of several the row highest in its table."""
    last = content[-1].end
    found = [
        (row.rank, Span(start=start, end=end), row.stance)
        for span in content
        for start, end, row in language.modals[cued].find(text, span.start, span.end)
        if row.words != "?" or end >= last - 2
    ]
    best = min(found, key=lambda one: (one[0], one[1]), default=None)
    return (best[1], best[2]) if best else None


def _find_hedges(text: str, statement: Statement, language: Language) -> Iterator[Span]:
    """Give the words in the content and in or right beside the cue that mark the claim as uncertain."""
    content = statement.content
    for span in content:
        for start, end, row in language.hedges.find(text, span.start, span.end):
            if row.reach != "cue":
                yield Span(start=start, end=end)
    for span in statement.cue:
        begin, stop = max(0, span.start - BESIDE), min(len(text), span.end + BESIDE)
        for start, end, row in language.hedges.find(text, begin, stop):
            if row.reach != "content" and not _inside(start, end, content) and _is_beside(text, start, end, span):
                yield Span(start=start, end=end)


def _is_beside(text: str, start: int, end: int, cue: Span) -> bool:
    """Tell whether words overlap a cue or stand right by it, no mark between."""
    between = text[end : cue.start] if end <= cue.start else text[cue.end : start]
    return (start < cue.end and cue.start < end) or (between.strip() == "" or between.replace(" ", "").isalpha())


def _inside(start: int, end: int, spans: Iterable[Span]) -> bool:
    return any(span.start < end and start < span.end for span in spans)


def _find_basis(text: str, statement: Statement, language: Language) -> Iterator[tuple[Span, Basis]]:
    for span in (*statement.content, *statement.cue):
        for start, end, row in language.basis.find(text, span.start, span.end):
            yield Span(start=start, end=end), row.basis
