"""Sentences: where they begin and end, in character spans of the text.

Takes a text, the abbreviations of its language and, where known, its quotations; gives sentences. A splitter proposes
boundaries; what it does not know is repaired here: abbreviations before a name or a number, words that go on after a
closing quotation mark, quotations whose sentence goes on behind them, headings without a full stop.
"""

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from sentencex import get_sentence_boundaries

from sayso.reading.marks import MARKS
from sayso.reading.quotations import Quotation
from sayso.vocabulary import Span

# The splitter's time grows with the square of its text where opening marks stay unclosed: it sees pieces of this length
# (1.2 ms at the worst, 5 ms at twice the length). It leaves quotations and items of a list in one piece, which are
# split here: it sees neither opening marks nor bullets nor the numbers of items. Of half characters it would raise.
LONGEST_PIECE = 2_000
HIDDEN = re.compile('["`\u2018\u201a-\u201f\u00ab\u00bb\u2039\u203a\u300c\u2022\u2023\u25aa\u25cf\u25e6\ud800-\udfff]')
ITEM_NUMBER = re.compile(r"\n\d{1,3}[.)](?=\s)")

LINE_BREAK = re.compile(r"[\n\r\u2028\u2029]\s*")
# A line that was broken to fit a column is longer than this; a heading is mostly shorter.
SHORTEST_WRAPPED = 60
# A line that stays this much short of the longest of its paragraph, although the next word would fit, was broken where
# its writer wanted. No column is wider than this.
SHORT_OF_COLUMN = 12
LONGEST_COLUMN = 100
ELLIPSIS = "\u2026"
ELLIPSIS_END = re.compile(r"(?<=\w)\u2026[\u2019\u201d\u00bb\"']?[^\S\n\r]")
CLOSERS_AND_SPACE = re.compile(r"[\"'\u2019\u201d\u00bb]*\s*")
BEFORE_WORDS = MARKS + "([-\u2010\u2011\u2012\u2013\u2014\u2015 \t\u00a0"
DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015")
ENDS = frozenset(".!?\u2026")
# Pictures that stand for a full stop between two sentences of a post, and what a picture is put together with.
JOINED_TO = "\u200d\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
PICTURE = re.compile(f"[\u203c\u2049\u2600-\u27bf\u2b50\u2b55\U0001f1e6-\U0001faff{JOINED_TO}]")
PICTURE_END = re.compile(rf"(?<=\w)[^\S\n]*{PICTURE.pattern}{{1,16}}[^\S\n]+")
JOINED = re.compile(f"[{JOINED_TO}]")
FEWEST_BEFORE_PICTURE = 2
# Full stops behind which a sentence may end although the splitter does not see it.
STOP = re.compile(r"\.[\"'\u2019\u201d\u00bb)]?\s+(?=\S)")
LONGEST_GAP = 16
LONGEST_TOKEN = 80
# A quotation longer than this is split into its sentences even where the sentence around it goes on.
LONGEST_WHOLE = 1_000


def find_sentences(
    text: str, quotations: Sequence[Quotation], abbreviations: frozenset[str], language: str
) -> tuple[Span, ...]:
    """Find the sentences of a text, in order, without the white space around them; time is linear in its length.

    ``quotations`` stay in one sentence with the words before and behind them (``"Run! Now!" said Oleh.``).
    ``abbreviations``: in lower case, with their last full stop. Plain (``etc.``) they end no sentence before a small
    letter, with ``~0`` (``no.~0``) none before a number either, with ``~`` (``gen.~``) none at all. With ``^`` they may
    end one where the splitter would not let them, with ``^0`` behind a number. ``language``: the code whose rules the
    splitter takes.
    """
    lines, paragraphs = _break_lines(text)
    known = {*lines, *paragraphs}
    places = chain(_propose(text, language), _propose_more(text, abbreviations))
    proposed = {_settle(text, place) for place in places if place not in known and not text[place].isspace()}
    ends = {place for place in proposed - known if _ends_sentence(text, place, abbreviations)}
    kept = _outside(sorted(ends.union(lines)), _find_joined(text, quotations))
    borders = sorted({0, *kept, *paragraphs, len(text)})
    return tuple(span for start, end in pairwise(borders) if (span := _trim(text, start, end)))


