"""Readings as one self-contained page: marked texts, claims beside them, joined by hover and keyboard.

All text is escaped by the template engine. The page's policy allows its own style and script by their hashes and
nothing else. The script never sees an offset: it joins elements by their ids, so that characters beyond the basic
plane, which JavaScript counts twice, cannot shift a mark.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from importlib import resources

import attrs
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

import sayso
from sayso.vocabulary import Act, Claim, Reading, Rejection, Span

LONGEST_TITLE = 90


@attrs.frozen(kw_only=True)
class Mark:
    """One role that a stretch of text plays in one claim: ``content``, ``cue`` or ``source``."""

    claim: str
    role: str


@attrs.frozen(kw_only=True)
class Segment:
    """A stretch of text over which the same marks hold; ``notes`` are the numbers of the claims that end with it."""

    text: str
    marks: tuple[Mark, ...]
    notes: tuple[int, ...]

    @property
    def claims(self) -> str:
        """The ids of the claims marked here, parted by spaces."""
        return " ".join(dict.fromkeys(mark.claim for mark in self.marks))

    @property
    def classes(self) -> str:
        """The roles played here, parted by spaces."""
        return " ".join(sorted({mark.role for mark in self.marks}))


@attrs.frozen(kw_only=True)
class ShownClaim:
    """A claim as the list shows it."""

    key: str
    number: int
    quoted: tuple[str, ...]
    offsets: str
    sources: tuple[str, ...]
    cue: str
    kind: str
    is_attitude: bool


@attrs.frozen(kw_only=True)
class ShownReading:
    """A reading as the page shows it."""

    key: str
    title: str
    facts: tuple[str, ...]
    is_read: bool
    segments: tuple[Segment, ...]
    claims: tuple[ShownClaim, ...]
    unsourced: tuple[ShownClaim, ...]
    own: tuple[ShownClaim, ...]


def render_readings(readings: Sequence[Reading], rejections: Sequence[Rejection], *, show_all: bool) -> str:
    """Give the page as HTML. ``show_all``: attitudes are shown from the start, not only on demand."""
    style, script = (_static(name) for name in ("page.css", "page.js"))
    environment = Environment(
        loader=PackageLoader("sayso.views.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("readings.html.j2").render(
        readings=[_show_reading(number, reading) for number, reading in enumerate(readings, 1)],
        rejections=[str(rejection) for rejection in rejections],
        show_all=show_all,
        # Our own files, not text from outside.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        style_hash=_hash(style),
        script_hash=_hash(script),
        version=sayso.__version__,
    )


def _static(name: str) -> str:
    return (resources.files("sayso.views.web") / "static" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _show_reading(number: int, reading: Reading) -> ShownReading:
    report = reading.report
    key = f"r{number}"
    numbered = {claim.id: place for place, claim in enumerate((c for c in reading.claims if c.act is not None), 1)}
    shown = [_show_claim(key, place, reading, claim) for claim, place in _by_number(reading, numbered)]
    free = [claim for claim in reading.claims if claim.act is None]
    unsourced, own = (
        tuple(
            _show_claim(f"{key}{letter}", place, reading, claim)
            for place, claim in enumerate((c for c in free if c.is_own_voice is is_own), 1)
        )
        for letter, is_own in (("q", False), ("o", True))
    )
    title = report.title or " ".join(report.text.split())[:LONGEST_TITLE]
    stated = (report.outlet, report.published_stated, report.provenance.where, reading.lang, reading.reader.pack)
    facts = (*(fact for fact in stated if fact), f"sha256 {report.provenance.sha256[:12]}")
    return ShownReading(
        key=key,
        title=title,
        facts=facts,
        is_read=reading.reader.pack is not None,
        segments=tuple(cut_segments(key, reading, numbered)),
        claims=tuple(shown),
        unsourced=unsourced,
        own=own,
    )


def _by_number(reading: Reading, numbered: dict[str, int]) -> Iterator[tuple[Claim, int]]:
    return ((claim, numbered[claim.id]) for claim in reading.claims if claim.id in numbered)


def _show_claim(key: str, number: int, reading: Reading, claim: Claim) -> ShownClaim:
    text = reading.report.text
    return ShownClaim(
        key=f"{key}-{number}",
        number=number,
        quoted=tuple(span.cut(text) for span in claim.content),
        offsets=", ".join(f"{span.start}\u2013{span.end}" for span in claim.content),
        sources=tuple(link.name for link in claim.chain),
        cue=" \u2026 ".join(span.cut(text) for span in claim.cue),
        kind=str(claim.kind),
        is_attitude=claim.act is Act.ATTITUDE,
    )


def cut_segments(key: str, reading: Reading, numbered: dict[str, int]) -> Iterator[Segment]:
    """Cut the text where any mark begins or ends; the segments joined give the text, character for character."""
    text = reading.report.text
    edges: dict[int, list[tuple[Mark, bool]]] = {}
    notes: dict[int, list[int]] = {}
    for claim, number in _by_number(reading, numbered):
        for role, spans in _roles(claim):
            mark = Mark(claim=f"{key}-{number}", role=role)
            for span in spans:
                edges.setdefault(span.start, []).append((mark, True))
                edges.setdefault(span.end, []).append((mark, False))
        notes.setdefault(claim.content[-1].end, []).append(number)
    edges.setdefault(len(text), [])
    held: dict[Mark, int] = {}
    last = 0
    for edge in sorted(edges):
        if edge > last:
            marks = tuple(mark for mark, count in held.items() if count)
            yield Segment(text=text[last:edge], marks=marks, notes=tuple(notes.get(edge, ())))
            last = edge
        for mark, begins in edges[edge]:
            held[mark] = held.get(mark, 0) + (1 if begins else -1)


def _roles(claim: Claim) -> Iterator[tuple[str, tuple[Span, ...]]]:
    yield "content", claim.content
    yield "cue", claim.cue
    yield "source", tuple(link.mention for link in claim.chain)
