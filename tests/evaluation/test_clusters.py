from argparse import Namespace

import pytest

import sayso
from evaluation.clusters import cluster_by_words, cluster_documents, cluster_errors
from sayso.settings import Settings
from tests.reading.tiny_pack import write_tiny_pack

DOCUMENTS = [
    {
        "id": "a",
        "lang": "en",
        "cluster": "x",
        "text": "http : / / example . org / a\nThe ferry Kalyna sank off Sosnove.",
    },
    {"id": "b", "lang": "en", "cluster": "x", "text": "Off Sosnove sank the ferry Kalyna."},
    {"id": "c", "lang": "en", "cluster": "y", "text": "The market of Vilne burned down."},
]


def test_documents_get_their_story_and_their_baseline_group(tmp_path):
    desk = sayso.Desk(Settings(pack=write_tiny_pack(tmp_path / "pack")))
    found = cluster_documents(desk, DOCUMENTS)
    assert found.reader.endswith("pack tiny-1")
    assert {one["id"] for one in found.readings.values()} == {"a", "b", "c"}
    assert all({"cluster", "baseline"} <= one.keys() for one in found.readings.values())


def test_baseline_knows_words_alone():
    found = cluster_by_words(DOCUMENTS)
    assert found["a"] == found["b"] != found["c"]


@pytest.mark.parametrize(
    ("clusters", "wrong"),
    [
        ("112", {}),
        ("122", {"one event as two": 1, "two events as one": 1}),
        ("111", {"two events as one": 1}),
        ("123", {"one event as two": 1}),
    ],
)
def test_errors_are_documents_apart_from_most_of_their_event_and_among_others(clusters, wrong):
    gold = {one["id"]: one for one in DOCUMENTS}
    found = {key: {"cluster": story, "baseline": "g"} for key, story in zip(gold, clusters, strict=True)}
    scorer = Namespace(TASKS={"clusters": lambda *given: {"bcubed": {"f1": len(given[1])}}})
    counts, more = cluster_errors(scorer, gold, found)
    assert (dict(counts), more) == (wrong, {"baseline": {"f1": 3}})
