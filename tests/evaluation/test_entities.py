"""Of entities, places alone are compared, under one type."""

from types import SimpleNamespace

from evaluation.entities import entity_errors, to_locations

SCORER = SimpleNamespace(
    COARSE={"LOC": "LOC", "LOCORG": "LOC", "PER": "PER"},
    span_pairs=lambda golds, found: [
        (i, j) for i, one in enumerate(golds) for j, other in enumerate(found) if one["start"] == other["start"]
    ],
)
GOLD = {
    "a": {
        "text": "Ново Село",
        "entities": [
            {"start": 0, "end": 4, "type": "LOCORG"},
            {"start": 5, "end": 9, "type": "LOC"},
            {"start": 0, "end": 9, "type": "PER"},
        ],
    }
}
FOUND = {"a": {"places": [{"start": 0, "end": 4, "name": "Novo"}, {"start": 6, "end": 9, "name": "elo"}]}}


def test_only_places_are_left_on_both_sides():
    wanted, got = to_locations(SCORER, GOLD, FOUND)
    assert [(one["start"], one["type"]) for one in wanted["a"]["entities"]] == [(0, "LOC"), (5, "LOC")]
    assert wanted["a"]["text"] == "Ново Село"
    assert [(one["start"], one["type"]) for one in got["a"]["entities"]] == [(0, "LOC"), (6, "LOC")]


def test_errors_are_places_missed_and_things_taken_for_one():
    wanted, got = to_locations(SCORER, GOLD, FOUND)
    assert entity_errors(SCORER, wanted, got) == ({"place missed": 1, "no place": 1}, {})
    assert entity_errors(SCORER, wanted, {}) == ({"place missed": 2}, {})