def _propose(text: str, language: str) -> Iterator[int]:
    """Give the places where the splitter lets a sentence begin, piece by piece."""
    hidden = ITEM_NUMBER.sub(lambda found: "\n".ljust(len(found.group())), HIDDEN.sub(" ", text))
    position = 0
    while position < len(hidden):
        piece = hidden[position : position + LONGEST_PIECE]
        starts = [position + one["start_index"] for one in get_sentence_boundaries(language, piece)]
        yield from starts[1:]
        # The last sentence of a piece is cut off: it is read again with what follows, unless it is most of the piece.
        whole = position + len(piece) == len(hidden) or starts[-1] - position < LONGEST_PIECE // 2
        position = position + len(piece) if whole else starts[-1]


def _propose_more(text: str, abbreviations: frozenset[str]) -> Iterator[int]:
    """Give the places that the splitter passes over: behind an ellipsis, a picture, some abbreviations."""
    for found in ELLIPSIS_END.finditer(text) if ELLIPSIS in text else ():
        if text[found.end() : found.end() + 2].lstrip("\u2018\u201c\u00ab\"'")[:1].isupper():
            yield found.end()
    # What most texts have none of is looked for by itself first, which costs next to nothing.
    for found in PICTURE_END.finditer(text) if PICTURE.search(text) else ():
        before = text[max(0, found.start() - LONGEST_TOKEN) : found.start()].rpartition("\n")[2]
        if text[found.end() : found.end() + 1].isupper() and len(before.split()) >= FEWEST_BEFORE_PICTURE:
            yield found.end()
    if any(one.endswith(("^", "^0")) for one in abbreviations):
        yield from (
            one.end() for one in STOP.finditer(text) if _may_end(text, one.start() + 1, one.end(), abbreviations)
        )


def _may_end(text: str, stop: int, place: int, abbreviations: frozenset[str]) -> bool:
    """Tell whether an abbreviation whose full stop ends at ``stop`` may end a sentence before ``place``."""
    if not text[place : place + LONGEST_GAP].lstrip(BEFORE_WORDS)[:1].isupper():
        return False
    before = text[max(0, stop - LONGEST_TOKEN) : stop].lower().split()
    token = before[-1].lstrip(MARKS + "([") if before else ""
    several = " ".join((*before[-2:-1], token))
    if f"{token}^" in abbreviations or f"{several}^" in abbreviations:
        return True
    is_counted = len(before) > 1 and before[-2].rstrip(".,%)").isdecimal()
    return is_counted and f"{token}^0" in abbreviations


def _settle(text: str, place: int) -> int:
    """Move a boundary so that closing marks stay with the sentence they close and opening ones go with the next."""
    begin = max(0, place - LONGEST_GAP)
    end = begin + len(text[begin:place].rstrip(MARKS + string.whitespace))
    found = CLOSERS_AND_SPACE.match(text, end, place)
    return found.end() if found and begin < end < place else place


def _ends_sentence(text: str, place: int, abbreviations: frozenset[str]) -> bool:
    """Tell whether a sentence ends before ``place``, by the word before it and the character after it."""
    before = text[max(0, place - LONGEST_TOKEN) : place]
    lead = before.rstrip()
    follows = text[place : place + LONGEST_GAP].lstrip(BEFORE_WORDS)[:1]
    if not lead or not follows:
        return True
    if _goes_on(text, place, follows):
        return False
    if lead[-1] in MARKS:
        return not follows.islower()
    token = lead.rsplit(maxsplit=1)[-1].lstrip(MARKS + "([").lower()
    is_inside = len(lead) == len(before) and (token.count(".") > 1 or "/" in token or "@" in token)
    if is_inside or _is_item_head(lead, token):
        return False
    ends = _may_end(text, place - len(before) + len(lead), place, abbreviations)
    return ends or not _is_abbreviated(token.rpartition("-")[2], follows, abbreviations)


def _goes_on(text: str, place: int, follows: str) -> bool:
    """Tell whether what stands at ``place`` belongs to what is before: part of a picture, a dash and a small letter."""
    is_dashed = text[place : place + LONGEST_GAP].lstrip()[:1] in DASHES
    return (is_dashed and follows.islower()) or JOINED.match(text, place) is not None


def _is_item_head(lead: str, token: str) -> bool:
    """Tell whether a line holds no more than a bullet or the number of an item so far."""
    rest = lead[: len(lead) - len(token)]
    begins_line = rest.endswith(("\n", "\r")) or (not rest and len(lead) < LONGEST_TOKEN)
    return begins_line and (token[:-1].isdecimal() or not any(map(str.isalnum, token)))


def _is_abbreviated(token: str, follows: str, abbreviations: frozenset[str]) -> bool:
    """Tell whether the full stop of a token marks an abbreviation after which the sentence goes on."""
    if f"{token}~" in abbreviations:
        return True
    numbered = f"{token}~0" in abbreviations
    return (numbered and follows.isdecimal()) or ((numbered or token in abbreviations) and follows.islower())


