"""What no attribution has taken: statements that name nobody in particular, and what the report says in its own voice.

Takes a text, its sentences and the spans that are taken; gives statements, sentence by sentence. A sentence that only
remarks on claims, or says from whom they are forwarded, is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from sayso.knowledge import Language
from sayso.reading.attribution import MarkedSource, merge_spans
from sayso.reading.clauses import WORD, count_words, trim
from sayso.reading.interviews import find_sender
from sayso.reading.nested import is_somebody, is_teller
from sayso.reading.quotations import find_overlapping
from sayso.reading.sign_offs import is_sign_off
from sayso.reading.speaking_bodies import is_body
from sayso.reading.statement import Statement
from sayso.vocabulary import Act, LinkKind, Span

FEWEST_WORDS = 3
FEWEST_WORDS_OF_REST = 4
FEWEST_WORDS_OF_CLAUSE = 5
LONGEST_SOURCE = 4  # words of a source behind a dash
LONGEST_TURN = 1_000
DASH = re.compile(r"[^\S\n]*[-\u2013\u2014]\s")
CLAUSE_BREAK = re.compile(r"[,;]\s+")
DASHED = re.compile(r"\s[-\u2013\u2014]\s+([^-\u2013\u2014.,:;!?\n]+)$", re.MULTILINE)


def read_rest(text: str, sentences: Sequence[Span], taken: Sequence[Span], language: Language) -> Iterator[Statement]:
    """Give what no statement has taken: agentless statements and the report's own, sentence by sentence."""
    ordered = merge_spans(taken)
    for place, sentence in enumerate(sentences):
        touched = find_overlapping(ordered, sentence)
        for piece in _pieces(text, sentence, touched, language):
            found = (
                _trailing(text, piece, language)
                or _dashed(text, piece, language)
                or _agentless(text, piece, language)
                or _narrated(text, piece, language)
            )
            if found is not None:
                yield found
            elif not _is_aside(text, piece, language):
                items = (
                    _find_items(text, islice(sentences, place + 1, None), ordered)
                    if text[sentence.end - 1] == ":"
                    else []
                )
                yield Statement(content=(piece, *items))


def _find_items(text: str, following: Iterable[Span], taken: Sequence[Span]) -> list[Span]:
    """Give the items of a list behind a sentence that opens it: lines too short to say anything by themselves."""
    items: list[Span] = []
    for one in following:
        item = trim(text, one)
        if find_overlapping(taken, one) or (item and count_words(text, item.start, item.end) >= FEWEST_WORDS):
            break
        items += [item] if item else []
    return items


def _is_aside(text: str, piece: Span, language: Language) -> bool:
    """Tell whether a stretch claims nothing: it remarks on claims, says whose they are or where more is, or asks."""
    remark = next(iter(language.remarks.find(text, piece.start, piece.end)), None)
    if remark is not None or _is_question_in_turn(text, piece):
        return True
    return find_sender(text, piece, language) is not None or is_sign_off(text, piece, language)


def _is_question_in_turn(text: str, piece: Span) -> bool:
    """Tell whether a stretch is a question in a line that a dash begins: it asks whoever is talked to."""
    begin = text.rfind("\n", max(0, piece.start - LONGEST_TURN), piece.start) + 1
    is_turn = DASH.match(text, begin) is not None
    return is_turn and text[piece.end - 1 : piece.end + 1].rstrip().endswith("?")


def _pieces(text: str, sentence: Span, touched: Sequence[Span], language: Language) -> Iterator[Span]:
    """Give a sentence nothing has touched, or the clauses of one that stand apart from what has."""
    if not touched:
        yield from _clauses(text, sentence, language)
        return
    borders = [
        (sentence.start, sentence.start),
        *((one.start, one.end) for one in touched),
        (sentence.end, sentence.end),
    ]
    for (_, start), (end, _) in pairwise(borders):
        if start < end and (found := _apart(text, start, end, sentence, language)):
            yield found


