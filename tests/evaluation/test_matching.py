import json

import pytest

from evaluation.matching import COLLECTION, match_all, match_posts, matching_errors
from evaluation.sets import MissingDataError

CLAIMS = [
    {"id": "c1", "title": "Did the Sosna ferry sink?", "text": "The ferry of Sosna sank with its mayor aboard."},
    {"id": "c2", "title": "Is the market closed?", "text": "The market of Vilne is closed for a year."},
    {"id": "c3", "title": "Is the Market closed?", "text": "The market of Vilne is closed for a year."},
]
POSTS = [
    {"id": "p1", "text": "They say the #SosnaFerry sank!", "match": ["c1"]},
    {"id": "p2", "text": "No market in Vilne any more", "match": ["c2"]},
]


def test_posts_are_matched_with_claims_that_share_their_words_same_claims_once():
    found = match_all(POSTS, CLAIMS)
    assert {key: one["match"][0] for key, one in found.items()} == {"p1": "c1", "p2": "c2"}
    assert "c3" not in found["p2"]["match"]


def test_collection_lies_with_the_data(tmp_path):
    with pytest.raises(MissingDataError, match="no file"):
        match_posts(POSTS, tmp_path)
    (tmp_path / "matching").mkdir()
    (tmp_path / COLLECTION).write_text("".join(json.dumps(claim) + "\n" for claim in CLAIMS), encoding="utf-8")
    found = match_posts(POSTS, tmp_path)
    assert (found.unread, found.reader, found.readings) == (0, "", match_all(POSTS, CLAIMS))


def test_errors_are_matches_missed_or_not_first():
    gold = {str(at): {"match": match} for at, match in enumerate((["a"], ["b"], ["c"], []))}
    found = {"0": {"match": ["a"]}, "1": {"match": ["x", "b"]}, "3": {"match": ["x"]}}
    counts, more = matching_errors(None, gold, found)
    assert (dict(counts), more) == ({"match not first": 1, "match missed": 1}, {})
