"""Which earlier statement each one rests on: a cited outlet's, a copied one, or the earliest of the same origin."""

from sayso.vocabulary import Copy, LinkKind, Span
from sayso.weighing.rests import MOST_EARLIER, pairs_sharing, rests_of
from tests.weighing.made import find, link, state

WHOLE = Span(start=0, end=9)


def said(name, hours, outlet="Northern Post", by=None):
    text = f"{by} wrote that it fell." if by else "It fell."
    known = {"cue": (find(text, "wrote"),), "chain": (link(text, by, kind=LinkKind.OUTLET),)} if by else {}
    return state(text, name=name, hours=hours, of={"outlet": outlet}, **known)


FIRST, SECOND = said("r1", 0), said("r2", 1, outlet="Steppe Echo")


def rests(*group, origins=None, behind=None, copies=()):
    """Give by reports what rests on what; one origin for all where nothing is told."""
    found = rests_of(
        group, {one.id: (origins or {}).get(one.report.id, "o") for one in group}, behind or {}, pairs_sharing(copies)
    )
    names = {one.id: one.report.id for one in group}
    return {names[one]: names[other] for one, other in found.items()}


def test_a_statement_rests_on_the_earliest_of_its_origin():
    third = said("r3", 2, outlet="Third")
    assert rests(third, SECOND, FIRST) == {"r2": "r1", "r3": "r1"}
    assert rests(FIRST, SECOND, third, origins={"r1": "a"}) == {"r3": "r2"}


def test_a_cited_outlet_or_a_copied_passage_is_nearer():
    cited = said("r3", 2, outlet="Third", by="Steppe Echo")
    assert rests(FIRST, SECOND, cited)["r3"] == "r2"
    copy = Copy(one="r3", one_span=WHOLE, other="r2", other_span=WHOLE, words=9)
    assert rests(FIRST, SECOND, said("r3", 2), copies=[copy])["r3"] == "r2"


def test_an_origin_that_rests_on_another_leads_to_it():
    assert rests(FIRST, SECOND, origins={"r1": "a", "r2": "b"}) == {}
    assert rests(FIRST, SECOND, origins={"r1": "a", "r2": "b"}, behind={"b": ("a",)}) == {"r2": "r1"}


def test_what_stands_in_one_report_rests_on_nothing_there():
    assert rests(FIRST, FIRST) == {}


def test_of_many_the_earliest_and_the_latest_are_remembered():
    many = [said(f"r{number}", number) for number in range(MOST_EARLIER + 9)]
    near = said("near", 998, outlet="Steppe Echo")
    found = rests(*many, near, said("last", 999, outlet="Last", by="Steppe Echo"))
    assert (found["r5"], found["last"]) == ("r0", "near")
