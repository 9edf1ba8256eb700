"""What an origin does with the words of a claim, whether they are marked as uncertain, what it knows them by.

Takes a text and the content and cue of a statement, gives stance, hedge and basis with their reasons. The words are
data of the language; this code only says which of them counts. The words between source, cue and content are read with
the cue (`an order signed by Orlan requires`). A denial stays one whatever stands in its content; any other stance is
moved by the content's modal words, of which the row highest in the table counts. The network is heard last, and not
against words that leave no doubt.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from sayso.knowledge import Language, Modal
from sayso.reading.polarity import Polarity, opens_with, read_polarity
from sayso.reading.statement import Statement
from sayso.vocabulary import Act, Basis, Reason, Span, Stance

# How far from its cue a hedge may stand (`Lis reportedly said`), in characters.
BESIDE = 24
# The share from which the network's word on the stance counts against the tables. Of .4 to .9 the last was right most
# often on the constructed dev texts (.97 of the stances, tables alone .97; both know these texts).
SURE = 0.9
# Opinions have few words of their own: where the tables say nothing the network sees more of them, and was right
# wherever it was surer than this.
SURE_OF_OPINION = 0.5
# How many characters before the content are read with the cue, where cue and source stand further off.
LONGEST_GAP = 60
# How far before the content a colon is looked for that leads to it, in characters.
LONGEST_LEAD = 120
WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"[.!?\n;]")
KEPT = frozenset((Stance.DENIES,))
EVERY = frozenset(Stance)
# What is said of a case that is only supposed is a forecast.
SUPPOSED = frozenset((Stance.ASSERTS, Stance.OPINES))
DENYING = frozenset((Stance.DENIES, Stance.DOUBTS))
STANCES = tuple(one for one in Stance if one is not Stance.UNKNOWN)


@attrs.frozen(kw_only=True)
class Attitude:
    """What the origin does with a claim, and why the reader says so."""

    stance: Stance
    hedged: bool
    negated: bool
    hypothetical: bool
    basis: Basis | None
    reasons: tuple[Reason, ...]


@attrs.frozen(kw_only=True)
class _Verdict:
    """A stance by the tables; ``barred``: the stances that the network may not give instead."""

    stance: Stance
    reasons: tuple[Reason, ...]
    barred: frozenset[Stance] = frozenset()


def read_attitude(report: str, text: str, statement: Statement, language: Language) -> Attitude:
    """Tell stance, hedge and basis of a statement."""
    polarity = read_polarity(text, statement.content, language)
    verdict = _judge(report, text, statement, polarity, language)
    stance, reasons = verdict.stance, list(verdict.reasons)
    sure = _ask_network(statement, verdict)
    if sure is not None:
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
    for rule, words in (("negated", polarity.negation), ("supposed", polarity.condition)):
        if words is not None:
            reasons.append(_reason(rule, report, (words,)))
    return Attitude(
        stance=stance,
        hedged=bool(hedges),
        negated=polarity.negation is not None,
        hypothetical=polarity.condition is not None,
        basis=basis[1] if basis else None,
        reasons=tuple(reasons),
    )


def _judge(report: str, text: str, statement: Statement, polarity: Polarity, language: Language) -> _Verdict:
    """Tell the stance by the tables: that of the cue, moved by the words of the content."""
    if statement.stance is not None:
        reasons = [_reason("the words around it say so", report, statement.around)]
        return _Verdict(stance=statement.stance, reasons=tuple(reasons), barred=EVERY)
    cued = language.stance_of(_marking_words(text, statement)) if statement.cue else Stance.ASSERTS
    reasons = [_reason("the cue says so", report, statement.cue)] if statement.cue else []
    verb = _find_verb(text, statement, language) if cued is Stance.ASSERTS else None
    if verb is not None:
        cued = language.stances[verb.cut(text).lower()]
        reasons.append(_reason("the words open with a cue", report, (verb,)))
    if cued in DENYING and _is_spoken_out(text, statement):
        cued = Stance.ASSERTS
        reasons.append(_reason("its own words follow", report, statement.content[:1]))
    moved = _find_modal(text, statement.content, cued, language)
    if moved is not None:
        span, row = moved
        reasons.append(_reason("words of the content move the stance", report, (span,)))
        return _Verdict(stance=row.stance, reasons=tuple(reasons), barred=EVERY if row.firm else frozenset())
    if statement.cue and cued is Stance.ASSERTS and (opening := _find_opening(text, statement, language)):
        reasons.append(_reason("what is to be done", report, (opening,)))
        return _Verdict(stance=Stance.INTENDS, reasons=tuple(reasons), barred=EVERY)
    if cued in SUPPOSED and opens_with(text, statement.content[0], polarity.condition):
        return _Verdict(stance=Stance.PREDICTS, reasons=tuple(reasons))
    return _Verdict(stance=cued, reasons=tuple(reasons), barred=EVERY if verb else _bar(cued, statement))


def _bar(cued: Stance, statement: Statement) -> frozenset[Stance]:
    """Give the stances that the network may not put for that of a cue."""
    if cued in KEPT:
        return EVERY
    judges = cued is Stance.OPINES and statement.act is Act.SPEECH
    return frozenset((Stance.ASSERTS,)) if judges else frozenset()


def _marking_words(text: str, statement: Statement) -> list[str]:
    """Give what marks the attribution, part by part: cues with what stands between them, their source and the content.

    A letter stands for each source.
    """
    items = {(one.start, one.end): text[one.start : one.end] for one in statement.cue}
    items |= {(one.span.start, one.span.end): "x" for one in statement.sources}
    items |= {(one.start, one.end): "" for one in statement.content}
    parts, end = [""], None
    for (start, stop), words in sorted(items.items()):
        gap = _read_gap(text, end, start, is_content=not words)
        if gap is None:
            parts.append("")
        else:
            parts[-1] += gap
        if words:
            parts[-1] += words
        else:
            parts.append("")
        end = stop if words else None
    return [part for part in parts if part.strip() not in ("", "x")]


def _read_gap(text: str, start: int | None, end: int, *, is_content: bool) -> str | None:
    """Give the words between two parts of an attribution that are read with it; None where it does not go on."""
    if start is None or end < start:
        return None
    gap = text[start:end]
    if is_content:
        return None if SENTENCE_END.search(gap) else gap[-LONGEST_GAP:]
    return None if any(map(str.isalnum, gap)) or SENTENCE_END.search(gap) else gap


def _is_spoken_out(text: str, statement: Statement) -> bool:
    """Tell whether a colon leads to what is said in denying: words in quotation marks, or any behind what is denied."""
    first = statement.content[0]
    cued = max((span.end for span in statement.cue if span.end <= first.start), default=first.start)
    if not text[max(cued, first.start - LONGEST_LEAD) : first.start].rstrip().endswith(":"):
        return False
    return _is_quoted(text, first) or len(WORD.findall(text, cued, first.start)) > 1


def _reason(rule: str, report: str, spans: Sequence[Span]) -> Reason:
    return Reason(rule=rule, score=1.0, words=tuple((report, span) for span in spans))


def _ask_network(statement: Statement, verdict: _Verdict) -> tuple[Stance, float] | None:
    """Give another stance that the network is sure of, and its share; None where it is not sure of any."""
    shares = statement.traits.get("stance")
    if not shares:
        return None
    best = max(range(len(shares)), key=shares.__getitem__)
    found = STANCES[best]
    wanted = SURE_OF_OPINION if found is Stance.OPINES and verdict.stance is Stance.ASSERTS else SURE
    is_other = found is not verdict.stance and found not in verdict.barred
    return (found, shares[best]) if is_other and shares[best] > wanted else None


def _find_verb(text: str, statement: Statement, language: Language) -> Span | None:
    """Give the cue that a content begins with, right behind its source: `the order, signed by Orlan, [requires …]`."""
    first = statement.content[0]
    before = max((one.span.end for one in statement.sources if one.span.end <= first.start), default=None)
    word = WORD.match(text, first.start)
    if before is None or word is None or text[before : first.start].strip(" ,\u2014\u2013") != "":
        return None
    known = language.stances.get(word.group().lower(), Stance.ASSERTS)
    return Span(start=first.start, end=word.end()) if known is not Stance.ASSERTS else None


def _find_opening(text: str, statement: Statement, language: Language) -> Span | None:
    """Give the word that opens a content of something to be done (`to leave by noon`), not done (`to have left`)."""
    span = statement.content[0]
    first, *rest = text[span.start : span.end].lower().split(maxsplit=2)
    if first not in language.infinitives or (rest and rest[0] in language.perfects):
        return None
    return Span(start=span.start, end=span.start + len(first))


def _find_modal(text: str, content: Sequence[Span], cued: Stance, language: Language) -> tuple[Span, Modal] | None:
    """Give the words of the content that move a stance, and where to; of several the row highest in its table."""
    last = content[-1].end
    found = [
        (row.rank, Span(start=start, end=end), row)
        for span in content
        for start, end, row in language.modals[cued, _is_quoted(text, span)].find(text, span.start, span.end)
        if row.words != "?" or end >= last - 2
    ]
    best = min(found, key=lambda one: (one[0], one[1]), default=None)
    return (best[1], best[2]) if best else None


def _is_quoted(text: str, content: Span) -> bool:
    """Tell whether a stretch of content begins with a quotation mark."""
    return not text[content.start].isalnum()


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
