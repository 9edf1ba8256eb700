"""Support, origins and contested are counted over gold claims, whose statements ours stand for."""

import json

import attrs

from evaluation.given_groups import judge, main, measure
from evaluation.scorer import load_scorer
from sayso.vocabulary import Claim, ClaimKind, ReaderVersion, Reading, Span, Stance, write_reading
from tests.weighing.made import dispatch, media

TEXTS = ("The mill burned down.", "The mill has burned down, Northern Post reports.")


def make_readings():
    """Read two reports of one scenario by hand: a post, and one that cites it."""
    for number, (text, end, chain) in enumerate(zip(TEXTS, (20, 24), ((), (media("Northern Post"),)), strict=True), 1):
        made = attrs.evolve(dispatch(number, ("Northern Post", "Echo")[number - 1], text=text), id=f"own/r{number}")
        span = Span(start=0, end=end)
        known = {"cue": (), "kind": ClaimKind.INDIRECT, "stance": Stance.ASSERTS}
        claim = Claim(id=f"c{number}", content=(span,), chain=chain, **known)
        version = ReaderVersion(sayso="0", pack=None, language="en")
        yield Reading(report=made, lang="en", reader=version, claims=(claim,))


def make_scenario():
    statements = [{"report": "r1", "content": [[0, 20]]}, {"report": "r2", "content": [[0, 24]]}]
    claim = {"id": "c1", "gist": "The mill burned down.", "support": "repeated", "origins": 1, "contested": True}
    missed = {"id": "c2", "gist": "Northern Post reports.", "statements": [{"report": "r2", "content": [[26, 47]]}]}
    reports = [{"id": f"r{number}", "text": text} for number, text in enumerate(TEXTS, 1)]
    return {"id": "own", "reports": reports, "claims": [claim | {"statements": statements}, claim | missed]}


def test_what_is_right_is_counted_and_what_was_not_read_is_wrong(data):
    readings = {one.report.id: one for one in make_readings()}
    judged = list(judge(make_scenario(), readings, load_scorer(data, "score")))
    assert [len(one.statements) for one in judged] == [2, 0]
    assert judged[0].found() == {"support": "repeated", "origins": 1, "contested": False}
    assert measure(judged) == {
        "support": "1/2 (0.500)",
        "origins": "1/2 (0.500)",
        "contested": "0/2 (0.000)",
        "all": "0/2 (0.000)",
    }


def test_each_claim_is_shown_with_why(data, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SAYSO_EVAL", str(data))
    gold, readings = tmp_path / "gold.jsonl", tmp_path / "readings.jsonl"
    gold.write_text(json.dumps(make_scenario()) + "\n", encoding="utf-8")
    readings.write_text("".join(json.dumps(write_reading(one)) + "\n" for one in make_readings()), encoding="utf-8")
    assert main(["--gold", str(gold), "--readings", str(readings), "--show"]) == 0
    shown = capsys.readouterr().out
    assert "WRONG contested  own c1: The mill burned down." in shown
    assert "WRONG support origins contested  own c2" in shown
    assert "= Northern Post: the outlet of a report at hand" in shown
    assert "several reports rest on one origin" in shown
