"""Gold marks are handed to the rules as a network without an error would mark them."""

import json

from evaluation import given_marks
from sayso.knowledge import load_language
from tests.evaluation.conftest import CLAIM_SCORER, SCORER

TEXT = "The mayor said that the bridge is closed. It was late. \u201cWe left home,\u201d said the doctor."


def span(part: str) -> list[int]:
    return [TEXT.index(part), TEXT.index(part) + len(part)]


def make_claim(content: str, cue: str, source: str) -> dict:
    link = {"mention": span(source), "name": source, "kind": "person", "naming": "unnamed", "role": "civilian"}
    return {
        "content": [span(content)],
        "cue": [span(cue)] if cue else [],
        "chain": [link] if source else [],
        "stance": "asserts",
        "hedged": False,
    }


GOLD = {
    "id": "a",
    "lang": "en",
    "text": TEXT,
    "claims": [
        make_claim("the bridge is closed", "said", "mayor"),
        make_claim("It was late", "", ""),
        make_claim("\u201cWe left home,\u201d", "said", "doctor"),
    ],
}


def test_claims_follow_from_what_is_given():
    read = given_marks.read_given(GOLD, load_language("en"))
    told = [([TEXT[slice(*part)] for part in one["content"]], len(one["chain"])) for one in read["claims"]]
    assert (["the bridge is closed"], 1) in told
    assert (["It was late"], 0) in told


def test_the_figures_of_the_languages_asked_for_are_printed(tmp_path, monkeypatch, capsys):
    (tmp_path / "chains").mkdir()
    for name in ("constructed.dev", "constructed.train-en"):
        (tmp_path / "chains" / f"{name}.jsonl").write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    (tmp_path / "score.py").write_text(SCORER)
    (tmp_path / "score_claims.py").write_text(CLAIM_SCORER)
    monkeypatch.setenv("SAYSO_EVAL", str(tmp_path))
    assert given_marks.main(["en", "tlh", "--predictions", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "en, dev, 1 documents, marks given" in shown
    assert "tlh: no language.toml" in shown
    assert json.loads((tmp_path / "dev-en.jsonl").read_text(encoding="utf-8"))["id"] == "a"
    assert given_marks.main(["en", "--part", "train"]) == 0
