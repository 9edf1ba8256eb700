"""The kind, place and time of events are counted over gold claims, whatever reads the claims."""

import json

from evaluation.given_events import describe, measure

TEXT = "Gunners shelled Vilne on Monday. He laughed."


def test_what_is_right_is_counted(tmp_path):
    event = {"type": "strike", "places": [0], "time": 0}
    plain = {"kind": "indirect", "stance": "asserts"}
    document = {
        "id": "d",
        "lang": "en",
        "text": TEXT,
        "claims": [
            {**plain, "content": [[0, 31]], "chain": [{}], "event": event},
            {**plain, "content": [[0, 31]], "chain": [{}], "event": {"type": "aid", "places": [], "time": None}},
            {**plain, "content": [[0, 31]], "chain": [], "event": event},
            {**plain, "content": [[33, 44]], "chain": [{}], "event": None},
        ],
        "places": [{"start": 16, "end": 21, "name": "Vilne"}],
        "times": [{"start": 25, "end": 31}],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(document) + "\n" + json.dumps({**document, "lang": "xx"}) + "\n", encoding="utf-8")
    counts = measure(path, "en")
    assert (counts["type"], counts["typed"], counts["place"], counts["placed"]) == (1, 2, 1, 1)
    assert (counts["time"], counts["timed"], counts["without"]) == (1, 1, 1)
    assert describe(counts).startswith("type 0.500 of 2, place 1.000 of 1, time 1.000 of 1")
