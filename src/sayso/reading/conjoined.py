"""Two things that one says in one breath: `A said the ford was mined and two ferries had sunk`.

Takes what a text marks, gives the marks with contents parted at a semicolon, or where a joining word leads from one
clause that tells an event to another with a subject of its own. What came of the first event stays with it, and
quotations stay whole.
"""

from collections.abc import Container, Iterator, Sequence

import attrs

from sayso.knowledge import EventRow, Language, Mark, list_events, load_events, split_words
from sayso.knowledge.events import VERBS
from sayso.knowledge.phrases import Word
from sayso.knowledge.triggers import Found
from sayso.reading.attribution import Marked, in_order
from sayso.reading.clauses import trim
from sayso.reading.event_types import OUTCOMES
from sayso.reading.quotations import find_overlapping
from sayso.vocabulary import EventType, Span

CAUSES = frozenset((EventType.STRIKE, EventType.CLASH, EventType.ABUSE, EventType.DAMAGE, EventType.CASUALTIES))
LONGEST = 400
FEWEST_WORDS = 3
# How many words the subject of the second clause may have.
LONGEST_SUBJECT = 6


def part_conjoined(
    text: str, marked: Sequence[Marked], spoken: Sequence[Span], language: Language
) -> tuple[Marked, ...]:
    """Give the marks, in the order of their words, with two clauses of one content told apart."""
    if language.code not in list_events():
        return tuple(marked)
    parted = [part for one in marked for part in _part(text, one, spoken, language)]
    return in_order(parted)


def _part(text: str, one: Marked, spoken: Sequence[Span], language: Language) -> Iterator[Marked]:
    whole = one.content[0]
    is_plain = len(one.content) == 1 and bool(one.sources) and one.stance is None
    if not is_plain or whole.end - whole.start > LONGEST or find_overlapping(spoken, whole):
        yield one
        return
    cut = _find_cut(text, whole, language)
    before = trim(text, Span(start=whole.start, end=cut[0])) if cut else None
    behind = trim(text, Span(start=cut[1], end=whole.end)) if cut else None
    if before is None or behind is None:
        yield one
        return
    yield attrs.evolve(one, content=(before,))
    yield attrs.evolve(one, content=(behind,), traits={})


def _find_cut(text: str, whole: Span, language: Language) -> tuple[int, int] | None:
    """Give where a semicolon or a joining word begins and what follows it, where it parts two clauses."""
    words = split_words(text, whole.start, whole.end)
    marks = [place for place, word in enumerate(words) if word.written == ";"]
    if len(marks) == 1 and FEWEST_WORDS <= marks[0] < len(words) - FEWEST_WORDS:
        return words[marks[0]].start, words[marks[0]].end
    joins = [place for place, word in enumerate(words) if language.joiner.fullmatch(word.written)]
    joined = frozenset(joins)
    joins = [place for place in joins if FEWEST_WORDS <= place < len(words) - FEWEST_WORDS]
    if not joins:
        return None
    known = load_events(language.code)
    told = [one for one in known.triggers.find(words) if _tells(one)]
    small = {at for one in known.marks.find_every(words) if one.row.kind is Mark.HELPER for at in one.words}
    helping = language.common_words | language.auxiliaries
    small |= {at for at, word in enumerate(words) if word.folded in helping}
    for place in joins:
        left = [one for one in told if one.last < place]
        right = next((one for one in told if one.first > place), None)
        subject = range(place + 1, right.first) if right is not None else range(0)
        if not left or right is None or any(at in joined for at in subject) or not _has_subject(words, subject, small):
            continue
        if right.row.type not in OUTCOMES or not any(one.row.type in CAUSES for one in left):
            return words[place].start, words[place].end
    return None


def _tells(one: Found[EventRow]) -> bool:
    return one.row.type is not None and one.row.frame in VERBS and one.row.weight > 1


def _has_subject(words: Sequence[Word], subject: range, small: Container[int]) -> bool:
    """Tell whether words before a verb may be its subject: few, without a mark, and not only small ones."""
    is_run = 0 < len(subject) <= LONGEST_SUBJECT and all(words[at].written[0].isalnum() for at in subject)
    return is_run and any(at not in small for at in subject)
