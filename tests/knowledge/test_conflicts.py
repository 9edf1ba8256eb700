"""Which sides oppose each other, and which state a party is within."""

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import find_state, load_conflicts
from sayso.knowledge.conflicts import read_conflicts


def test_sides_are_opposed_in_either_order():
    conflicts = load_conflicts()
    assert conflicts.is_opposed("RU", "UA")
    assert conflicts.is_opposed("UA", "RU")
    assert not conflicts.is_opposed("UA", "FR")
    assert not conflicts.is_opposed("UA", "UA")


def test_each_pair_has_the_lands_it_fights_in():
    conflicts = load_conflicts()
    assert conflicts.grounds[frozenset(("IL", "HEZB"))] == {"LB"}
    assert all(conflicts.grounds[pair] for pair in conflicts.pairs)


@pytest.mark.parametrize("row", ["RU\tUA", "RU\tRU\tUA\tan example", "RU\t\tUA\tan example"])
def test_a_wrong_row_is_named(tmp_path: Path, row: str):
    path = tmp_path / "conflicts.tsv"
    path.write_text(f"one\tother\tground\texample\n{row}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="row 'RU'"):
        read_conflicts(path)


def test_a_wrong_heading_is_named(tmp_path: Path):
    path = tmp_path / "conflicts.tsv"
    path.write_text("a\tb\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="first row"):
        read_conflicts(path)


def test_a_party_is_within_its_state_and_a_state_within_none():
    assert find_state("RSF", "en") == "SD"
    assert find_state("UA", "en") is None
