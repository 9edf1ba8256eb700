"""The words of a text that tell what happens, each with where it stands in its sentence and clause.

Takes a text, gives its clues in order. Whether a word is a verb or a noun is told by the word before it; who does it
and whether it is so, by others. Time is linear in the text.
"""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from sayso.knowledge import EventRow, EventWords, Frame, Mark, Word, split_words
from sayso.knowledge.triggers import Found
from sayso.vocabulary import Span

SENTENCE_ENDS = frozenset((".", "!", "?", "\u2026"))
NO_MARKS: frozenset[Mark] = frozenset()
ALONE = {mark: frozenset((mark,)) for mark in Mark}
CLAUSE_ENDS = frozenset((",", ";", ":", "\u2014", "\u2013", "(", ")")) | SENTENCE_ENDS


@attrs.frozen(kw_only=True)
class Clue:
    """A row of events.tsv that stands in the text: its words, counted from 0, and its characters.

    ``is_noun``: it stands where a noun does. ``is_caused``: it only tells why or when the rest came about (`killed by
    shelling`). ``is_active``: a verb in a form that no passive has.
    """

    first: int
    last: int
    span: Span
    row: EventRow
    clause: int
    is_noun: bool
    is_caused: bool
    is_active: bool


def stretch_of(content: Sequence[Span], clue: Clue) -> Span:
    """Give the stretch of a content that a clue stands in."""
    return next((span for span in content if span.start <= clue.span.start < span.end), content[0])


