"""Lines that are all somebody's words: answers of an interview, and what is forwarded from somebody.

Takes a text, gives its answers. A line belongs to whom its label names (`Orlan:`), or is an answer by `A:`; without
labels, lines that end in a question mark are questions where what follows speaks of itself, or dashes lead them all.
Who answers without a name at the line is the first person named before the first question; where none is, nobody.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from sayso.knowledge import Language
from sayso.knowledge.nations import load_nations
from sayso.knowledge.world import load_register
from sayso.vocabulary import Relay, Span

LINE = re.compile(r"[^\n]+")
LABEL = re.compile(r"\s*(?P<label>[^\W\d_][\w.\u2019' -]{0,30}?)\s*(?P<mark>[:.])\s+(?=\S)")
NAME = re.compile(r"\b[^\W\d_a-z][\w\u2019'-]+(?: [^\W\d_a-z][\w\u2019'-]+)+")
WORD = re.compile(r"\w+")
DASHES = frozenset("-\u2013\u2014")
LONGEST_QUESTION = 60
FEWEST_QUESTIONS = 2
LONGEST_LABEL = 3
LONGEST_SENDER = 6


@attrs.frozen(kw_only=True)
class Answer:
    """What somebody answers: the stretch without its label, where the line begins, and the words that name who."""

    span: Span
    line: int
    speaker: Span


@attrs.frozen(kw_only=True)
class _Line:
    """A line of a text: all of it, its label where it may have one, and where the words behind begin."""

    span: Span
    label: Span | None
    mark: str
    begin: int

    def is_question(self, text: str) -> bool:
        """Tell whether it ends as a question, and is no longer than one."""
        words = WORD.findall(text, self.begin, self.span.end)
        return self.span.cut(text).rstrip().endswith("?") and len(words) <= LONGEST_QUESTION


def find_answers(text: str, language: Language) -> tuple[Answer, ...]:
    """Give the answers of an interview, or what is forwarded, in order; none where the text is neither."""
    lines = [_read_line(text, found) for found in LINE.finditer(text) if found.group().strip()]
    asked = _by_letter(text, lines, language) or _by_name(text, lines) or _by_question(text, lines, language)
    return tuple(asked if "?" in text else _forwarded(text, lines, language))


def _forwarded(text: str, lines: Sequence[_Line], language: Language) -> Iterator[Answer]:
    """Give the lines behind one that says from whom they are forwarded: `Forwarded from River Watch`."""
    speaker: Span | None = None
    for one in lines:
        named = find_sender(text, one.span, language)
        if speaker is not None and named is None:
            yield Answer(span=one.span, line=one.span.start, speaker=speaker)
        speaker = named or speaker


def find_sender(text: str, line: Span, language: Language) -> Span | None:
    """Give whom a line names as the sender of what follows, where it holds nothing else."""
    found = next(iter(language.relays.find(text, line.start, line.end)), None)
    if found is None or found[2].relay is not Relay.FORWARDED or found[2].before is not None or found[2].after != "B":
        return None
    lead, sender = text[line.start : found[0]], text[found[1] : line.end]
    words = WORD.findall(sender)
    if any(map(str.isalnum, lead)) or not 0 < len(words) <= LONGEST_SENDER or sender.rstrip()[-1] in ".!?":
        return None
    start = found[1] + len(sender) - len(sender.lstrip(' :"\u201c\u00ab'))
    return Span(start=start, end=found[1] + len(sender.rstrip(' :"\u201d\u00bb')))


def _read_line(text: str, found: re.Match[str]) -> _Line:
    span = Span(start=found.start(), end=found.end())
    label = LABEL.match(text, found.start(), found.end())
    if label is None:
        return _Line(span=span, label=None, mark="", begin=span.start)
    named = Span(start=label.start("label"), end=label.end("label"))
    return _Line(span=span, label=named, mark=label["mark"], begin=label.end())


def _by_letter(text: str, lines: Sequence[_Line], language: Language) -> Iterator[Answer] | tuple[()]:
    """Give the answers that a letter marks (`A: …`); what follows such a line belongs to it, up to a question."""
    kinds = [one.label.cut(text).lower() if one.label else "" for one in lines]
    first = next((place for place, kind in enumerate(kinds) if kind in language.askers), None)
    if first is None or not any(kind in language.answerers for kind in kinds[first:]):
        return ()
    speaker = _find_interviewee(text, lines[first].span.start, language)
    return _answers(lines, kinds, first, speaker, language) if speaker else ()


def _answers(
    lines: Sequence[_Line], kinds: Sequence[str], first: int, speaker: Span, language: Language
) -> Iterator[Answer]:
    answering = False
    for one, kind in zip(lines[first:], kinds[first:], strict=True):
        marked = kind in language.askers | language.answerers
        answering = kind in language.answerers if marked else answering
        if answering:
            begin = one.begin if marked else one.span.start
            yield Answer(span=Span(start=begin, end=one.span.end), line=one.span.start, speaker=speaker)


def _by_name(text: str, lines: Sequence[_Line]) -> list[Answer]:
    """Give the answers of lines that names mark (`Orlan: …`), where another name marks the questions."""
    named = [(one, one.label.cut(text)) for one in lines if one.label and one.mark == ":" and _is_name(text, one.label)]
    asked = Counter(label for one, label in named if one.is_question(text))
    spoken = Counter(label for _, label in named)
    askers = {label for label, times in asked.items() if times == spoken[label]}
    answered = [(one, label) for one, label in named if label not in askers and spoken[label] >= FEWEST_QUESTIONS]
    if not askers or not answered:
        return []
    return [
        Answer(span=Span(start=one.begin, end=one.span.end), line=one.span.start, speaker=one.label)
        for one, _ in answered
        if one.label is not None
    ]


def _is_name(text: str, label: Span) -> bool:
    words = label.cut(text).split()
    return len(words) <= LONGEST_LABEL and all(word[0].isupper() for word in words)


def _by_question(text: str, lines: Sequence[_Line], language: Language) -> list[Answer]:
    """Give what stands between lines that are questions, where somebody speaks of himself in it."""
    asked = [place for place, one in enumerate(lines) if one.is_question(text)]
    blocks = [(before + 1, after) for before, after in pairwise((*asked, len(lines))) if before + 1 < after]
    is_spoken = all(one.span.cut(text)[0] in DASHES for one in lines[asked[0] :]) if asked else False
    is_spoken = is_spoken or any(_speaks_of_himself(text, lines[slice(*one)], language) for one in blocks)
    if len(blocks) < FEWEST_QUESTIONS or not is_spoken:
        return []
    speaker = _find_interviewee(text, lines[asked[0]].span.start, language)
    if speaker is None:
        return []
    return [
        Answer(span=one.span, line=one.span.start, speaker=speaker) for block in blocks for one in lines[slice(*block)]
    ]


def _speaks_of_himself(text: str, lines: Sequence[_Line], language: Language) -> bool:
    return any(
        row.person == 1 for one in lines for _, _, row in language.pronouns.find(text, one.span.start, one.span.end)
    )


def _find_interviewee(text: str, end: int, language: Language) -> Span | None:
    """Give the first person's name before the questions: words with capitals that are no body, state or place known."""
    for found in NAME.finditer(text, 0, end):
        start = found.start()
        while text[start : found.end()].split(maxsplit=1)[0].lower() in language.common_words:
            start += len(text[start : found.end()].split(maxsplit=1)[0]) + 1
        words = text[start : found.end()]
        is_body = any(load_register().find_in(words)) or load_nations(language.code).side_of(words) is not None
        if len(words.split()) > 1 and not is_body:
            return Span(start=start, end=found.end())
    return None
