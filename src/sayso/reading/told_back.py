"""A sentence or clause that only says who told what stands before it: `Мост взорван. Об этом сообщил мэр`.

Takes what a text marks and its sentences, gives the marks with such sources: the sentence before, or the words before
in the same sentence, are told by whom the words name. Who is already marked there rests behind a medium. Where the
network marks another claim in such a sentence it is left as it is.
"""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from sayso.knowledge import BackPart, Backs, Denials, Language, list_backs, list_denials, load_backs, load_denials
from sayso.knowledge.world import load_register
from sayso.reading.attribution import Marked, MarkedSource, in_order, overlap
from sayso.reading.clauses import WORD, count_words, trim
from sayso.reading.nested import is_somebody
from sayso.reading.speaking_bodies import find_body_at
from sayso.vocabulary import Act, Relay, Span
from sayso.vocabulary.claim import MEDIA_KINDS

LONGEST_SENTENCE = 600
FEWEST_WORDS = 2
# How many words may stand before such words in their sentence, and between them and the verb.
MOST_BEFORE = 2
MOST_BETWEEN = 5
LONGEST_GAP = 90
SCORE = 0.6
STOPS = frozenset(",;:()\u2014\u2013\n")
OPENED, CLOSED = frozenset("\u00ab\u201c\u201e"), frozenset("\u00bb\u201d")
BREAKS = frozenset(",;\u2014\u2013(")


@attrs.frozen(kw_only=True)
class _Telling:
    """Who told what stands before: the words told, those that say so, and who did, the nearest first.

    ``is_within``: in the same sentence, where the network reads it as well; ``is_medium``: a medium did, which may well
    have it from somebody who is named before.
    """

    content: Span
    cue: tuple[Span, ...]
    sources: tuple[Span, ...]
    reach: Span
    is_within: bool
    is_medium: bool


def read_told_back(
    text: str, marked: Iterable[Marked], sentences: Sequence[Span], language: Language
) -> tuple[Marked, ...]:
    """Give the marks with those of sentences that only say who told what stands before."""
    marks = list(marked)
    if language.code not in list_backs():
        return tuple(marks)
    reader = _Reader(text, language)
    for place, sentence in enumerate(sentences):
        before = sentences[place - 1] if place else None
        telling = reader.read(sentence, before) if sentence.end - sentence.start <= LONGEST_SENTENCE else None
        if telling is not None:
            marks = list(_add(marks, telling))
    return in_order(marks)


def _add(marks: Sequence[Marked], telling: _Telling) -> Iterator[Marked]:
    """Give the marks with a telling, which goes before the sources that what is told has."""
    here = [one for one in marks if one.sources and any(overlap(span, telling.reach) for span in one.spans)]
    theirs = [one for one in marks if one.sources and any(overlap(span, telling.content) for span in one.content)]
    is_told_again = not telling.is_medium and any(one not in here for one in theirs)
    if is_told_again or (here and telling.is_within) or any(not _is_of(one, telling) for one in here):
        yield from marks
        return
    told, cue = _as_marked(here, telling)
    has_own = False
    for one in marks:
        touches = any(overlap(span, telling.content) for span in one.content)
        if one.sources and touches and one not in here:
            has_own = True
            yield attrs.evolve(one, sources=(*told, *one.sources), cue=(*one.cue, *cue), around=(telling.reach,))
        elif not touches and not any(overlap(span, telling.reach) for span in one.spans):
            yield one
    if not has_own:
        traits = here[0].traits if here else {}
        yield Marked(
            sources=told,
            cue=cue,
            content=(telling.content,),
            act=Act.SPEECH,
            score=SCORE,
            traits=traits,
            around=(telling.reach,),
        )


def _is_of(one: Marked, telling: _Telling) -> bool:
    """Tell whether a mark of the network is the telling itself: it claims what is told, or only the words for that."""
    told = any(overlap(span, telling.content) for span in one.content)
    only = all(overlap(span, telling.cue[0]) for span in one.content)
    return (told or only) and all(overlap(each.span, telling.reach) for each in one.sources)


def _as_marked(here: Sequence[Marked], telling: _Telling) -> tuple[tuple[MarkedSource, ...], tuple[Span, ...]]:
    """Give the sources and the cue of a telling, as the network marks them where it does."""
    if here:
        return here[0].sources, (telling.cue[0], *(span for span in here[0].cue if not overlap(span, telling.cue[0])))
    return tuple(MarkedSource(span=span, score=SCORE, traits={}) for span in telling.sources), telling.cue


