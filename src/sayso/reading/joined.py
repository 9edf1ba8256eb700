"""Two who speak in one sentence, and what one says in two clauses: `A said the ford was clear and B confirmed a flood`.

Takes what a text marks and its sentences, gives the marks parted: where a joining word, somebody and a verb of speech
stand within what another said, the rest is theirs; where a headline parts two clauses with a semicolon and names who
says so at its end, both are.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

from sayso.knowledge import Language
from sayso.reading.attribution import Marked, MarkedSource, in_order, overlap
from sayso.reading.clauses import WORD, count_words, trim
from sayso.reading.nested import is_teller
from sayso.reading.quotations import find_overlapping
from sayso.vocabulary import Act, Span

MOST_WORDS = 5
FEWEST_WORDS = 2
LONGEST = 600
# A report of more sentences than this is no headline or post.
MOST_SENTENCES = 2
SCORE = 0.6
# How many marks before and behind one are looked at.
NEAR = 12
MARKS = re.compile(r"[,;:.()\u2013\u2014\u201c\u201d\u00ab\u00bb\"]")


def part_joined(
    text: str, marked: Sequence[Marked], sentences: Sequence[Span], spoken: Sequence[Span], language: Language
) -> tuple[Marked, ...]:
    """Give the marks, in the order of their words, with what is said by others and in other clauses told apart."""
    parted: list[Marked] = []
    spans = [one.spans for one in marked]
    for place, one in enumerate(marked):
        beside = [*spans[max(0, place - NEAR) : place], *spans[place + 1 : place + NEAR + 1]]
        parted += _part(text, one, beside, spoken, language)
    led = [_lead(text, one, _near(parted, place), language) for place, one in enumerate(parted)]
    parted += [more for more in led if more is not None]
    if len(sentences) <= MOST_SENTENCES:
        parted += [more for one in parted if (more := _headline(text, one, parted, sentences)) is not None]
    return in_order(parted)


def _near(marked: Sequence[Marked], place: int) -> Sequence[Marked]:
    """Give the marks around one of them: what stands further off does not reach into its words."""
    return marked[max(0, place - NEAR) : place + NEAR + 1]


def _part(
    text: str, one: Marked, beside: Sequence[Sequence[Span]], spoken: Sequence[Span], language: Language
) -> Iterator[Marked]:
    """Give a mark, or two where somebody else speaks from a joining word in it on; ``beside``: the spans of others."""
    whole = Span(start=one.content[0].start, end=one.content[-1].end)
    marks = (*one.cue, *(each.span for each in one.sources))
    is_plain = bool(one.sources) and one.stance is None and whole.end - whole.start <= LONGEST
    if not is_plain or find_overlapping(spoken, whole) or _reach_into(whole, marks):
        yield one
        return
    is_alone = not any(_reach_into(whole, spans) for spans in beside)
    found = _find_other(text, whole, language) if is_alone else None
    before = trim(text, Span(start=whole.start, end=found[0])) if found and whole.start < found[0] else None
    behind = (
        trim(text, Span(start=found[3], end=whole.end), language.openers) if found and found[3] < whole.end else None
    )
    if found is None or before is None or behind is None:
        yield one
        return
    yield attrs.evolve(one, content=(before,))
    source = MarkedSource(span=found[1], score=SCORE, traits={})
    yield Marked(sources=(source,), cue=(found[2],), content=(behind,), act=Act.SPEECH, score=SCORE, traits={})


def _reach_into(whole: Span, spans: Sequence[Span]) -> bool:
    """Tell whether one of some spans shares a character with a stretch."""
    start, end = whole.start, whole.end
    for span in spans:  # noqa: SIM110 - asked of each mark for a dozen around it, where a generator costs twice as much
        if span.start < end and start < span.end:
            return True
    return False


def _find_other(text: str, whole: Span, language: Language) -> tuple[int, Span, Span, int] | None:
    """Give where a joining word stands, who speaks behind it, the verb, and where what they say begins."""
    words = list(WORD.finditer(text, whole.start, whole.end))
    for place, word in enumerate(words):
        joined = language.joiner.match(text, word.start(), whole.end)
        if joined is None or count_words(text, whole.start, word.start()) < FEWEST_WORDS:
            continue
        behind = [each for each in words[place + 1 :] if each.start() >= joined.end()]
        for size in range(1, min(MOST_WORDS, len(behind) - 1) + 1):
            verb = behind[size]
            source = Span(start=behind[0].start(), end=behind[size - 1].end())
            if MARKS.search(text, source.start, verb.start()):
                break
            if language.acts.get(verb.group().lower()) is not Act.SPEECH:
                continue
            if is_teller(text, source, language) and count_words(text, verb.end(), whole.end) >= FEWEST_WORDS:
                return word.start(), source, Span(start=verb.start(), end=verb.end()), verb.end()
            break
    return None


def _lead(text: str, one: Marked, marked: Sequence[Marked], language: Language) -> Marked | None:
    """Give what a source says before the cue that is marked: `The atlas marked the mill as lost, adding that …`."""
    if len(one.sources) != 1 or not one.cue or one.cue[0].start > one.content[0].start:
        return None
    start, end = one.sources[0].span.end, one.cue[0].start
    verb = WORD.search(text, start, end) if start < end <= start + LONGEST else None
    is_led = text[start:end].rstrip().endswith(",") and text[start:end].count(",") == 1
    if verb is None or not is_led or language.acts.get(verb.group().lower()) is not Act.SPEECH:
        return None
    content = trim(text, Span(start=verb.end(), end=end), language.openers) if verb.end() < end else None
    is_apart = text[start - 1] == "," or bool(text[start : verb.start()].strip())
    if content is None or is_apart or count_words(text, content.start, content.end) <= FEWEST_WORDS:
        return None
    if any(_reach_into(content, other.spans) for other in marked):
        return None
    cue = (Span(start=verb.start(), end=verb.end()),)
    return Marked(sources=one.sources, cue=cue, content=(content,), act=Act.SPEECH, score=SCORE, traits={})


def _headline(text: str, one: Marked, marked: Sequence[Marked], sentences: Sequence[Span]) -> Marked | None:
    """Give the first clause of a headline to who is named at its end."""
    sentence = next(iter(find_overlapping(sentences, one.content[0])), None)
    marks = (*one.cue, *(each.span for each in one.sources))
    if (
        sentence is None
        or sentence.end - sentence.start > LONGEST
        or not one.sources
        or not one.cue
        or min(span.start for span in marks) < one.content[-1].end
    ):
        return None
    before = text[sentence.start : one.content[0].start]
    clause = trim(text, Span(start=sentence.start, end=one.content[0].start)) if before.rstrip().endswith(";") else None
    if clause is None or ";" in clause.cut(text) or count_words(text, clause.start, clause.end) < FEWEST_WORDS:
        return None
    if any(overlap(span, clause) for other in marked for span in other.spans):
        return None
    return attrs.evolve(one, content=(clause,), traits={})
