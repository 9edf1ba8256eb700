"""How sure an event is said to be follows from the modality that is read about its words."""

import json

import pytest

from evaluation.factuality import MODALITIES, factuality_errors, to_values
from sayso.vocabulary import (
    Claim,
    ClaimKind,
    Modality,
    Provenance,
    ReaderVersion,
    Reading,
    Report,
    Span,
    Stance,
    write_reading,
)

TEXT = "Rain fell and they did not mend the gate."


def read(*claims):
    version = ReaderVersion(sayso="0", pack=None, language="en")
    report = Report(id="a", text=TEXT, provenance=Provenance(where="a", format="jsonl", sha256="0" * 64))
    return json.loads(json.dumps(write_reading(Reading(report=report, lang="en", reader=version, claims=claims))))


def claim(words=TEXT, stance=Stance.ASSERTS, **known):
    content = (Span(start=TEXT.index(words), end=TEXT.index(words) + len(words)),)
    plain = {"cue": (), "kind": ClaimKind.INDIRECT, "chain": (), "hedged": False, "negated": False}
    return Claim(id="c", content=content, stance=stance, **{**plain, "hypothetical": False, **known})


def gold(*words):
    spans = [(TEXT.index(one), TEXT.index(one) + len(one)) for one in words]
    return {"a": {"lang": "en", "events": [{"start": start, "end": end, "value": 0.0} for start, end in spans]}}


def values(*claims, words=("fell", "mend")):
    return [one["value"] for one in to_values(gold(*words), {"a": read(*claims)})["a"]["events"]]


def test_every_modality_has_a_value():
    assert set(MODALITIES) == set(Modality)


@pytest.mark.parametrize(
    ("claims", "wanted"),
    [
        ((), [3.0, -3.0]),
        ((claim(),), [3.0, -3.0]),
        ((claim(hedged=True),), [2.0, -3.0]),
        ((claim(hypothetical=True),), [1.0, -3.0]),
        ((claim(stance=Stance.PREDICTS),), [2.0, -3.0]),
        ((claim(stance=Stance.DOUBTS),), [1.0, 1.0]),
        ((claim(), claim("Rain fell", stance=Stance.INTENDS)), [1.5, -3.0]),
    ],
)
def test_an_event_has_the_value_of_what_is_read_about_its_words(claims, wanted):
    assert values(*claims) == wanted


def test_a_document_that_was_not_read_has_no_values():
    assert to_values(gold("fell"), {}) == {}


def test_errors_are_counted_by_whether_too_much_or_too_little_is_believed():
    events = [{"start": 5, "end": 9, "value": value} for value in (-2.0, 3.0)]
    wanted = {"a": {"lang": "en", "events": events}, "b": {"events": []}}
    found = to_values({"a": wanted["a"]}, {"a": read()})
    assert [one["value"] for one in found["a"]["events"]] == [3.0, 3.0]
    assert factuality_errors(None, wanted, found) == ({"too much is believed": 1}, {})
    assert factuality_errors(None, wanted, {}) == ({"too little is believed": 1}, {})
