from itertools import permutations

import pytest

from sayso.vocabulary import Status
from sayso.weighing import index as module
from sayso.weighing.index import MOST_OF_REPORT, Index
from sayso.weighing.traits import traits_of
from tests.weighing.made import count, sosnove, state

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


def test_broad_key_of_too_many_is_passed_over_and_narrow_ones_still_find(monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 5)
    monkeypatch.setattr(module, "SMALL", 5)
    plain = [told(f"r{at}", hours=at) for at in range(2, 42)]
    assert found_for(told("r1"), plain) == []
    counted = told("counted", quantities=(count(118, Status.KILLED),))
    assert found_for(told("r1", quantities=(count(118, Status.KILLED),)), [*plain, counted]) == ["counted"]


def test_among_many_what_shares_one_frequent_key_is_not_worth_comparing(monkeypatch):
    monkeypatch.setattr(module, "SMALL", 20)
    others = [told(f"r{at:02}", hours=at, quantities=(count(at + 3),)) for at in range(40)]
    here = told("new", hours=20, quantities=(count(118),))
    assert found_for(here, others) == []
    like = told("like", hours=90, quantities=(count(118),))
    assert found_for(here, [*others, like]) == ["like"]


def test_among_many_the_best_few_are_found(monkeypatch):
    monkeypatch.setattr(module, "SMALL", 20)
    others = [told(f"r{at:02}", hours=at, text=f"Rain on day {at}.") for at in range(40)]
    text = "Firemen carried ladders across Sosnove."
    like = [told(f"like{at}", hours=at, text=text) for at in range(12)]
    found = found_for(told("new", text=text), [*others, *like])
    assert len(found) == module.MOST_AMONG_MANY
    assert all(one.startswith("like") for one in found)


def test_key_that_only_what_is_long_past_has_tells_nothing(monkeypatch):
    monkeypatch.setattr(module, "SMALL", 5)
    others = [told(f"r{at:02}", hours=at, text="Rain.") for at in range(9)]
    assert found_for(told("new"), [*others, told("old", hours=-24 * 90)]) == []


@pytest.mark.parametrize("many", [5, 300])
def test_order_of_adding_changes_nothing(monkeypatch, many):
    monkeypatch.setattr(module, "LARGEST", many)
    monkeypatch.setattr(module, "SMALL", many)
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
