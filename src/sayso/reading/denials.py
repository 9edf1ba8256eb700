"""What a sentence denies by the words around it: `Claims that … are false`, `О … речи не идёт`, `Our report was wrong`.

Takes what a text marks and its sentences, gives the marks with the words denied as contents of their own, said by who
is marked, or by the body that words such as `в Минобороны` lead to; and statements of what the report itself takes back
or denies. Decides nothing where words only look like such a denial.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from sayso.knowledge import DenialPart, Denials, Denied, Language, list_denials, load_denials
from sayso.reading.attribution import Marked, MarkedSource, by_sentence, in_order, merge_spans, overlap
from sayso.reading.clauses import WORD, count_words, trim
from sayso.reading.nested import is_teller
from sayso.reading.speaking_bodies import find_body_at, is_state
from sayso.reading.statement import Statement
from sayso.vocabulary import Act, Span, Stance

BREAK = re.compile(r"[;:\u2014\u2013]")
CLAUSE_END = re.compile(r"[,;]")
COMMAS = re.compile(r"[,;:\u2014\u2013]")
FEWEST_LEFT = 3
# A sentence of more characters than this holds no such denial, and of more than so many before it no subject of one.
LONGEST = 600
LONGEST_SUBJECT = 4
LONGEST_OBJECT = 4
FEWEST_BEFORE = 2
SCORE = 0.6
DENYING = frozenset((Stance.DENIES, Stance.DOUBTS))
NEEDS_SPEAKER = frozenset((Denied.OBJECT, Denied.BACK, Denied.CALLED))


@attrs.frozen(kw_only=True)
class _Denial:
    """Words that are denied, those around them, and who denies them where words such as `в` lead to a body."""

    of: Denied | None
    content: Span
    around: tuple[Span, ...]
    stance: Stance
    body: Span | None = None

    @property
    def reach(self) -> Span:
        """All of it."""
        spans = (self.content, *self.around, *((self.body,) if self.body else ()))
        return Span(start=min(one.start for one in spans), end=max(one.end for one in spans))


def find_denied(
    text: str, marked: Sequence[Marked], sentences: Sequence[Span], language: Language
) -> tuple[tuple[Marked, ...], tuple[Statement, ...]]:
    """Give the marks with what is denied told apart, and the statements of what the report itself denies."""
    if language.code not in list_denials():
        return tuple(marked), ()
    denials = load_denials(language.code)
    trimmed = list(map(_Trimmer(text, denials, language).trim, marked))
    found = tuple(_read_sentences(text, sentences, denials, language))
    held = by_sentence(trimmed, sentences) if found else {}
    gone: set[int] = set()
    made: list[Marked] = []
    own: list[Statement] = []
    for numbers, denial in found:
        within = [one for number in numbers for one in held.get(number, ()) if id(one) not in gone]
        said = _say(text, denial, within)
        if said is not None:
            gone.update(map(id, within))
            made += [*(left for one in within if (left := _leave(text, one, denial, said)) is not None), said]
        elif denial.of not in NEEDS_SPEAKER and not any(_holds(one, denial) for one in within):
            gone.update(id(one) for one in within if any(overlap(span, denial.reach) for span in one.spans))
            own.append(Statement(content=(denial.content,), stance=denial.stance, around=denial.around))
    kept = [*(one for one in trimmed if id(one) not in gone), *made]
    return in_order(kept), tuple(own)


def _read_sentences(
    text: str, sentences: Sequence[Span], denials: Denials, language: Language
) -> Iterator[tuple[Sequence[int], _Denial]]:
    """Give what each sentence denies, alone or by the one behind it, with the number of the sentence or of both."""
    begins = sorted(start for table in denials.telling for start in table.begins(text))
    for place, sentence in enumerate(sentences):
        at = bisect_left(begins, sentence.start)
        is_told = at < len(begins) and begins[at] < sentence.end
        if not is_told or sentence.end - sentence.start > LONGEST:
            continue
        reader = _Reader(text, sentence, denials, language)
        denial = reader.read()
        if denial is not None:
            yield (place,), denial
        elif place + 1 < len(sentences) and (denial := reader.read_with(sentences[place + 1])) is not None:
            yield (place, place + 1), denial


class _Trimmer:
    """Takes from contents that are denied the words that only say a report is: `denied [reports of] a fire`."""

    def __init__(self, text: str, denials: Denials, language: Language) -> None:
        self._text = text
        self._denials = denials
        self._language = language

    def trim(self, one: Marked) -> Marked:
        """Give a mark without them."""
        text, first = self._text, one.content[0]
        opened = [
            end
            for start, end, row in self._denials.opens.find(text, first.start, first.end)
            if start == first.start and Denied.REPORT in row.of
        ]
        if (called := self._before_name(first)) is not None:
            return attrs.evolve(one, content=(called, *one.content[1:]), stance=Stance.DENIES)
        if not opened or self._language.stance_of([span.cut(text) for span in one.cue]) not in DENYING:
            return one
        rest = trim(text, attrs.evolve(first, start=opened[0])) if opened[0] < first.end else None
        return attrs.evolve(one, content=(rest, *one.content[1:])) if rest is not None else one

    def _before_name(self, first: Span) -> Span | None:
        """Give the word for what was told before, where the rest says what it is called: `the report a fabrication`."""
        text = self._text
        for start, end, _ in self._denials.back.find(text, first.start, first.end):
            named = self._denials.closes[Denied.CALLED].find(text, end, first.end) if end < first.end else ()
            is_whole = any(not text[end:begin].strip() and stop == first.end for begin, stop, _ in named)
            if start == first.start and is_whole:
                return attrs.evolve(first, end=end)
        return None


def _holds(one: Marked, denial: _Denial) -> bool:
    """Tell whether a mark has a source for the words denied, which is then not to be set aside."""
    named = [each.span for each in one.sources if not any(overlap(each.span, span) for span in denial.around)]
    return denial.of is not Denied.NEXT and bool(named) and any(overlap(span, denial.reach) for span in one.spans)


def _say(text: str, denial: _Denial, within: Sequence[Marked]) -> Marked | None:
    """Give the denial as somebody's, where somebody is marked beside it or a body is led to; None where nobody is."""
    if denial.of is Denied.NEXT:
        return None
    if denial.body is not None:
        sources: tuple[MarkedSource, ...] = (MarkedSource(span=denial.body, score=SCORE, traits={}),)
        cue: tuple[Span, ...] = ()
    else:
        beside = [one for one in within if _may_say(one, denial)]
        if not beside:
            return None
        near = next((one for one in beside if any(overlap(span, denial.reach) for span in one.content)), beside[0])
        sources = near.sources
        is_same = denial.of is not Denied.OBJECT
        cue = tuple(span for span in near.cue if is_same and not overlap(span, denial.reach))
    words = [span for span in denial.around if any(map(str.isalnum, span.cut(text)))]
    return Marked(
        sources=sources,
        cue=tuple(merge_spans((*cue, words[-1]))),
        content=(denial.content,),
        act=Act.SPEECH,
        score=SCORE,
        traits={},
        stance=denial.stance,
        around=denial.around,
    )


