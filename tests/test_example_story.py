"""Seven reports of one story, which ship: what happened to it on the way is found, and how many origins it has."""

from pathlib import Path

import pytest

from sayso import Desk
from sayso.vocabulary import Alteration, Credibility, Support

STORY = Path(__file__).parents[1] / "examples" / "two-towns.jsonl"


@pytest.fixture(scope="module")
def weighed():
    return Desk().weigh([str(STORY)])


@pytest.fixture(scope="module")
def told(weighed):
    """Give the claim that most reports carry."""
    return max(weighed.weighing.assessments, key=lambda one: len(one.statements))


def between(weighed, change):
    """Give the reports that a change lies between."""
    report = {one.id: key for key, reading in weighed.readings.items() for one in reading.claims}
    return report[change.before], report[change.after]


def test_six_reports_rest_on_one_origin_and_the_other_side_denies_it(told):
    said = {one.report for one in told.statements if one.stance == "asserts"}
    assert {"ministry", "wire", "channel", "rewrite-1", "rewrite-2"} <= said
    assert (told.origin_count, told.support, told.contested) == (1, Support.REPEATED, True)
    assert told.credibility is Credibility.CONTESTED
    assert "rest on one origin" in told.credibility_reason


@pytest.mark.parametrize(
    ("alteration", "rule", "way"),
    [
        (Alteration.ATTRIBUTION, "chain lost", ("channel", "rewrite-1")),
        (Alteration.ATTRIBUTION, "attribution dropped", ("rewrite-1", "rewrite-2")),
        (Alteration.PLACE, "place swapped", ("rewrite-1", "rewrite-2")),
        (Alteration.DENIAL, "denial left out", ("denial", "rewrite-1")),
        (Alteration.DENIAL, "denial left out", ("denial", "rewrite-2")),
        (Alteration.DATE, "date shifted", ("channel", "rewrite-1")),
    ],
)
def test_what_changed_on_the_way_is_told(weighed, alteration, rule, way):
    changes = [change for one in weighed.weighing.assessments for change in one.changes]
    found = {(one.alteration, one.reason.rule, between(weighed, one)) for one in changes}
    assert (alteration, rule, way) in found


def test_the_towns_that_were_swapped_are_named(told):
    [swap] = [one for one in told.changes if one.alteration is Alteration.PLACE]
    assert (swap.was, swap.became) == ("Bilytske", "Bilozerske")


def test_no_change_is_told_of_a_report_that_passes_it_on_faithfully(weighed):
    changes = [change for one in weighed.weighing.assessments for change in one.changes]
    assert not {between(weighed, one)[1] for one in changes} & {"ministry", "wire", "channel", "denial"}


def test_both_sides_are_on_the_sheet_of_the_town(weighed):
    [sheet] = Desk().control("Білицьке", weighed)
    assert [(one.side, one.is_silent) for one in sheet.sides] == [("RU", False), ("UA", False)]
