"""Readings as one self-contained page: marked texts, claims beside them, joined by hover and keyboard.

All text is escaped. The page's policy allows its own style and script by their hashes and nothing else. The script
never sees an offset: it joins elements by their ids, so that characters beyond the basic plane, which JavaScript
counts twice, cannot shift a mark.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

import attrs

from sayso.views.account import (
    Because,
    Explained,
    Located,
    Numbered,
    explain,
    explain_event,
    explain_place,
    gather_places,
    take_account,
    word_absence,
    word_candidates,
    word_chain,
    word_claim,
    word_doubt,
    word_flag,
    word_link,
    word_offsets,
    word_own,
    word_place,
    word_precision,
    word_remark,
    word_score,
    word_withheld,
)
from sayso.views.amounts import Told, word_quantities
from sayso.views.happenings import Listed, count_events, list_events, word_event, word_kind, word_trigger
from sayso.views.safely import count, show_safely, trim
from sayso.views.timeline import order_times, word_date_doubt, word_time
from sayso.views.web.maps import Map, draw_map
from sayso.views.web.rendering import dress, environment, read_static
from sayso.views.web.segments import Mention, Played, Segment, cut_segments
from sayso.vocabulary import UNDETERMINED, Anchor, Link, Reading, Rejection, When

LONGEST_EXCERPT = 90
# Embeddings, overrides and isolates of the bidirectional algorithm.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@attrs.frozen(kw_only=True)
class ShownLink:
    """A source as the list shows it: what ties it to the one before, its name, its place, what else is known of it."""

    lead: str
    name: str
    offsets: str
    words: tuple[str, ...]


@attrs.frozen(kw_only=True)
class ShownNote:
    """A flag or a remark as the list shows it."""

    what: str
    words: str
    offsets: str
    is_quoted: bool


@attrs.frozen(kw_only=True)
class ShownClaim:
    """A claim as the list shows it."""

    key: str
    label: str
    quoted: tuple[str, ...]
    offsets: str
    links: tuple[ShownLink, ...]
    absence: str
    cue: str
    words: tuple[str, ...]
    flags: tuple[ShownNote, ...]
    remarks: tuple[ShownNote, ...]
    quantities: tuple[Told, ...]
    explained: tuple[Explained, ...]
    is_attitude: bool


@attrs.frozen(kw_only=True)
class ShownPlace:
    """A place as the list shows it; ``doubt`` and ``candidates`` where it cannot be told, else what it is."""

    key: str
    written: str
    offsets: str
    name: str
    words: tuple[str, ...]
    score: str
    doubt: str
    candidates: tuple[str, ...]
    reasons: tuple[Because, ...]


@attrs.frozen(kw_only=True)
class ShownTime:
    """A time as the page shows it: its value, its words, and what it was counted from."""

    value: str
    written: str
    offsets: str
    words: tuple[str, ...]
    is_known: bool


@attrs.frozen(kw_only=True)
class ShownEvent:
    """An event as the page shows it: its kind, the words that tell it, what is known of it, and why."""

    kind: str
    written: str
    offsets: str
    words: tuple[str, ...]
    happened: bool
    reasons: tuple[Because, ...]


@attrs.frozen(kw_only=True)
class ShownReading:
    """A reading as the page shows it."""

    key: str
    title: str
    excerpt: str
    facts: tuple[tuple[str, str], ...]
    lang: str
    is_read: bool
    segments: tuple[Segment, ...]
    claims: tuple[ShownClaim, ...]
    unsourced: tuple[ShownClaim, ...]
    own: tuple[ShownClaim, ...]
    places: tuple[ShownPlace, ...]
    times: tuple[ShownTime, ...]
    events: tuple[ShownEvent, ...]
    happened: str
    map: Map | None

    @property
    def statements(self) -> int:
        """How many claims are shown from the start."""
        return sum(not claim.is_attitude for claim in self.claims)


def render_readings(readings: Sequence[Reading], rejections: Sequence[Rejection], *, show_all: bool) -> str:
    """Give the page as HTML. ``show_all``: attitudes are shown from the start, not only on demand."""
    style, script = (read_static(name) for name in ("page.css", "page.js"))
    shown = [_show_reading(number, reading) for number, reading in enumerate(readings, 1)]
    return (
        environment()
        .get_template("readings.html.j2")
        .render(
            readings=shown,
            rejections=[str(rejection) for rejection in rejections],
            show_all=show_all,
            has_remarks=any(claim.remarks for one in shown for claim in (*one.claims, *one.unsourced, *one.own)),
            has_places=any(one.places for one in shown),
            has_attitudes=any(claim.is_attitude for reading in shown for claim in reading.claims),
            **dress(style, script),
        )
    )


def _show_reading(number: int, reading: Reading) -> ShownReading:
    key, account = f"r{number}", take_account(reading)
    shown, unsourced, own = (
        [(f"{key}-{letter}{place}", one) for place, one in enumerate(part, 1)]
        for letter, part in (("", account.attributed), ("q", account.unsourced), ("o", account.own))
    )
    played = [
        *(Played(key=name, numbered=one, role="content") for name, one in shown),
        *(Played(key=name, numbered=one, role="quoted") for name, one in unsourced),
        *(Played(key=name, numbered=one, role="own") for name, one in own),
    ]
    places = [(f"{key}-p{number}", one) for number, one in enumerate(gather_places(reading), 1)]
    words, listed = " ".join(reading.report.text.split()), list_events(reading)
    return ShownReading(
        key=key,
        title=_title(reading),
        excerpt=words if len(words) <= LONGEST_EXCERPT else words[:LONGEST_EXCERPT].rstrip() + "\u2026",
        facts=_facts(reading),
        lang="" if reading.lang == UNDETERMINED else reading.lang,
        is_read=reading.reader.pack is not None,
        segments=tuple(cut_segments(reading.report.text, played, list(_mentions(places)))),
        claims=tuple(_show_claim(name, reading, one) for name, one in shown),
        unsourced=tuple(_show_claim(name, reading, one) for name, one in unsourced),
        own=tuple(attrs.evolve(_show_claim(name, reading, one), words=word_own(one.claim)) for name, one in own),
        places=tuple(_show_place(name, reading, one) for name, one in places),
        times=tuple(_show_time(reading, time) for time in order_times(reading)),
        events=tuple(_show_event(reading, one) for one in listed),
        happened=count_events(listed),
        map=draw_map(places),
    )


def _mentions(places: Sequence[tuple[str, Located]]) -> Iterator[Mention]:
    for key, one in places:
        for place in one.mentions:
            is_first = place is one.mentions[0]
            yield Mention(key=key, span=place.span, is_resolved=place.resolved, is_first=is_first)


def _show_place(key: str, reading: Reading, one: Located) -> ShownPlace:
    place, written = one.place, " / ".join(one.written(reading.report.text))
    known = (*word_place(place), word_precision(place)) if place.resolved else ()
    return ShownPlace(
        key=key,
        written=written,
        offsets=word_offsets([mention.span for mention in one.mentions]),
        name=place.name if place.resolved and place.name != written else "",
        words=tuple(word for word in known if word),
        score=word_score(place.score) if place.resolved else "",
        doubt="" if place.resolved else word_doubt(place),
        candidates=() if place.resolved else word_candidates(place),
        reasons=explain_place(reading, place),
    )


def _show_time(reading: Reading, time: When) -> ShownTime:
    return ShownTime(
        value=time.value,
        written=time.span.cut(reading.report.text),
        offsets=word_offsets((time.span,)),
        words=word_time(time, reading.report.text),
        is_known=time.anchor is not Anchor.NONE,
    )


def _show_event(reading: Reading, listed: Listed) -> ShownEvent:
    written, offsets = word_trigger(reading, listed.event)
    return ShownEvent(
        kind=word_kind(listed.event),
        written=written,
        offsets=offsets,
        words=word_event(reading, listed),
        happened=listed.happened,
        reasons=explain_event(reading, listed.event),
    )


def _title(reading: Reading) -> str:
    """Name a report by its title, else by its file: its first words stand in its text already."""
    source = reading.report.provenance
    name = show_safely(PurePath(source.where).name)
    return reading.report.title or name + ("" if source.line is None else f":{source.line}")


def _facts(reading: Reading) -> tuple[tuple[str, str], ...]:
    """Give what a reader must know to find the report again and to trust that it is the same, where it is known."""
    report, source = reading.report, reading.report.provenance
    line = "" if source.line is None else f", line {source.line}"
    stated = (
        ("outlet", report.outlet),
        ("published", "; ".join(word for word in (report.published_stated, word_date_doubt(reading)) if word)),
        ("address", report.url),
        ("file", show_safely(source.where) + line),
        ("language", None if reading.lang == UNDETERMINED else reading.lang),
        ("words", f"{len(report.text.split()):,}"),
        ("model", reading.reader.pack),
        ("sha256", source.sha256),
        ("note", _hidden_marks(report.text)),
        ("privacy", word_withheld(reading)),
    )
    return tuple((name, value) for name, value in stated if value)


def _hidden_marks(text: str) -> str | None:
    """Warn of marks that nobody sees and that can make words stand in another order than they are written."""
    number = sum(mark in TURNING for mark in text)
    return (
        f"{count(number, 'invisible mark')} in the text may change the order in which words appear" if number else None
    )


def _show_claim(key: str, reading: Reading, one: Numbered) -> ShownClaim:
    text, claim = reading.report.text, one.claim
    return ShownClaim(
        key=key,
        label=one.label,
        quoted=tuple(span.cut(text) for span in claim.content),
        offsets=word_offsets(claim.content),
        links=tuple(_show_link(lead, link) for lead, link in word_chain(claim)),
        absence=word_absence(claim) if claim.cue and not claim.chain else "",
        cue=trim(" \u2026 ".join(" ".join(span.cut(text).split()) for span in claim.cue)),
        words=word_claim(claim),
        flags=tuple(
            ShownNote(what=word_flag(flag), words=flag.why, offsets=word_offsets(flag.spans), is_quoted=False)
            for flag in claim.flags
        ),
        remarks=tuple(
            ShownNote(
                what=word_remark(one), words=one.span.cut(text), offsets=word_offsets((one.span,)), is_quoted=True
            )
            for one in claim.remarks
        ),
        quantities=word_quantities(claim),
        explained=explain(reading, claim),
        is_attitude=one.is_attitude,
    )


def _show_link(lead: str, link: Link) -> ShownLink:
    return ShownLink(lead=lead, name=trim(link.name), offsets=word_offsets((link.mention,)), words=word_link(link))
