"""Sources in brackets at the end of a sentence: `Eleven are hurt in Vilne (Union Wire)`.

Takes what a text marks and its sentences, gives the marks with such sources. What stands in brackets is a source where
it is a name of the register that publishes, or one that a noun of a medium is part of; an abbreviation, a place or an
aside is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from sayso.knowledge import Language
from sayso.knowledge.world import load_register
from sayso.reading.attribution import Marked, MarkedSource, by_sentence, in_order
from sayso.reading.clauses import WORD, count_words, trim
from sayso.reading.speaking_bodies import is_state
from sayso.vocabulary import Act, Span
from sayso.vocabulary.claim import MEDIA_KINDS

BRACKETED = re.compile(r"\s*\((?P<name>[^()\n]{2,60})\)[.!\s]*$")
LONGEST_SENTENCE = 600
FEWEST_WORDS = 3
MOST_WORDS = 6
SCORE = 0.6
QUOTES = '\u00ab\u00bb\u201c\u201d"\u2018\u2019'
LABEL = re.compile(r"[^\W\d_][\w-]*(?: [^\W\d_][\w-]*)?(?=: )")


def read_brackets(
    text: str, marked: Iterable[Marked], sentences: Sequence[Span], language: Language
) -> tuple[Marked, ...]:
    """Give the marks, those of a sentence that ends with a source in brackets with that source nearest."""
    ordered = tuple(marked)
    found = tuple(_find_brackets(text, sentences, language))
    held = by_sentence(ordered, sentences) if found else {}
    gone: set[int] = set()
    made: list[Marked] = []
    for number, bracket, name in found:
        source = MarkedSource(span=name, score=SCORE, traits={})
        within = [one for one in held.get(number, ()) if id(one) not in gone]
        gone.update(map(id, within))
        if any(one.sources for one in within):
            made += [_cite(text, one, source, bracket, language) for one in within]
        else:
            made += _mark_all(text, Span(start=sentences[number].start, end=bracket.start), source, language)
    kept = [*(one for one in ordered if id(one) not in gone), *made]
    return in_order(kept)


def _find_brackets(text: str, sentences: Sequence[Span], language: Language) -> Iterator[tuple[int, Span, Span]]:
    """Give the number of each sentence with a source in brackets at its end, the brackets, and the name in them."""
    for number, sentence in enumerate(sentences):
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        open_at = text.rfind("(", sentence.start, sentence.end)
        found = BRACKETED.match(text, open_at, sentence.end) if open_at > sentence.start else None
        name = _strip(text, Span(start=found.start("name"), end=found.end("name"))) if found else None
        if found and name and _publishes(text, name, language):
            yield number, Span(start=open_at, end=sentence.end), name


def _strip(text: str, name: Span) -> Span | None:
    start, end = name.start, name.end
    while start < end and (text[start] in QUOTES or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in QUOTES or text[end - 1].isspace()):
        end -= 1
    return Span(start=start, end=end) if start < end else None


def _publishes(text: str, name: Span, language: Language) -> bool:
    """Tell whether a name is that of a medium: one of the register, or several words, a noun of a medium among them."""
    written = name.cut(text)
    words = WORD.findall(written)
    if not 0 < len(words) <= MOST_WORDS or not words[0][0].isupper() or is_state(text, name, language):
        return False
    known = load_register().find(written)
    if known is not None:
        return known.kind in MEDIA_KINDS
    nouns = [row.kind for _, _, row in language.roles.find(text, name.start, name.end)]
    return any(kind in MEDIA_KINDS for kind in nouns) and any(word[0].isupper() for word in words[1:])


def _cite(text: str, one: Marked, source: MarkedSource, bracket: Span, language: Language) -> Marked:
    """Put a source in brackets before those of a mark; media that it does not name give way to it."""
    content = []
    for span in one.content:
        cut = trim(text, attrs.evolve(span, end=min(span.end, bracket.start))) if span.start < bracket.start else None
        content += [cut] if cut else []
    others = tuple(each for each in one.sources if not _is_unnamed_medium(text, each.span, language))
    if not content or not one.sources:
        return one
    return attrs.evolve(one, content=tuple(content), sources=(source, *others), around=(bracket,))


def _is_unnamed_medium(text: str, span: Span, language: Language) -> bool:
    """Tell whether words name no medium in particular: `Media`, `local outlets`."""
    words = WORD.findall(span.cut(text))
    rows = [
        row.kind for table in (language.roles, language.plurals) for _, _, row in table.find(text, span.start, span.end)
    ]
    return any(kind in MEDIA_KINDS for kind in rows) and not any(word[0].isupper() for word in words[1:])


def _mark_all(text: str, stretch: Span, source: MarkedSource, language: Language) -> list[Marked]:
    """Make a mark of a whole sentence, without the place before a colon that it is headed with."""
    content = trim(text, stretch)
    label = LABEL.match(text, content.start, content.end) if content else None
    if content and label and is_state(text, Span(start=label.start(), end=label.end()), language):
        content = trim(text, attrs.evolve(content, start=label.end()))
    if content is None or count_words(text, content.start, content.end) < FEWEST_WORDS:
        return []
    return [Marked(sources=(source,), cue=(), content=(content,), act=Act.SPEECH, score=SCORE, traits={})]
