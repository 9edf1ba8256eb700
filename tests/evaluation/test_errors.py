from collections import Counter

import pytest

from evaluation.errors import attribution_errors, chain_errors
from evaluation.kinds import KINDS
from evaluation.pairing import is_speech_cue, read_forms
from evaluation.scorer import load_scorer
from tests.evaluation.conftest import GOLD, TEXT, attribution

MAYOR, DOCTOR = GOLD


@pytest.fixture
def scorer(data):
    return load_scorer(data, "score")


def count(scorer, predicted, gold=None):
    documents = {"one": {"text": TEXT, "attributions": GOLD if gold is None else gold}}
    return attribution_errors(scorer, documents, {"one": {"attributions": predicted}})


@pytest.mark.parametrize(
    "cue", ["said", "Told reporters", "according to", "in a statement", ":", "said:", "has been REPORTED"]
)
def test_verbs_of_speech_in_any_form_make_a_cue_one_of_speech(cue):
    assert is_speech_cue(cue)


@pytest.mark.parametrize("cue", ["", "wants", "is against", "sayings", "unsaid"])
def test_other_words_do_not(cue):
    assert not is_speech_cue(cue)


def test_forms_are_in_lower_case():
    assert all(form == form.lower() for form in read_forms())
    assert ":" in read_forms()


def test_right_attributions_are_no_errors(scorer):
    errors, own = count(scorer, GOLD)
    assert errors == Counter()
    assert own == {"speech": {"right_source": 1.0, "loose_source": 1.0, "gold": 2, "found": 2}}


def test_document_that_was_not_read_counts_as_missed(scorer):
    errors, own = attribution_errors(scorer, {"one": {"text": TEXT, "attributions": GOLD}}, {})
    assert errors == {"missed, statement": 2}
    assert own["speech"]["right_source"] == 0.0


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [
        ([MAYOR], {"missed, statement": 1}),
        ([MAYOR, {**DOCTOR, "source": MAYOR["source"]}], {"other source": 1}),
        ([MAYOR, {**DOCTOR, "source": []}], {"no source": 1}),
        ([MAYOR, {**DOCTOR, "content": [[58, 63]]}], {"missed, statement": 1, "spurious, statement": 1}),
        ([MAYOR, {**DOCTOR, "content": [[43, 45]]}], {"too short": 1}),
        ([MAYOR, {**DOCTOR, "content": [[0, len(TEXT)]]}], {"too long": 1}),
        ([{**MAYOR, "content": [[15, 56]]}], {"given to another": 1}),
        ([*GOLD, attribution(TEXT, "doctor", "said", "home")], {"split in two": 1}),
        ([*GOLD, attribution(TEXT, "doctor", "", "The")], {"spurious, no cue": 1}),
        ([*GOLD, attribution(TEXT, "doctor", "left", "The")], {"spurious, attitude": 1}),
    ],
)
def test_every_error_has_one_kind(scorer, predicted, expected):
    assert count(scorer, predicted)[0] == expected


def test_attitude_and_source_that_is_not_there_have_kinds_of_their_own(scorer):
    gold = [{**DOCTOR, "cue": [[46, 50]], "source": []}]
    assert count(scorer, [], gold)[0] == {"missed, attitude": 1}
    assert count(scorer, [DOCTOR], gold)[0] == {"source invented": 1}


def claim(start, end, *names):
    return {"content": [[start, end]], "chain": [{"name": name, "mention": [0, 3]} for name in names]}


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ([claim(0, 20, "a")], [claim(0, 20, "a")], {}),
        ([claim(0, 20, "a")], [], {"missed": 1}),
        ([claim(0, 20)], [], {}),
        ([], [claim(0, 20, "a"), claim(30, 40)], {"spurious": 1}),
        ([claim(0, 20, "a")], [claim(0, 20)], {"given as own voice": 1}),
        ([claim(0, 20)], [claim(0, 20, "a")], {"own voice given away": 1}),
        ([claim(0, 20, "a")], [claim(0, 20, "b")], {"other origin": 1}),
        ([claim(0, 20, "a", "b")], [claim(0, 20, "b")], {"chain lacks links": 1}),
        ([claim(0, 20, "a", "b")], [claim(0, 20, "c", "b")], {"chain has other links": 1}),
        ([{**claim(0, 20, "a"), "optional": True}], [], {}),
    ],
)
def test_claims_go_wrong_in_kinds(data, gold, predicted, expected):
    scorer = load_scorer(data, "score_claims")
    errors, _ = chain_errors(scorer, {"one": {"text": TEXT, "claims": gold}}, {"one": {"claims": predicted}})
    assert errors == expected


def test_every_kind_has_a_meaning_and_an_example():
    assert all(kind.meaning and kind.example for kind in KINDS.values())
