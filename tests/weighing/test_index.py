from itertools import permutations

import pytest

from sayso.vocabulary import Status
from sayso.weighing import index as module
from sayso.weighing.index import MOST_OF_REPORT, Index
from sayso.weighing.traits import traits_of
from tests.weighing.stating import count, sosnove, state

TEXT = "Fire at Sosnove."


def told(id_, hours=0.0, text=TEXT, **known):
    places = (sosnove(text),) if "Sosnove" in text else ()
    return traits_of(state(text, id_, hours=hours, places=places, **known))


def found_for(one, others):
    index = Index()
    for other in others:
        index.add(other)
    return [each.statement.report.id for each in index.find([one])[0]]


def test_what_shares_a_key_is_found_and_nothing_else():
    assert found_for(told("r1"), [told("r1"), told("r2"), told("r3", text="Rain.")]) == ["r2"]


def test_what_was_published_long_before_is_not():
    assert found_for(
        told("r1"), [told("r2", hours=24 * 15), told("r3", hours=24 * 13), told("r4", hours=-24 * 13)]
    ) == [
        "r4",
        "r3",
    ]


def test_very_same_words_are_found_whenever_they_were_published():
    text = "Firemen saved the granary from burning on Monday night."
    assert found_for(told("r1", text=text), [told("r2", hours=-24 * 900, text=text)]) == ["r2"]


def test_undated_and_dated_find_each_other_from_the_side_of_the_dated():
    assert found_for(told("r1"), [told("r2", hours=None)]) == ["r2"]
    assert found_for(told("r1", hours=None), [told("r2", hours=None), told("r3")]) == ["r2"]


def test_narrow_keys_go_first():
    others = [told(f"r{at}", hours=at / 100) for at in range(2, 60)]
    rare = told("rare", text="Rain.", quantities=(count(118, Status.KILLED),))
    assert found_for(told("r1", quantities=(count(118, Status.KILLED),)), [*others, rare])[0] == "rare"


def test_number_found_is_bounded_for_a_statement_and_for_a_report():
    index = Index()
    for at in range(400):
        index.add(told(f"r{at}", hours=at / 10))
    report = [told("new", hours=20, text=f"{TEXT} Part {part}.") for part in range(300)]
    found = index.find(report)
    assert sum(map(len, found)) == index.looked_at <= MOST_OF_REPORT
    assert max(map(len, index.find(report[:1]))) <= module.MOST_OF_STATEMENT


def test_broad_key_that_grows_too_large_is_closed_and_narrow_ones_still_find(monkeypatch):
    monkeypatch.setattr(module, "LARGEST_BLOCK", 5)
    plain = [told(f"r{at}", hours=at) for at in range(2, 12)]
    assert found_for(told("r1"), plain) == []
    counted = [told(f"c{at}", quantities=(count(118, Status.KILLED),)) for at in range(10)]
    assert len(found_for(told("r1", quantities=(count(118, Status.KILLED),)), [*plain, *counted])) == 10


@pytest.mark.parametrize("largest", [5, 300])
def test_order_of_adding_changes_nothing(monkeypatch, largest):
    monkeypatch.setattr(module, "LARGEST_BLOCK", largest)
    others = [told(f"r{at:02}", hours=at % 7, quantities=(count(at % 5 + 3),)) for at in range(2, 60)]
    expected = found_for(told("r1", quantities=(count(4),)), others)
    parts = [others[at::4] for at in range(4)]
    for order in permutations(parts):
        assert found_for(told("r1", quantities=(count(4),)), [one for part in order for one in part]) == expected


def test_quota_of_a_statement_holds_across_blocks():
    numbers = (10, 20, 30)
    index = Index()
    for at in range(60):
        counts = (count(numbers[at % 3], Status.KILLED),)
        index.add(told(f"r{at:02}", hours=at / 10, text="Rain.", quantities=counts))
    (found,) = index.find([told("new", text="Rain.", quantities=tuple(map(count, numbers)))])
    assert len(found) == module.MOST_OF_STATEMENT


def test_nothing_is_found_where_nothing_was_added():
    assert Index().find([told("r1")]) == ((),)
