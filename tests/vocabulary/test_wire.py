"""What is written is read back equal; what is not as it was written is refused, with the place and the fault."""

import copy
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from sayso.errors import InputError
from sayso.vocabulary import (
    Comparison,
    Judgement,
    Reason,
    Rejection,
    RejectionReason,
    Report,
    Span,
    Verdict,
    read_reading,
    write_reading,
)
from sayso.vocabulary.wire import read_value, write_value
from tests.vocabulary.assessments import fill_assessment, fill_weighing
from tests.vocabulary.readings import READINGS, REPORTS, fill_reading

REASON = Reason(rule="same place", score=-0.5, words=(("r-1", Span(start=0, end=3)),))
VALUES = [
    fill_reading().report,
    Rejection(where="posts.jsonl", reason=RejectionReason.NO_TEXT, detail="no field 'text'", line=3),
    Judgement(one="c-1", other="c-2", verdict=Verdict.SAME, by="k", at=datetime(2024, 12, 6, tzinfo=UTC), why="so"),
    Comparison(one="c-1", other="c-2", score=0.5, reasons=(REASON,)),
    fill_assessment(),
    fill_weighing(),
]


def pass_through_json(written):
    return json.loads(json.dumps(written, ensure_ascii=False, allow_nan=False))


def test_a_full_reading_is_read_back_equal():
    assert read_reading(pass_through_json(write_reading(fill_reading()))) == fill_reading()


def test_what_is_written_is_plain_json_before_it_is_text():
    written = write_reading(fill_reading())
    assert type(written["claims"][0]["stance"]) is str
    assert read_reading(written) == fill_reading()


@settings(max_examples=50, deadline=None)
@given(READINGS)
def test_any_reading_is_read_back_equal(reading):
    assert read_reading(pass_through_json(write_reading(reading))) == reading


@settings(max_examples=50, deadline=None)
@given(REPORTS)
def test_any_report_is_read_back_equal(report):
    assert read_value(Report, pass_through_json(write_value(report))) == report


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_any_other_value_is_read_back_equal(value):
    written = pass_through_json(write_value(value))
    assert written["wire"] == 6
    assert read_value(type(value), written) == value


MANGLED = [
    ("wire", None, "wire None is not 6"),
    (
        "wire",
        1,
        "wire 1 is not 6, the one this version reads: it was written by an earlier sayso; read the reports again",
    ),
    ("wire", 7, "wire 7 is not 6, the one this version reads"),
    ("wire", 0, "wire 0 is not 6, the one this version reads"),
    ("wire", True, "wire True is not 6"),
    ("id", "", "a report needs an id"),
    ("id", 7, "str is expected, not 7 @ reading.report.id"),
    ("text", " ", "no text"),
    ("text", "short", "passes the end of the text"),
    ("lang", None, "str is expected, not None @ reading.lang"),
    ("published_utc", "2024-12-06", "written like 2024-12-06T09:30:00Z"),
    ("published_utc", "2024-12-06T09:30:00+02:00", "written like"),
    ("published_utc", "yesterday", "reading.report.published"),
    ("published_utc", 1733477400, "written like"),
    ("claims", None, "a list is expected, not None @ reading.claims"),
    ("claims", {}, "a list is expected"),
    ("claims", [7], "an object is expected, not 7"),
    ("claims.0.id", None, "reading.claims[0].id"),
    ("claims.0.content", [], "a claim needs content"),
    ("claims.0.content", [[3, 3]], "0 <= start < end"),
    ("claims.0.content", [[0, 1, 2]], "two whole numbers"),
    ("claims.0.content", [[0, True]], "two whole numbers"),
    ("claims.0.content", [[0, 1.0]], "two whole numbers"),
    ("claims.0.content", ["01"], "two whole numbers"),
    ("claims.0.kind", "written", "expected ClaimKind"),
    ("claims.0.hedged", 0, "bool is expected"),
    ("claims.0.score", True, "a number is expected"),
    ("claims.0.score", "1", "a number is expected"),
    ("claims.0.score", 1.5, "a score lies between 0 and 1"),
    ("claims.0.score", float("nan"), "a score lies between 0 and 1"),
    ("claims.0.event", None, "event and happened must be"),
    ("claims.0.event.type", "strike", "event and happened must be"),
    ("claims.0.events.0.happened", True, "event and happened must be"),
    ("claims.0.events.0.happened", 0, "event and happened must be"),
    ("claims.0.events", None, "a list is expected"),
    ("claims.0.events", [7], "an object is expected, not 7"),
    ("claims.0.events.0.places", [-1], "counts places and times from 0"),
    ("claims.0.events.0.type", "strike", "an event of strike has no direction"),
    ("claims.0.events.0.trigger", [0, 99], "passes the end of the text"),
    ("claims.0.events.0.actor.span", [0, 99], "passes the end of the text"),
    ("claims.0.events.0.target.name", "", "needs a name"),
    ("claims.0.events.0.target.side", "ua", "two to eight of A-Z"),
    ("claims.0.events.0.modality", "maybe", "expected Modality"),
    ("claims.0.events.0.reasons.0.words.0.1", [0, 99], "passes the end of the text"),
    ("claims.0.chain.0.side", "ua", "two to eight of A-Z"),
    ("claims.0.chain.0.relay", "said", "Relay | None @ reading.claims[0].chain[0].relay"),
    ("claims.0.chain.0.inherited", None, "bool is expected, not None @ reading.claims[0].chain[0].inherited"),
    ("claims.0.chain.0.register", 7, "str is expected, not 7 @ reading.claims[0].chain[0].register"),
    ("claims.0.things.0.code", "The bridge", "the code of a thing is of a-z, 0-9 and _"),
    ("claims.0.things.0.span", [0, 99], "passes the end of the text"),
    ("claims.0.chain.0.score", 2, "a score lies between 0 and 1"),
    ("claims.0.chain.0.reasons.0.words.0", ["r-1"], "reading.claims[0].chain[0].reasons[0].words[0]"),
    ("claims.0.chain.0.reasons.0.words.0", [7, [0, 1]], "str is expected"),
    ("claims.0.chain.0.reasons.0.words.0.1", [0, 99], "passes the end of the text"),
    ("claims.0.agentless", True, "what is agentless has a cue and no chain"),
    ("claims.0.negated", 0, "bool is expected"),
    ("claims.0.basis", "hearsay", "Basis | None @ reading.claims[0].basis"),
    ("claims.0.remarks.0.remark", "true", "expected Remark"),
    ("claims.0.remarks.0.span", [0, 99], "passes the end of the text"),
    ("claims.0.flags.0.kind", "false", "expected FlagKind"),
    ("claims.0.flags.0.why", "", "needs words it rests on and a reason"),
    ("claims.0.flags.0.spans", [], "needs words it rests on and a reason"),
    ("claims.0.reasons.0.score", None, "a number is expected"),
    ("attributions.0.score", None, "a number is expected"),
    ("places.0.lat", None, "known together"),
    ("provenance.sha256", "A" * 64, "64 lower-case"),
    ("provenance.line", 0, "counted from 1"),
]


