"""Bodies that say something in a sentence of a few words: `Defence ministry: …`, `Both Kyiv and Moscow confirmed …`.

Takes what a text marks and its sentences, gives more marks: of a sentence in which nothing is marked and that begins
with a body and a colon, or with a body and a verb of speech, or one that states a number of victims; and of each of
two states that say the same. Of other sentences it decides nothing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

import attrs

from sayso.knowledge import AmountRow, AmountWord, Language, load_events, load_quantities, split_words
from sayso.reading.attribution import Marked, MarkedSource, in_order, merge_spans
from sayso.reading.clauses import WORD, trim
from sayso.reading.quotations import find_overlapping
from sayso.reading.speaking_bodies import is_body, is_state
from sayso.vocabulary import Act, EventType, Span

LABEL = re.compile(r"(?P<name>[^:\n.!?]{2,60}):\s+(?=\S)")
LONGEST = 600
MOST_WORDS = 6
FEWEST_WORDS = 2
SCORE = 0.6


def mark_bodies(
    text: str, marked: Sequence[Marked], sentences: Sequence[Span], language: Language
) -> tuple[Marked, ...]:
    """Give the marks with those of bodies that speak in sentences without any, and of each of two states."""
    found = [each for one in marked for each in _each_state(text, one, language)]
    taken = merge_spans(span for one in marked for span in one.spans)
    for sentence in sentences:
        if sentence.end - sentence.start <= LONGEST and not find_overlapping(taken, sentence):
            found += _labelled(text, sentence, language) or list(_said_by(text, sentence, language))
    return in_order(found)


def _each_state(text: str, one: Marked, language: Language) -> Iterator[Marked]:
    """Give a mark once for each of two states that are its source: `Kyiv and Moscow said`."""
    states = list(_two_states(text, one.sources[0].span, language)) if len(one.sources) == 1 else []
    if not states:
        yield one
    for place, span in enumerate(states):
        source = MarkedSource(span=span, score=one.sources[0].score, traits={})
        yield attrs.evolve(one, sources=(source,), traits={} if place else one.traits)


def _two_states(text: str, span: Span, language: Language) -> Iterator[Span]:
    """Give the two states that a joining word parts, a word before the first or none: `both Kyiv and Moscow`."""
    words = [found.span() for found in WORD.finditer(text, span.start, span.end)]
    for place in range(1, len(words) - 1):
        if not language.joiner.fullmatch(text, *words[place]):
            continue
        firsts = [Span(start=words[at][0], end=words[place - 1][1]) for at in (0, 1) if at < place]
        one = next((first for first in firsts if is_state(text, first, language)), None)
        other = Span(start=words[place + 1][0], end=span.end)
        if one is not None and is_state(text, other, language):
            yield from (one, other)
        return


def _labelled(text: str, sentence: Span, language: Language) -> list[Marked]:
    """Give what stands behind the name of a body and a colon; the name of a state is where it is."""
    found = LABEL.match(text, sentence.start, sentence.end)
    name = trim(text, Span(start=found.start("name"), end=found.end("name"))) if found else None
    content = trim(text, Span(start=found.end(), end=sentence.end)) if found and found.end() < sentence.end else None
    is_named = name is not None and is_body(text, name, language) and not is_state(text, name, language)
    if found is None or name is None or content is None or not is_named:
        return []
    colon = Span(start=found.end("name"), end=found.end("name") + 1)
    return [_mark(name, colon, content)]


def _said_by(text: str, sentence: Span, language: Language) -> Iterator[Marked]:
    """Give what stands behind a body, or two states, and a verb of speech that a sentence begins with."""
    # The verb stands among the first words; of those behind it it is enough to know that there are some.
    first = islice(WORD.finditer(text, sentence.start, sentence.end), MOST_WORDS + FEWEST_WORDS + 2)
    words = [found.span() for found in first]
    for place, (begin, end) in enumerate(words[: MOST_WORDS + 1]):
        is_tally = place > 0 and _is_tally(text, Span(start=begin, end=end), sentence, language)
        if not place or not (is_tally or language.acts.get(text[begin:end].lower()) is Act.SPEECH):
            continue
        source, verb = Span(start=words[0][0], end=words[place - 1][1]), Span(start=begin, end=end)
        content = (
            trim(text, Span(start=verb.end, end=sentence.end), language.openers) if verb.end < sentence.end else None
        )
        if content is None or text[source.end : verb.start].strip() or len(words) - place <= FEWEST_WORDS:
            return
        states = list(_two_states(text, source, language))
        if is_tally and place > 1 and text[slice(*words[0])].lower() in language.common_words:
            source = attrs.evolve(source, start=words[1][0])
        alone = [source] if is_body(text, source, language) else []
        yield from (_mark(one, verb, content) for one in states or alone)
        return


def _is_tally(text: str, verb: Span, sentence: Span, language: Language) -> bool:
    """Tell whether a verb states a number of victims: `raised the toll to nine`."""
    if verb.cut(text).lower() not in language.tallies or verb.end >= sentence.end:
        return False
    words = split_words(text, verb.end, sentence.end)
    numbers = load_quantities(language.code).single
    if not any(word.written[0].isdecimal() or _is_number(numbers.get(word.folded)) for word in words):
        return False
    told = load_events(language.code).triggers.find(words)
    return any(one.row.type is EventType.CASUALTIES for one in told)


def _is_number(row: AmountRow | None) -> bool:
    return row is not None and row.kind is AmountWord.NUMBER


def _mark(source: Span, cue: Span, content: Span) -> Marked:
    told = MarkedSource(span=source, score=SCORE, traits={})
    return Marked(sources=(told,), cue=(cue,), content=(content,), act=Act.SPEECH, score=SCORE, traits={})
