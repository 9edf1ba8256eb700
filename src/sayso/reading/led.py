"""What somebody says before another answers in the same sentence: `A said that the ford was clear, B deny this`.

Takes what a text marks and its sentences, gives more marks: of the words before the first that is marked in a sentence,
where they begin with somebody, a verb of speech and a word that opens what is said. Of other words it decides nothing.
"""

from collections.abc import Iterable, Sequence

from sayso.knowledge import Language
from sayso.reading.attribution import Marked, MarkedSource, in_order, merge_spans
from sayso.reading.clauses import WORD, count_words, trim
from sayso.reading.nested import is_teller
from sayso.reading.quotations import find_overlapping
from sayso.reading.statement import Statement
from sayso.vocabulary import Act, Span

LONGEST = 600
MOST_WORDS = 6
FEWEST_WORDS = 2
SCORE = 0.6


def mark_leads(
    text: str, marked: Sequence[Marked], own: Iterable[Statement], sentences: Sequence[Span], language: Language
) -> tuple[Marked, ...]:
    """Give the marks, in the order of their words, with those of what somebody said before another answers."""
    spans = [span for one in marked for span in one.spans]
    spans += [span for one in own for span in (*one.content, *one.around)]
    taken = merge_spans(spans)
    found = list(marked)
    for sentence in sentences:
        touched = find_overlapping(taken, sentence)
        first = touched[0].start if touched else sentence.start
        if sentence.start < first <= sentence.start + LONGEST:
            found += _lead(text, Span(start=sentence.start, end=first), language)
    return in_order(found)


def _lead(text: str, lead: Span, language: Language) -> list[Marked]:
    """Give what is said in words that end with a comma, and a joining word or none behind it."""
    comma = text.rfind(",", lead.start, lead.end)
    behind = text[comma + 1 : lead.end].strip()
    if comma <= lead.start or (behind and not language.joiner.fullmatch(behind)):
        return []
    words = [Span(start=found.start(), end=found.end()) for found in WORD.finditer(text, lead.start, comma)]
    for place, verb in enumerate(words[: MOST_WORDS + 1]):
        if not place or language.acts.get(verb.cut(text).lower()) is not Act.SPEECH:
            continue
        source = Span(start=words[0].start, end=words[place - 1].end)
        content = _opened(text, Span(start=verb.end, end=comma), language) if verb.end < comma else None
        if content is None or not is_teller(text, source, language):
            return []
        told = MarkedSource(span=source, score=SCORE, traits={})
        return [Marked(sources=(told,), cue=(verb,), content=(content,), act=Act.SPEECH, score=SCORE, traits={})]
    return []


def _opened(text: str, span: Span, language: Language) -> Span | None:
    """Give what stands behind a word that opens what is said; None where there is none, or too little behind it."""
    whole, content = trim(text, span), trim(text, span, language.openers)
    if whole is None or content is None or content.start == whole.start:
        return None
    return content if count_words(text, content.start, content.end) >= FEWEST_WORDS else None
