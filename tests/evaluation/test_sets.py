import gzip
import hashlib
from pathlib import Path

import attrs
import pytest

from evaluation.sets import NAMES, SETS, MissingDataError, choose_sets, digest, find_data, read_gold, read_lines


def test_data_lies_beside_the_repository_or_where_the_environment_says():
    assert find_data({}).parts[-2:] == ("shared", "eval")
    assert find_data({"SAYSO_EVAL": ""}) == find_data({})
    assert find_data({"SAYSO_EVAL": "/elsewhere"}) == Path("/elsewhere")


def test_sets_are_chosen_by_name_in_the_order_of_the_table():
    assert choose_sets(()) == choose_sets(("all",)) == SETS
    assert [one.name for one in choose_sets(("seed", "polnear-dev"))] == ["polnear-dev", "seed"]


def test_unknown_set_is_named_with_those_there_are():
    with pytest.raises(ValueError, match="no set nowhere; there are polnear-dev"):
        choose_sets(("seed", "nowhere"))


def test_names_are_unique_and_every_set_pins_something():
    assert len(set(NAMES)) == len(NAMES)
    assert all(one.pinned for one in SETS)


def test_gold_is_read_by_id_in_one_language(small, data):
    assert list(read_gold(small, data)) == ["one"]


def test_digest_is_that_of_the_whole_file(small, data):
    assert digest(small, data) == hashlib.sha256((data / "small.jsonl").read_bytes()).hexdigest()


def test_missing_file_is_named(small, data):
    with pytest.raises(MissingDataError, match=r"small: no file .*gone\.jsonl; SAYSO_EVAL"):
        digest(attrs.evolve(small, path="gone.jsonl"), data)


def test_packed_files_are_read_and_line_separators_inside_texts_part_nothing(tmp_path):
    path = tmp_path / "packed.jsonl.gz"
    path.write_bytes(gzip.compress('{"text": "one\u2028two"}\n\n{"text": "three"}\n'.encode()))
    assert read_lines(path) == [{"text": "one\u2028two"}, {"text": "three"}]
