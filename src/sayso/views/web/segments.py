"""Cuts a text where any mark begins or ends, so that marks may overlap, nest and share words as they like.

The segments, joined, give the text character for character.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from sayso.views.account import Numbered
from sayso.vocabulary import Span


@attrs.frozen(kw_only=True)
class Played:
    """A claim with its key in the page, and the role in which its content is marked: content, quoted or own."""

    key: str
    numbered: Numbered
    role: str

    def roles(self) -> Iterator[tuple[str, tuple[Span, ...]]]:
        """Give each role with the characters that play it."""
        claim = self.numbered.claim
        yield self.role, claim.content
        yield "cue", claim.cue
        yield "source", tuple(link.mention for link in claim.chain)
        yield "remark", tuple(remarked.span for remarked in claim.remarks)


@attrs.frozen(kw_only=True)
class Mark:
    """One role that a stretch of text plays in one claim. ``length``: characters the whole claim's content spans."""

    key: str
    role: str
    is_attitude: bool
    length: int


@attrs.frozen(kw_only=True)
class Mention:
    """A mention of a place, with the key of the place in the page."""

    key: str
    span: Span
    is_resolved: bool
    is_first: bool


@attrs.frozen(kw_only=True)
class Segment:
    """A stretch of text over which the same marks hold.

    ``begins`` are the keys of the claims whose content begins here, ``notes`` the claims whose content ends here.
    ``mention`` is the narrowest mention of a place that holds here.
    """

    text: str
    start: int = 0
    marks: tuple[Mark, ...] = ()
    mention: Mention | None = None
    begins: tuple[str, ...] = ()
    notes: tuple[Played, ...] = ()

    @property
    def classes(self) -> str:
        """The roles played here; those of attitudes under names of their own, and ``deep`` where claims are nested."""
        roles = {mark.role if not mark.is_attitude else f"attitude-{mark.role}" for mark in self.marks}
        nested = Counter(mark.role for mark in self.marks if not mark.is_attitude)["content"] > 1
        return " ".join([*sorted(roles), *(["deep"] if nested else [])])

    @property
    def joins(self) -> str:
        """The claims marked here with the role played in each, the narrowest claim first: ``r1-2:cue r1-1:content``."""
        ordered = sorted(self.marks, key=lambda mark: mark.length)
        return " ".join(f"{mark.key}:{mark.role}" for mark in ordered)

    @property
    def begins_mention(self) -> bool:
        """Whether the mention begins here."""
        return self.mention is not None and self.mention.span.start == self.start

    @property
    def ends_mention(self) -> bool:
        """Whether the mention ends here."""
        return self.mention is not None and self.mention.span.end == self.start + len(self.text)


def cut_segments(text: str, claims: Sequence[Played], mentions: Sequence[Mention] = ()) -> Iterator[Segment]:
    """Give the segments of a text in order."""
    opens: dict[int, list[Mark]] = defaultdict(list)
    closes: dict[int, list[Mark]] = defaultdict(list)
    begins: dict[int, list[str]] = defaultdict(list)
    notes: dict[int, list[Played]] = defaultdict(list)
    for one in claims:
        for mark, span in _marks(one):
            opens[span.start].append(mark)
            closes[span.end].append(mark)
        content = one.numbered.claim.content
        begins[content[0].start].append(one.key)
        if one.numbered.label:
            notes[content[-1].end].append(one)
    held: Counter[Mark] = Counter()
    starts = defaultdict(list)
    for mention in mentions:
        starts[mention.span.start].append(mention)
    standing: list[Mention] = []
    edges = sorted({0, len(text), *opens, *closes, *starts, *(one.span.end for one in mentions)})
    for start, end in pairwise(edges):
        held.update(opens[start])
        held -= Counter(closes[start])  # what falls to 0 is dropped, or each segment would cost more than the last
        standing = [one for one in (*standing, *starts[start]) if one.span.end > start]
        yield Segment(
            text=text[start:end],
            start=start,
            marks=tuple(held),
            mention=min(standing, key=lambda one: one.span.end - one.span.start, default=None),
            begins=tuple(begins[start]),
            notes=tuple(notes[end]),
        )


def _marks(one: Played) -> Iterator[tuple[Mark, Span]]:
    content = one.numbered.claim.content
    length = content[-1].end - content[0].start
    for role, spans in one.roles():
        mark = Mark(key=one.key, role=role, is_attitude=one.numbered.is_attitude, length=length)
        for span in spans:
            yield mark, span