class _Reader:
    """Reads the sentences of one text."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._backs: Backs = load_backs(language.code)
        self._at: Denials | None = load_denials(language.code) if language.code in list_denials() else None

    def read(self, sentence: Span, before: Span | None) -> _Telling | None:
        """Give who told what stands before, in this sentence or in the one before."""
        for start, end, row in self._backs.opens.find(self._text, sentence.start, sentence.end):
            content = self._content(Span(start=sentence.start, end=start) if sentence.start < start else None, before)
            found = self._told(Span(start=start, end=end), row.part, sentence.end) if content is not None else None
            if content is not None and found is not None:
                cue, sources = found
                reach = Span(start=start, end=sentence.end)
                return _Telling(
                    content=content,
                    cue=cue,
                    sources=sources,
                    reach=reach,
                    is_within=content.start >= sentence.start,
                    is_medium=self._is_medium(sources[0]),
                )
        return None

    def _content(self, left: Span | None, before: Span | None) -> Span | None:
        """Give what is told: the words left of it where a mark parts them from it, else the sentence before."""
        text = self._text
        if left is not None and count_words(text, left.start, left.end) > MOST_BEFORE:
            is_parted = left.cut(text).rstrip()[-1:] in BREAKS
            return trim(text, left) if is_parted else None
        content = trim(text, before) if before is not None else None
        if content is None or text[content.end - 1] == "?":
            return None
        return content if count_words(text, content.start, content.end) >= FEWEST_WORDS else None

    def _told(self, opens: Span, part: BackPart, end: int) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
        """Give the words that say that it was told, and who told it."""
        text = self._text
        if part is BackPart.TOLD:
            source = self._source(opens.end, end)
            return ((opens,), self._with_relay(source, end)) if source else None
        between: list[Span] = []
        for word in WORD.finditer(text, opens.end, min(end, opens.end + LONGEST_GAP)):
            span = Span(start=word.start(), end=word.end())
            if self._language.acts.get(word.group().lower()) is Act.SPEECH:
                return self._around_verb(opens, between, span, end)
            between.append(span)
            if len(between) > MOST_BETWEEN or not STOPS.isdisjoint(text[opens.end : span.start]):
                return None
        return None

    def _around_verb(
        self, opens: Span, between: Sequence[Span], verb: Span, end: int
    ) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
        cue = (opens, verb)
        if body := self._body_behind(verb.end, end):
            return cue, self._with_relay(body, end)
        if source := self._source(verb.end, end):
            return cue, self._with_relay(source, end)
        lead = self._source(between[0].start, between[-1].end) if between else None
        return (cue, self._with_relay(lead, end, verb.end)) if lead else None

    def _body_behind(self, begin: int, end: int) -> Span | None:
        """Give the body that a small word leads to right behind the verb: `сообщили [в] Генштабе`."""
        if self._at is None or begin >= end:
            return None
        found = find_body_at(self._text, Span(start=begin, end=end), self._at, self._language)
        is_next = found is not None and not self._text[begin : found.at].strip()
        return found.span if found is not None and is_next else None

    def _source(self, begin: int, end: int) -> Span | None:
        """Give somebody named from here up to a mark or to words that end him."""
        text = self._text
        depth = 0
        for place in range(begin, end):
            depth += (text[place] in OPENED) - (text[place] in CLOSED)
            if depth <= 0 and text[place] in STOPS:
                end = place
                break
        ends = [start for start, _, _ in self._backs.ends.find(text, begin, end) if not self._is_quoted(begin, start)]
        end = min(ends, default=end)
        source = trim(text, Span(start=begin, end=end)) if begin < end else None
        if source is None:
            return None
        while source.end > source.start and text[source.end - 1] in ".!?":
            source = Span(start=source.start, end=source.end - 1)
        return source if is_somebody(text, source, self._language) or self._is_quoted_name(source) else None

    def _is_medium(self, source: Span) -> bool:
        known = (row.kind for *_, row in load_register().find_in(source.cut(self._text)))
        tables = (self._language.roles, self._language.plurals)
        nouns = (row.kind for table in tables for *_, row in table.find(self._text, source.start, source.end))
        return any(kind in MEDIA_KINDS for kind in (*known, *nouns))

    def _is_quoted(self, begin: int, place: int) -> bool:
        return sum((one in OPENED) - (one in CLOSED) for one in self._text[begin:place]) > 0

    def _is_quoted_name(self, source: Span) -> bool:
        written = source.cut(self._text)
        return written[:1] in OPENED or written[:1].isupper()

    def _with_relay(self, source: Span, end: int, begin: int | None = None) -> tuple[Span, ...]:
        """Give a source with the one it cites: `ТАСС [со ссылкой на] министерство`."""
        first = source.end if begin is None else begin
        hits = self._language.relays.find(self._text, first, end) if first < end else iter(())
        for _, stop, row in hits:
            other = self._source(stop, end) if row.relay is Relay.CITES and row.after == "B" and stop < end else None
            if other is not None:
                return source, other
        return (source,)