def _may_say(one: Marked, denial: _Denial) -> bool:
    """Tell whether who is marked may be who denies: named outside the words denied, and for what is no clause apart."""
    held = (denial.content, *denial.around)
    apart = not any(overlap(source.span, span) for source in one.sources for span in held)
    touches = any(overlap(span, denial.reach) for span in one.spans) or denial.of is Denied.OBJECT
    return bool(one.sources) and apart and touches


def _leave(text: str, one: Marked, denial: _Denial, said: Marked) -> Marked | None:
    """Give what a mark claims beside what is denied; None where nothing is left of it."""
    if not any(overlap(span, denial.reach) for span in one.spans):
        return one
    left = []
    for span in one.content:
        for start, end in (
            (span.start, min(span.end, denial.reach.start)),
            (max(span.start, denial.reach.end), span.end),
        ):
            piece = trim(text, Span(start=start, end=end)) if start < end else None
            if piece is not None and count_words(text, piece.start, piece.end) >= FEWEST_LEFT:
                left.append(piece)
    cue = tuple(span for span in one.cue if not any(overlap(span, each) for each in denial.around))
    if not left or not cue:
        return None
    return attrs.evolve(one, content=tuple(left), cue=cue, sources=one.sources or said.sources)


class _Reader:
    """Reads one sentence."""

    def __init__(self, text: str, sentence: Span, denials: Denials, language: Language) -> None:
        self._text = text
        self._sentence = sentence
        self._denials = denials
        self._language = language

    def read(self) -> _Denial | None:
        """Give what a sentence denies, the first that is found."""
        ways = (self._opened(), self._alone(), self._closed(), self._back(), self._object())
        return next((found for way in ways for found in way), None)

    def read_with(self, behind: Span) -> _Denial | None:
        """Give what the sentence reports and the one behind it takes back: `We said so. That was wrong`."""
        text, sentence = self._text, self._sentence
        closing = [
            (start, end, row)
            for start, end, row in self._denials.closes[Denied.NEXT].find(text, behind.start, behind.end)
            if count_words(text, behind.start, start) <= FEWEST_BEFORE
        ]
        for start, end, row in self._denials.opens.find(text, sentence.start, sentence.end) if closing else ():
            content = (
                trim(text, Span(start=end, end=sentence.end), self._language.openers) if end < sentence.end else None
            )
            if Denied.NEXT in row.of and content is not None and closing[0][2].stance is not None:
                around = (Span(start=start, end=end), Span(start=closing[0][0], end=closing[0][1]))
                return _Denial(of=Denied.NEXT, content=content, around=around, stance=closing[0][2].stance)
        return None

    def _opened(self) -> Iterator[_Denial]:
        """Give words that stand between those that open and those that close a denial."""
        text, sentence = self._text, self._sentence
        for start, end, row in self._denials.opens.find(text, sentence.start, sentence.end):
            for of in sorted(row.of):
                if of is Denied.ABOUT and any(map(str.isalnum, text[sentence.start : start])):
                    continue
                # Of those that end together the last begins where the verb stands, but `as a lie` is one from `as` on.
                order = 1 if of is Denied.CALLED else -1
                closing = list(self._denials.closes[of].find(text, end, sentence.end))
                if not closing:
                    continue
                begin, stop, hit = min(closing, key=lambda one: (one[1], order * one[0]))
                around = (Span(start=start, end=end), Span(start=begin, end=stop))
                yield from self._make(of, Span(start=end, end=begin), around, hit.stance)

    def _make(self, of: Denied, between: Span, around: tuple[Span, ...], stance: Stance | None) -> Iterator[_Denial]:
        text = self._text
        body = find_body_at(text, Span(start=around[-1].end, end=self._sentence.end), self._denials, self._language)
        if body is not None and any(map(str.isalnum, text[around[-1].end : body.at])):
            body = None
        within = find_body_at(text, between, self._denials, self._language, at_end=True) if body is None else None
        if within is not None and not self._is_named_besides(Span(start=between.start, end=within.at), within.span):
            within = None
        content = trim(text, attrs.evolve(between, end=within.at) if within else between, self._language.openers)
        found = body or within
        if content is not None and stance is not None:
            yield _Denial(
                of=of, content=content, around=around, stance=stance, body=found.span if found is not None else None
            )

    def _is_named_besides(self, content: Span, body: Span) -> bool:
        """Tell whether a capital is who denies, and not where what is denied took place: another name is there."""
        if not is_state(self._text, body, self._language):
            return True
        return any(word[0].isupper() for word in WORD.findall(self._text, content.start, content.end))

    def _alone(self) -> Iterator[_Denial]:
        """Give what stands behind words that deny by themselves: `It does not show …`."""
        text, sentence = self._text, self._sentence
        for start, end, row in self._denials.alone.find(text, sentence.start, sentence.end):
            if row.part is not DenialPart.ALONE or count_words(text, sentence.start, start) > LONGEST_SUBJECT:
                continue
            stop = CLAUSE_END.search(text, end, sentence.end)
            behind = Span(start=end, end=stop.start() if stop else sentence.end) if end < sentence.end else None
            content = trim(text, behind) if behind and behind.start < behind.end else None
            if content is not None and row.stance is not None:
                yield _Denial(of=None, content=content, around=(Span(start=start, end=end),), stance=row.stance)

    def _closed(self) -> Iterator[_Denial]:
        """Give the clause that words close: `The fire never happened`."""
        for start, end, row in self._denials.closes[Denied.CLAUSE].find(
            self._text, self._sentence.start, self._sentence.end
        ):
            content = self._clause_before(start)
            if content is not None and row.stance is not None:
                around = (Span(start=start, end=end),)
                yield _Denial(of=Denied.CLAUSE, content=content, around=around, stance=row.stance)

    def _clause_before(self, end: int) -> Span | None:
        text, sentence = self._text, self._sentence
        start = max([sentence.start, *(found.end() for found in BREAK.finditer(text, sentence.start, end))])
        content = trim(text, Span(start=start, end=end), self._language.openers) if start < end else None
        is_said = content is not None and count_words(text, content.start, content.end) > 1
        return content if is_said and content is not None and "," not in content.cut(text) else None

    def _object(self) -> Iterator[_Denial]:
        """Give what is denied in a clause that a joining word begins and that names nobody: `однако вину отрицает`."""
        text, sentence = self._text, self._sentence
        for start, end, row in self._denials.closes[Denied.OBJECT].find(text, sentence.start, sentence.end):
            comma = text.rfind(",", sentence.start, start) + 1
            joined = self._language.joiner.match(text, comma + 1, start) if comma else None
            content = trim(text, Span(start=joined.end(), end=start)) if joined and joined.end() < start else None
            if content is None or row.stance is None or len(content.cut(text).split()) > LONGEST_OBJECT:
                continue
            around = (Span(start=start, end=end),)
            yield _Denial(of=Denied.OBJECT, content=content, around=around, stance=row.stance)

    def _back(self) -> Iterator[_Denial]:
        """Give the word for what was told before, where a body denies it: `В Минобороны это опровергли`."""
        text, sentence = self._text, self._sentence
        backs = [
            Span(start=start, end=end) for start, end, _ in self._denials.back.find(text, sentence.start, sentence.end)
        ]
        for start, end, row in self._denials.closes[Denied.BACK].find(text, sentence.start, sentence.end):
            back = next((one for one in backs if self._is_object(one, start, end)), None)
            led = find_body_at(text, sentence, self._denials, self._language) if back else None
            body = led.span if led is not None else self._teller_before(min(start, back.start)) if back else None
            if back is not None and body is not None and row.stance is not None and not overlap(back, body):
                around = (Span(start=start, end=end),)
                yield _Denial(of=Denied.BACK, content=back, around=around, stance=row.stance, body=body)

    def _is_object(self, back: Span, start: int, end: int) -> bool:
        """Tell whether a word for what was told before is what a verb denies: before it, or behind it at its end.

        Where whom a noun belongs to stands before it, what stands before a verb is its subject: `it confirmed`. Words
        may stand around it: `called it a lie`.
        """
        text = self._text
        if start < back.start and back.end < end:
            return True
        if back.end <= start:
            return self._language.head_first and not text[back.end : start].strip()
        behind = text[back.end : self._sentence.end].lstrip('\u201d\u00bb"')
        return end <= back.start and not text[end : back.start].strip() and (not behind or behind[0] in ".,;:!?")

    def _teller_before(self, end: int) -> Span | None:
        """Give who stands right before words that deny what was told before: `…, військові це заперечують`."""
        text, start = self._text, self._sentence.start
        begin = max([start, *(found.end() for found in COMMAS.finditer(text, start, end))])
        joined = self._language.joiner.match(text, begin + (begin > start), end)
        begin = joined.end() if joined else begin
        teller = trim(text, Span(start=begin, end=end)) if begin < end else None
        if teller is None or not is_teller(text, teller, self._language):
            return None
        is_said = any(self._language.acts.get(word.lower()) is Act.SPEECH for word in WORD.findall(teller.cut(text)))
        return None if is_said else teller