def _clauses(text: str, sentence: Span, language: Language) -> Iterator[Span]:
    """Give the clauses of a sentence: a joining word behind a comma, or a semicolon, parts two that are long enough."""
    begin = sentence.start
    for found in CLAUSE_BREAK.finditer(text, sentence.start, sentence.end):
        joined = language.joiner.match(text, found.end(), sentence.end)
        behind = joined.end() if joined else found.end()
        if not joined and found.group().strip() != ";":
            continue
        if (
            min(count_words(text, begin, found.start()), count_words(text, behind, sentence.end))
            >= FEWEST_WORDS_OF_CLAUSE
        ):
            if (clause := trim(text, Span(start=begin, end=found.start()))) is not None:
                yield clause
            begin = behind
    last = trim(text, Span(start=begin, end=sentence.end))
    if last is not None and len(WORD.findall(last.cut(text))) >= FEWEST_WORDS:
        yield last


def _apart(text: str, start: int, end: int, sentence: Span, language: Language) -> Span | None:
    """Give what is left of a sentence between two borders, when a joining word or a semicolon sets it off."""
    lead = text[start:end]
    if start == sentence.start:
        return _before(text, start, end, language)
    if (behind := _behind(text, start, end, sentence, language)) is not None:
        return behind
    found = language.joiner.match(lead.lstrip(" ,\u2014\u2013-"))
    is_set_off = lead.lstrip(" \u201d\u2019\"'").startswith(";") or found is not None
    if not is_set_off:
        return None
    begin = end - len(lead.lstrip(" ,\u2014\u2013-")) + (found.end() if found else 0)
    if begin >= end:
        return None
    piece = trim(text, Span(start=begin, end=end))
    return piece if piece and len(WORD.findall(piece.cut(text))) >= FEWEST_WORDS_OF_REST else None


def _behind(text: str, start: int, end: int, sentence: Span, language: Language) -> Span | None:
    """Give the clause that a sentence ends with, when words that hang it on what is cited open it behind a comma."""
    if end < sentence.end or text[start : start + 1] != ",":
        return None
    lead = text[start:end].lstrip(", ").lower()
    opened = next((word for word in language.followers if lead.startswith(f"{word} ")), None)
    if opened is None:
        return None
    begin = start + len(text[start:end]) - len(text[start:end].lstrip(", ")) + len(opened)
    piece = trim(text, Span(start=begin, end=end)) if begin < end else None
    return piece if piece and count_words(text, piece.start, piece.end) >= FEWEST_WORDS_OF_CLAUSE else None


def _trailing(text: str, piece: Span, language: Language) -> Statement | None:
    """Give the statement of a sentence that ends with a pronoun and a verb of speech: `…, it added`."""
    comma = text.rfind(",", piece.start, piece.end)
    tail = text[comma + 1 : piece.end].split() if comma > piece.start else []
    if len(tail) != len(("pronoun", "verb")):
        return None
    first = text.index(tail[0], comma)
    source, cue = Span(start=first, end=first + len(tail[0])), Span(start=piece.end - len(tail[1]), end=piece.end)
    is_pronoun = any(True for _ in language.pronouns.find(text, source.start, source.end))
    content = trim(text, Span(start=piece.start, end=comma), language.openers)
    if not is_pronoun or content is None or language.acts.get(tail[1].lower()) is not Act.SPEECH:
        return None
    mentioned = MarkedSource(span=source, score=0.5, traits={})
    return Statement(content=(content,), cue=(cue,), sources=(mentioned,), act=Act.SPEECH)


