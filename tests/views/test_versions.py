"""Versions and old texts are told in words, the same for all views, and nobody private in them."""

import attrs

from sayso.views.cli.terminal_versions import MOST_REVISED, MOST_VERSIONS, compose_versions
from sayso.views.standing import deal
from sayso.views.versions import word_recirculated, word_versions
from sayso.views.web.claim_pages import render_weighing
from sayso.vocabulary import Reason, Recirculated, Revised, Revision, Versions, withhold_weighed
from tests.views.weighings import PRIVATE, weighing

WHY = Reason(rule="same address", score=1.0)


def revised(**known) -> Revised:
    """Give an alteration of the agency's claim in a later report, or what is passed."""
    read = weighing().readings
    plain = {"revision": Revision.ALTERED, "before": read["wire"].claims[0].id, "after": read["eastgate"].claims[0].id}
    return Revised(**(plain | {"was": "Vilne Pole", "became": "Verbne", "reason": WHY} | known))


def versioned(*parts: Revised, number: int = 1, days: int = 40, share: float = 0.75):
    """Give the weighing of the tests with so many pairs of versions and old texts."""
    whole = weighing()
    versions = Versions(earlier="wire", later="eastgate", share=share, revised=parts, reason=WHY)
    old = Recirculated(report="eastgate", earlier="wire", days=days, share=1.0, reason=WHY)
    made = attrs.evolve(whole.weighing, versions=(versions,) * number, recirculated=(old,) * number)
    return attrs.evolve(whole, weighing=made)


def lines(weighed, *, show_all: bool = False) -> list[str]:
    return [line.plain for line in compose_versions(deal(weighed), 100, show_all=show_all)]


def test_versions_name_both_reports_and_what_is_revised():
    [edition] = word_versions(deal(versioned(revised())))
    assert "is a version of" in edition.line
    assert edition.line.endswith("same address, 75% of the text is the same")
    [part] = edition.revised
    assert (part.what, part.how) == ("altered", "Vilne Pole became Verbne")
    assert part.before in weighing().readings["wire"].report.text


def test_what_is_softened_says_by_which_rule_and_what_is_added_stands_alone():
    softened = revised(revision=Revision.SOFTENED, was=None, became=None)
    added = revised(revision=Revision.ADDED, before=None, was=None, became=None)
    dropped = revised(revision=Revision.DROPPED, after=None, was=None, became=None)
    [edition] = word_versions(deal(versioned(softened, added, dropped, share=0.0)))
    assert [one.how for one in edition.revised] == ["same address", "", ""]
    assert [(one.before is None, one.after is None) for one in edition.revised] == [
        (False, False),
        (True, False),
        (False, True),
    ]
    assert edition.line.endswith("same address")


def test_old_texts_say_how_old_they_are():
    for days, told in ((40, "40 days"), (400, "more than 1 year "), (800, "more than 2 years")):
        [line] = word_recirculated(deal(versioned(days=days)))
        assert told in line


def test_the_terminal_lists_both_bounds_them_and_is_silent_where_there_are_none():
    shown = lines(versioned(revised()))
    assert shown[0] == "Versions of one report"
    assert any(line.lstrip().startswith("altered") for line in shown)
    assert "Published before" in shown
    assert not lines(weighing())
    many = versioned(*(revised(),) * (MOST_REVISED + 2), number=MOST_VERSIONS + 3)
    assert [line for line in lines(many) if "more" in line].count("    and 2 more") == MOST_VERSIONS
    assert lines(many).count("  and 3 more") == 2
    assert not [line for line in lines(many, show_all=True) if " more" in line]


def test_the_page_has_them_too():
    page = render_weighing(versioned(revised()))
    assert 'id="versions"' in page
    assert "Verbne" in page
    assert 'id="versions"' not in render_weighing(weighing())
    bare = attrs.evolve(versioned(revised()).weighing, recirculated=())
    assert 'id="versions"' in render_weighing(attrs.evolve(weighing(), weighing=bare))


def test_a_private_person_is_in_no_version():
    hidden = revised(was=PRIVATE, became="Verbne")
    added = revised(revision=Revision.ADDED, before=None, was=None, became=None)
    cleared = withhold_weighed(versioned(hidden, added))
    assert PRIVATE not in repr(cleared.weighing.versions)
    assert PRIVATE not in "".join(lines(cleared))
