"""What is worth a second look in a reading: flags on claims, each with its reason and the words it rests on.

Flags judge nothing: they say that the words of one side come only through the other, that the report states as a fact
what it attributed before, or that a private person speaks.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sayso.knowledge import Conflicts, Language
from sayso.vocabulary import Flag, FlagKind, Link, Span

WORD = re.compile(r"[^\W\d_]{4,}")
FEWEST_NAMES, FEWEST_SHARED = 2, 3
# Of the words of a sentence that an attributed claim before it must share: tried .4 to .7 on the constructed training
# texts; .6 marks restatements and no mere continuation of the subject.
SHARE = 0.6
FEWEST_WORDS = 4
# Claims that are looked at for one shared word, so that time stays linear where one word stands everywhere.
MOST_CLAIMS = 50


def flag_chain(
    chain: Sequence[Link], conflicts: Conflicts, described_by: Mapping[Span, Sequence[Span]] | None = None
) -> Iterator[Flag]:
    """Give the flags that follow from a chain alone; ``described_by``: what tells age and family of a mention."""
    for place, link in enumerate(chain):
        for nearer in chain[:place]:
            side, other = link.party or link.side, nearer.party or nearer.side
            if conflicts.is_opposed(side, other):
                why = f"words of {side} known only through {nearer.name} ({other})"
                yield Flag(kind=FlagKind.RELAYED_BY_OPPONENT, spans=(nearer.mention, link.mention), why=why)
                break
        if link.private:
            why = "a private person, named only as a witness, a victim or a relative"
            described = tuple(span for span in (described_by or {}).get(link.mention, ()) if span != link.mention)
            yield Flag(kind=FlagKind.PRIVATE_PERSON, spans=(link.mention, *described), why=why)


def find_dropped(
    text: str, own: Sequence[tuple[int, Span]], attributed: Sequence[tuple[int, Sequence[Span]]], language: Language
) -> dict[int, Flag]:
    """Find own-voice sentences that state what an earlier claim attributed: index of the claim to its flag.

    ``own`` and ``attributed`` are the claims of a report, by index, in the order of the text.
    """
    earlier = [(spans[0].start, spans, _words(text, spans, language)) for _, spans in attributed]
    by_word: dict[str, list[int]] = {}
    for place, (_, _, known) in enumerate(earlier):
        for word in known:
            by_word.setdefault(word, []).append(place)
    dropped: dict[int, Flag] = {}
    for index, span in own:
        words = _words(text, (span,), language)
        shared = Counter(place for word in words for place in by_word.get(word, ())[:MOST_CLAIMS])
        near = sorted(place for place, count in shared.items() if count >= FEWEST_NAMES)
        for start, spans, known in (earlier[place] for place in near):
            if start < span.start and _is_restated(words, known):
                why = "stated as a fact here, attributed before"
                dropped[index] = Flag(kind=FlagKind.ATTRIBUTION_DROPPED, spans=(span, *spans), why=why)
                break
    return dropped


def _words(text: str, spans: Sequence[Span], language: Language) -> dict[str, bool]:
    """Give the words that carry meaning, cut to their stems, each with whether it is written as a name."""
    found: dict[str, bool] = {}
    for span in spans:
        for match in WORD.finditer(text, span.start, span.end):
            word = match.group()
            small = word.lower()
            if small not in language.common_words:
                is_name = word[0].isupper() and match.start() > span.start
                found[small[:6]] = found.get(small[:6], False) or is_name
    return found


def _is_restated(words: dict[str, bool], known: dict[str, bool]) -> bool:
    shared = words.keys() & known.keys()
    names = sum(words[word] and known[word] for word in shared)
    by_names = names >= FEWEST_NAMES and len(shared) >= FEWEST_SHARED
    return by_names or (len(words) >= FEWEST_WORDS and len(shared) >= SHARE * len(words))
