"""No report counts twice; one text that several published is several reports."""

import attrs

from sayso.intake import Roll
from sayso.vocabulary import Provenance, Report, report_id

TEXT = "The bridge is closed."


def report(key: str | None = None, line: int | None = None, **known) -> Report:
    provenance = Provenance(where="posts.jsonl", format="jsonl", sha256="0" * 64, line=line)
    return Report(id=key or report_id(TEXT), text=TEXT, provenance=provenance, **known)


def test_a_report_is_given_once_and_then_where_it_was():
    roll = Roll()
    assert roll.enter(report("p", 1)) == report("p", 1)
    assert roll.enter(report("p", 2, outlet="Another")) == "posts.jsonl:1"
    assert roll.enter(report(None)) == report(None)
    assert roll.enter(report(None)) == "posts.jsonl"


def test_one_text_of_two_publishers_is_two_reports_whatever_comes_first():
    first, other = report(outlet="Vezha Today"), report(outlet="Harbour Wire")
    for order in ((first, other), (other, first)):
        roll = Roll()
        entered = [roll.enter(one) for one in (*order, *order)]
        assert [one.outlet for one in entered[:2]] == [one.outlet for one in order]
        assert len({one.id for one in entered[:2]}) == 2
        assert entered[2:] == ["posts.jsonl", "posts.jsonl"]


def test_an_address_or_a_date_tells_them_apart_too_and_the_id_is_the_same_again():
    def second(**known):
        roll = Roll()
        roll.enter(report())
        return roll.enter(report(**known))

    ids = {second(url="https://example.org/a").id, second(published_stated="2031-12-01").id, report().id}
    assert len(ids) == 3
    assert second(url="https://example.org/a") == attrs.evolve(
        report(url="https://example.org/a"), id=second(url="https://example.org/a").id
    )


def test_what_nothing_tells_apart_is_the_same():
    roll = Roll()
    roll.enter(report(outlet="Vezha Today"))
    assert roll.enter(report()) == "posts.jsonl"