def _dashed(text: str, piece: Span, language: Language) -> Statement | None:
    """Give the statement of a headline that names its source behind a dash: `Lock burns – river guard`."""
    found = DASHED.search(text, piece.start, piece.end)
    behind = text[piece.end : piece.end + 2]
    if found is None or behind[:1] not in ("", "\n", "."):
        return None
    is_closed = behind[:1] == "."
    source, content = Span(start=found.start(1), end=piece.end), trim(text, Span(start=piece.start, end=found.start()))
    is_short = len(WORD.findall(source.cut(text))) <= LONGEST_SOURCE
    if content is not None and not is_closed and _is_paper(text, source, language):
        return Statement(content=(content,), cue=(source,), act=Act.SPEECH, is_agentless=True)
    if content is None or not is_short or not is_teller(text, source, language):
        return None
    # Behind a dash of a whole sentence stands what somebody is as well: only a name is surely who says it.
    words = WORD.findall(source.cut(text))
    is_named = any(word[0].isupper() for word in words[1:]) or is_body(text, source, language)
    if is_closed and (
        not is_named or behind[1:].strip() or count_words(text, content.start, content.end) < FEWEST_WORDS
    ):
        return None
    mentioned = MarkedSource(span=source, score=0.5, traits={})
    return Statement(content=(content,), sources=(mentioned,), act=Act.SPEECH)


def _is_paper(text: str, span: Span, language: Language) -> bool:
    """Tell whether words are no more than a noun of papers, which name nobody: `reports`."""
    found = language.plurals.find(text, span.start, span.end)
    return any((start, end) == (span.start, span.end) and row.kind is LinkKind.DOCUMENT for start, end, row in found)


def _before(text: str, start: int, end: int, language: Language) -> Span | None:
    """Give the clause that a sentence begins with, parted by a semicolon or by a comma and a joining word."""
    closed = trim(text, Span(start=start, end=end)) if text[start:end].rstrip().endswith(";") else None
    if closed is not None and count_words(text, closed.start, closed.end) >= FEWEST_WORDS_OF_CLAUSE:
        return closed
    comma = text.rfind(",", start, end)
    behind = text[comma + 1 : end].strip().lower() if comma > start else ""
    if not behind or not (language.joiner.fullmatch(behind) or behind in language.attachers):
        return None
    clause = trim(text, Span(start=start, end=comma))
    return clause if clause and len(WORD.findall(clause.cut(text))) >= FEWEST_WORDS_OF_REST else None


def _agentless(text: str, piece: Span, language: Language) -> Statement | None:
    """Give the statement of a sentence that attributes to nobody in particular, without the words that do so."""
    found = next(iter(language.agentless.find(text, piece.start, piece.end)), None)
    if found is None:
        return None
    cue = Span(start=found[0], end=found[1])
    parts = [(piece.start, cue.start), (cue.end, piece.end)]
    content = tuple(
        span
        for start, end in parts
        if start < end and (span := trim(text, Span(start=start, end=end), language.openers))
    )
    if sum(len(WORD.findall(span.cut(text))) for span in content) < FEWEST_WORDS:
        return None
    return Statement(content=content, cue=(cue,), act=Act.SPEECH, is_agentless=True)


def _narrated(text: str, piece: Span, language: Language) -> Statement | None:
    """Give the statement of a sentence that tells what somebody was told: `officers briefed him on the crossing`."""
    found = next(iter(language.narrations.find(text, piece.start, piece.end)), None)
    if found is None:
        return None
    cue = Span(start=found[0], end=found[1])
    comma = text.rfind(",", piece.start, cue.start)
    source = trim(text, Span(start=comma + 1 if comma >= 0 else piece.start, end=cue.start))
    content = trim(text, Span(start=cue.end, end=piece.end))
    if source is None or content is None or count_words(text, content.start, content.end) < FEWEST_WORDS:
        return None
    if not is_somebody(text, source, language):
        return None
    mentioned = MarkedSource(span=source, score=0.5, traits={})
    inner = text[cue.start : cue.end].split()
    start = cue.start + text[cue.start : cue.end].index(" ") + 1
    hearer = (
        Span(start=start, end=cue.end - len(inner[-1]) - 1) if len(inner) == len(("verb", "hearer", "of")) else None
    )
    return Statement(content=(content,), cue=(cue,), sources=(mentioned,), act=Act.SPEECH, hearer=hearer)