@pytest.mark.parametrize(("path", "value", "says"), MANGLED)
def test_a_mangled_reading_is_refused_and_the_fault_named(path, value, says):
    written = write_reading(fill_reading())
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    inner = written
    for step in way:
        inner = inner[step]
    inner[last] = value
    with pytest.raises(InputError) as caught:
        read_reading(written)
    assert says in str(caught.value)


@pytest.mark.parametrize("stored", [None, [], "reading", 1])
def test_what_is_no_object_is_refused(stored):
    with pytest.raises(InputError, match="wire None"):
        read_reading(stored)


def test_missing_and_unknown_fields_are_named():
    written = write_reading(fill_reading())
    del written["text"]
    written["texts"] = ""
    with pytest.raises(InputError, match="fields missing: text, fields unknown: texts"):
        read_reading(written)


def test_missing_and_unknown_fields_within_are_named_with_their_place():
    written = write_reading(fill_reading())
    del written["claims"][0]["score"]
    with pytest.raises(InputError, match=r"fields missing: score @ reading.claims\[0\]"):
        read_reading(written)
    written["claims"][0] |= {"score": None, "truth": True}
    with pytest.raises(InputError, match=r"fields unknown: truth @ reading.claims\[0\]"):
        read_reading(written)


@pytest.mark.parametrize("way", [("event",), ("events", 0, "happened")])
def test_what_is_told_of_events_twice_must_be_there(way):
    written = write_reading(fill_reading())
    inner = written["claims"][0]
    for step in way[:-1]:
        inner = inner[step]
    del inner[way[-1]]
    with pytest.raises(InputError, match=r"event and happened must be .* @ reading.claims\[0\]"):
        read_reading(written)


def test_a_place_that_the_reading_does_not_hold_is_refused():
    written = write_reading(fill_reading())
    claim = written["claims"][0]
    claim["event"]["places"] = claim["events"][0]["places"] = [1]
    with pytest.raises(InputError, match="a place or time that is not in the reading"):
        read_reading(written)


def test_of_many_faults_three_are_told_and_the_rest_counted():
    written = write_reading(fill_reading())
    written["claims"] = [copy.deepcopy(written["claims"][0]) | {"kind": "x"} for _ in range(5)]
    with pytest.raises(InputError, match="and 2 more"):
        read_reading(written)