@attrs.frozen(kw_only=True, eq=False)
class Wording:
    """The words of a text with its clues, and for each word its marks and the number of its clause and sentence."""

    text: str
    words: Sequence[Word]
    starts: Sequence[int]
    marks: Sequence[frozenset[Mark]]
    clauses: Sequence[int]
    sentences: Sequence[int]
    clues: tuple[Clue, ...]
    begins: Sequence[int]
    verbs: frozenset[int]

    def words_in(self, span: Span) -> range:
        """Give the numbers of the words that begin within a stretch."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def word_at(self, place: int) -> int:
        """Give the number of the last word that begins at or before a character; 0 where none does."""
        return max(0, bisect_left(self.starts, place + 1) - 1)

    def reach(self, place: int) -> tuple[int, int]:
        """Give the numbers of the first and the last word of the sentence that a word stands in."""
        number = self.sentences[place]
        return bisect_left(self.sentences, number), bisect_left(self.sentences, number + 1) - 1

    def clues_in(self, spans: Sequence[Span]) -> Iterator[Clue]:
        """Give the clues that lie whole within one of several stretches."""
        begins = self.begins
        for span in spans:
            for place in range(bisect_left(begins, span.start), len(begins)):
                if begins[place] >= span.end:
                    break
                if self.clues[place].span.end <= span.end:
                    yield self.clues[place]


def read_wording(
    text: str,
    knowledge: EventWords,
    contents: Sequence[Span] = (),
    times: Sequence[Span] = (),
    settlements: Sequence[Span] = (),
) -> Wording:
    """Find the clues of a text and the marks about them; no clue runs over an end of these contents of claims.

    Words of ``times`` say of nothing that it may be: `3 May`. The name of a settlement stands for one in the words of
    rows.
    """
    words = split_words(text)
    marks: list[frozenset[Mark]] = [NO_MARKS] * len(words)
    for _, _, places, row in knowledge.marks.find_every(words):
        for place in places:
            marks[place] |= ALONE[row.kind]
    starts = [word.start for word in words]
    for time in times:
        for place in range(bisect_left(starts, time.start), bisect_left(starts, time.end)):
            marks[place] -= {Mark.POSSIBLE}
    marks = [own - {Mark.NEGATED} if Mark.SEEMING in own else own for own in marks]
    sentences, clauses = _number(text, words, marks)
    names = _ends_of(settlements, starts)
    rows = _find_within(knowledge, words, starts, contents)
    if names:
        named = [word._replace(folded=knowledge.settlement) if at in names else word for at, word in enumerate(words)]
        joints = {place for place, own in enumerate(marks) if Mark.JOINT in own}
        rows = _leave_names(_find_within(knowledge, named, starts, contents), names, joints)
    clues = [_make_clue(words, marks, clauses, one, knowledge.active_endings) for one in rows]
    return Wording(
        text=text,
        words=words,
        starts=starts,
        marks=marks,
        clauses=clauses,
        sentences=sentences,
        clues=tuple(clues),
        begins=[clue.span.start for clue in clues],
        verbs=frozenset(clue.first for clue in clues if not clue.is_noun),
    )


def _make_clue(
    words: Sequence[Word],
    marks: Sequence[frozenset[Mark]],
    clauses: Sequence[int],
    one: Found[EventRow],
    active_endings: tuple[str, ...],
) -> Clue:
    is_noun = one.row.frame in (Frame.DEED, Frame.THING) or any(
        _follows(mark, marks, one.first) for mark in (Mark.OPENER, Mark.CAUSE)
    )
    return Clue(
        first=one.first,
        last=one.last,
        span=Span(start=words[one.first].start, end=words[one.last].end),
        row=one.row,
        clause=clauses[one.first],
        is_noun=is_noun,
        is_caused=is_noun and _is_caused(marks, clauses, one.first),
        is_active=words[one.first].folded.endswith(active_endings),
    )


def _move(one: Found[EventRow], by: int) -> Found[EventRow]:
    """Give what was found in words that begin at a number, counted from the first word of the text."""
    return Found(one.first + by, one.last + by, tuple(place + by for place in one.words), one.row)


def _ends_of(settlements: Sequence[Span], starts: Sequence[int]) -> frozenset[int]:
    """Give the last word of each name of a settlement."""
    ends = ((span, bisect_left(starts, span.end) - 1) for span in settlements)
    return frozenset(last for span, last in ends if last >= 0 and span.start <= starts[last])


def _leave_names(
    found: Iterable[Found[EventRow]], names: Container[int], joints: Container[int]
) -> Iterator[Found[EventRow]]:
    """Give rows without names, and without what leads to a name at their end: where it happens is not what happens."""
    for one in found:
        kept = tuple(place for place in one.words if place not in names)
        while len(kept) < len(one.words) and len(kept) > 1 and kept[-1] in joints:
            kept = kept[:-1]
        if kept:
            yield Found(kept[0], kept[-1], kept, one.row)


def _find_within(
    knowledge: EventWords, words: Sequence[Word], starts: Sequence[int], contents: Sequence[Span]
) -> Iterator[Found[EventRow]]:
    """Give the rows that stand in the words, looked for in each stretch between the ends of contents by itself."""
    ends = {bisect_left(starts, end) for span in contents for end in (span.start, span.end)}
    cuts = sorted({0, len(words), *ends})
    for first, last in pairwise(cuts):
        for one in knowledge.triggers.find(words[first:last]):
            yield _move(one, first)


def _follows(mark: Mark, marks: Sequence[frozenset[Mark]], place: int) -> bool:
    return place > 0 and mark in marks[place - 1]


# How far before a noun stands what makes it a mere cause: `in a night of heavy shelling`.
CAUSE_REACH = 4


def _is_caused(marks: Sequence[frozenset[Mark]], clauses: Sequence[int], place: int) -> bool:
    first = max(0, place - CAUSE_REACH)
    return any(Mark.CAUSE in marks[at] and clauses[at] == clauses[place] for at in range(first, place))


def _number(text: str, words: Sequence[Word], marks: Sequence[frozenset[Mark]]) -> tuple[list[int], list[int]]:
    """Give for each word the number of its sentence and of its clause."""
    sentences, clauses = [], []
    sentence = clause = end = 0
    before = ""
    for (start, stop, _, folded), own in zip(words, marks, strict=True):
        if before in SENTENCE_ENDS or "\n" in text[end:start]:
            sentence += 1
            clause += 1
        elif before in CLAUSE_ENDS or Mark.CLAUSE in own:
            clause += 1
        sentences.append(sentence)
        clauses.append(clause)
        end, before = stop, folded
    return sentences, clauses