def _break_lines(text: str) -> tuple[list[int], list[int]]:
    """Give where lines begin that are no continuation of the one before, and where paragraphs begin."""
    found = [(one.start(), one.end(), len(one.group().splitlines()) > 1) for one in LINE_BREAK.finditer(text)]
    has_paragraphs = any(is_blank and start > 0 and end < len(text) for start, end, is_blank in found)
    lines, paragraphs, begin = [], [], 0
    for (start, end, is_blank), is_ragged in zip(found, _find_ragged(text, found), strict=True):
        is_open = text[max(begin, start - LONGEST_GAP) : start].rstrip().endswith(",")
        is_meant = is_ragged and not is_open
        if is_blank:
            paragraphs.append(end)
        elif is_meant or not _is_wrapped(text, begin, start, end, has_paragraphs=has_paragraphs):
            lines.append(end)
        begin = end
    return lines, paragraphs


def _find_ragged(text: str, breaks: Sequence[tuple[int, int, bool]]) -> list[bool]:
    """Tell for each break whether lines of its paragraph end where their writer wants, not where a column is full.

    So they do where a line begins with a small letter, though its first word would have fitted into the line before, or
    where that is a heading in capitals.
    """
    ragged: list[bool] = []
    begin, places = 0, []
    for start, end, is_blank in (*breaks, (len(text), len(text), True)):
        places.append((begin, start, end))
        begin = end
        if is_blank:
            column = min(LONGEST_COLUMN, max(stop - first for first, stop, _ in places))
            ragged += [any(_is_short(text, *place, column) for place in places[:-1])] * len(places)
            places = []
    return ragged[: len(breaks)]


def _is_short(text: str, begin: int, start: int, end: int, column: int) -> bool:
    """Tell whether a small letter follows a line that was broken before its column was full, or a heading."""
    if not text[end : end + 1].islower() or text[max(begin, start - LONGEST_GAP) : start].rstrip().endswith(","):
        return False
    word = text[end : end + LONGEST_TOKEN].split(maxsplit=1)[0]
    is_heading = text[begin : min(start, begin + LONGEST_TOKEN)].isupper()
    return is_heading or start - begin + len(word) + SHORT_OF_COLUMN <= column


def _is_wrapped(text: str, begin: int, start: int, end: int, *, has_paragraphs: bool) -> bool:
    """Tell whether a break at ``start:end`` falls inside a sentence, the line before it having begun at ``begin``."""
    last = text[max(begin, start - LONGEST_GAP) : start].rstrip()[-1:]
    if last in ENDS:
        return False
    if last == "," or text[end : end + 1].islower():
        return True
    return has_paragraphs and start - begin >= SHORTEST_WRAPPED and last != ":"


def _find_joined(text: str, quotations: Iterable[Quotation]) -> Iterator[tuple[int, int]]:
    """Give the stretches in which no sentence ends: quotations that are part of the sentence around them.

    The sentence goes on behind a quotation that ends with a comma, or when a comma or a small letter follows, with or
    without a dash between; it began before one that no sentence end stands before.
    """
    for quotation in quotations:
        start, end = quotation.span.start, quotation.span.end
        if quotation.closed and end - start <= LONGEST_WHOLE:
            behind = text[end : end + LONGEST_GAP]
            follows = behind.lstrip(BEFORE_WORDS)
            if follows[:1].islower() or follows[:1] == "," or text[start:end].rstrip(MARKS).endswith(","):
                yield start, end + len(behind) - len(follows)
            elif _is_led_in(text, start):
                yield start, end - 1


def _is_led_in(text: str, start: int) -> bool:
    """Tell whether a sentence is under way before ``start``."""
    before = text[max(0, start - LONGEST_GAP) : start]
    last = before.rstrip(" \t\u00a0([")[-1:]
    return bool(last) and not last.isspace() and last not in ENDS and last not in MARKS


def _outside(places: Iterable[int], stretches: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Leave out the places inside a stretch; both are sorted and walked through once."""
    left = iter(stretches)
    start, end = next(left, (0, 0))
    for place in places:
        while end < place and (after := next(left, None)):
            start, end = after
        if not start < place <= end:
            yield place


def _trim(text: str, start: int, end: int) -> Span | None:
    """Give the span without the white space around it, None where nothing is left."""
    stripped = text[start:end].lstrip()
    start = end - len(stripped)
    end = start + len(stripped.rstrip())
    return Span(start=start, end=end) if start < end else None
