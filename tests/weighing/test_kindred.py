"""A later statement that tells an earlier one with a town swapped or a day shifted is kindred to it, and to one alone."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.vocabulary import Copy, Direction, EventType, LinkKind, Span, Stance
from sayso.weighing.kindred import RULES, Between, find_kindred, why_kindred
from tests.weighing.made import find, link, state

TAKEN = {"trigger": "took", "direction": Direction.TAKEN, "type": EventType.CONTROL}


def took(*towns, name="r1", hours=0.0, by=None, more="", **known):
    text = f"{by + ' wrote that troops' if by else 'Troops'} took {' and '.join(towns)}{more}."
    if by:
        known |= {"cue": (find(text, "wrote"),), "chain": (link(text, by, kind=LinkKind.CHANNEL),)}
    return state(text, name=name, hours=hours, places=towns, **(TAKEN | known))


def visit(day, name="r1", hours=0.0, said="The minister visited the troops near the town on", **known):
    text = f"{said} {day} February."
    told = {"trigger": "visited", "type": EventType.DIPLOMACY, "time": (f"{day} February", f"2025-02-{day:02}")}
    return state(text, name=name, hours=hours, **(told | known))


def rules(*statements, copies=()):
    """Give the reports and the rule of each pair."""
    found = find_kindred(statements, copies)
    return [(one.before.report.id, one.after.report.id, one.reason.rule) for one in found]


def held(before, after, *passages):
    """Tell what holds two statements together, given passages that their reports share."""
    return why_kindred(before, after, Between(passages=passages))


def test_what_cites_the_outlet_or_a_source_of_the_earlier_is_kindred():
    origin = took("Vilne", "Krasne")
    assert rules(origin, took("Vilne", "Zelene", name="r2", hours=1, by="Northern Post")) == [("r1", "r2", "cites it")]
    sourced = took("Vilne", "Krasne", by="Steppe Echo")
    assert rules(sourced, took("Vilne", "Zelene", name="r2", hours=1, by="Steppe Echo", of={"outlet": "Other"})) == [
        ("r1", "r2", "cites it")
    ]


def test_what_comes_by_way_of_another_report_is_kindred_to_what_that_rests_on():
    origin = took("Vilne", "Krasne", by="The ministry", of={"outlet": "Harbour Wire"})
    relay = took("Ozerne", name="r2", hours=1, by="The ministry", of={"outlet": "Steppe Echo"})
    other = took("Ozerne", name="r3", hours=1, by="The mayor", of={"outlet": "Other Echo"})
    after = took("Vilne", "Zelene", name="r4", hours=2, by="Steppe Echo", of={"outlet": "Far Post"})
    assert rules(origin, relay, other, after) == [("r1", "r4", "cites it")]
    assert not rules(origin, other, after)
    assert not rules(origin, took("Ozerne", name="r2", hours=1, by="The ministry", of={"outlet": "3"}), after)


def test_one_who_has_it_from_elsewhere_shifts_nothing():
    assert not rules(took("Vilne", "Krasne"), took("Vilne", "Zelene", name="r2", hours=1, by="Steppe Echo"))


def test_what_is_told_the_same_has_not_shifted():
    assert not rules(took("Vilne"), took("Vilne", name="r2", hours=1, by="Northern Post"))


def test_a_shared_passage_holds_two_together():
    one, other = visit(8), visit(10, name="r2", hours=24, chain=())
    passage = Copy(one="r1", one_span=Span(start=0, end=30), other="r2", other_span=Span(start=0, end=30), words=6)
    assert held(one, other, (passage.one_span, passage.other_span)).rule == "shares its words"
    elsewhere = Span(start=500, end=530)
    assert held(one, other, (elsewhere, elsewhere)).rule == "worded alike"
    for copy in (
        passage,
        Copy(one="r2", one_span=passage.one_span, other="r1", other_span=passage.other_span, words=6),
    ):
        assert rules(visit(8, places=()), visit(10, name="r2", hours=24), copies=[copy]) == [
            ("r1", "r2", "shares its words")
        ]


def test_a_shared_passage_leads_to_the_earlier_report_whoever_is_cited():
    after = took("Vilne", "Zelene", name="r2", hours=1, by="Far Echo")
    whole = [Span(start=0, end=len(one.report.text)) for one in (took("Vilne", "Krasne"), after)]
    copy = Copy(one="r1", one_span=whole[0], other="r2", other_span=whole[1], words=6)
    assert not rules(took("Vilne", "Krasne"), after)
    assert rules(took("Vilne", "Krasne"), after, copies=[copy]) == [("r1", "r2", "shares its words")]


def test_the_same_words_with_another_day_are_kindred():
    assert rules(visit(8), visit(10, name="r2", hours=24)) == [("r1", "r2", "worded alike")]
    other = visit(10, name="r2", hours=24, said="Nobody visited us in our long hours of need on")
    assert not rules(visit(8), other)
    one = state("Hit 8 May.", trigger="Hit", type=EventType.STRIKE, time=("8 May", "2025-05-08"))
    two = state("Hit 9 May.", name="r2", hours=1, trigger="Hit", type=EventType.STRIKE, time=("9 May", "2025-05-09"))
    assert held(one, two) is None


def test_an_own_account_of_the_same_event_with_one_town_swapped_is_kindred():
    after = took("Vilne", "Zelene", name="r2", hours=1, more=" after weeks of fighting, and crossed the river there")
    assert rules(took("Vilne", "Krasne"), after) == [("r1", "r2", "of the same event")]
    assert not rules(took("Vilne"), took("Zelene", name="r2", hours=1))
    assert held(took("Vilne"), took("Zelene", name="r2", hours=1, more=" after weeks of fighting")) is None
    assert not rules(took("Vilne", "Krasne", by="Other Echo"), quoting("Vilne", "Zelene"))


def quoting(*towns):
    """Give a statement that cites an outlet nobody knows for another town than Vilne."""
    return took(*towns, name="r2", hours=1, by="Steppe Echo")


def test_strikes_on_other_days_at_one_town_are_other_strikes():
    told = {"trigger": "shook", "type": EventType.STRIKE, "places": ("Vilne",)}
    one = state("Blasts shook Vilne on 8 May, and windows broke.", time=("8 May", "2025-05-08"), **told)
    text = "On 9 May explosions shook homes in Vilne again."
    assert not rules(one, state(text, name="r2", hours=24, time=("9 May", "2025-05-09"), **told))


def test_an_advance_told_as_a_capture_is_kindred():
    text = "Troops advance on Vilne."
    advance = state(text, places=("Vilne",), trigger="advance", type=EventType.ADVANCE)
    assert rules(advance, took("Vilne", name="r2", hours=1)) == [("r1", "r2", "of the same event")]


def test_denials_other_sides_other_kinds_and_old_stories_are_not_kindred():
    one, other = took("Vilne", "Krasne"), took("Vilne", "Zelene", name="r2", hours=1)
    assert held(one, one) is None
    assert held(one, took("Vilne", "Zelene", name="r2", hours=1, stance=Stance.DENIES)) is None
    assert held(one, took("Vilne", "Zelene", name="r2", hours=24 * 60)) is None
    assert held(one, took("Vilne", "Zelene", name="r2", hours=None)) is not None
    assert held(one, took("Vilne", "Zelene", name="r2", hours=1, type=EventType.AID, direction=None)) is None
    ours, theirs = ({"by": (word, side)} for word, side in (("Troops", "UA"), ("Troops", "RU")))
    assert held(sided(ours), sided(theirs, "Zelene", name="r2", hours=1)) is None
    assert held(sided(ours), sided(ours, "Zelene", name="r2", hours=1)) is not None
    assert held(sided(ours), other) is not None


def sided(who, second="Krasne", name="r1", hours=0.0):
    text = f"Troops took Vilne and {second}."
    return state(text, name=name, hours=hours, places=("Vilne", second), **(TAKEN | who))


def test_too_many_shifts_make_another_story():
    told = {"time": ("8 May", "2025-05-08"), "places": ("Vilne", "Krasne")}
    one = state("Troops took Vilne and Krasne on 8 May near here.", **(TAKEN | told))
    told = {"time": ("9 May", "2025-05-09"), "places": ("Vilne", "Zelene")}
    two = state("Troops took Vilne and Zelene on 9 May near here.", name="r2", hours=1, **(TAKEN | told))
    assert held(one, two) is None


def test_the_nearest_is_given():
    first = took("Vilne", "Krasne")
    later = took("Vilne", "Krasne", name="r2", hours=1)
    advance = state("Troops near Vilne.", name="r3", hours=2, places=("Vilne",), trigger="near", type=EventType.ADVANCE)
    swapped = took("Vilne", "Zelene", name="r4", hours=3)
    found = [pair for pair in rules(first, later, advance, swapped) if pair[1] == "r4"]
    assert found == [("r2", "r4", "worded alike")]


def test_the_outlet_that_is_cited_is_nearer_than_another_that_cites_it_too():
    origin = took("Vilne", "Krasne", of={"outlet": "Harbour Wire"})
    relay = took("Vilne", "Krasne", name="r2", hours=1, by="Harbour Wire", of={"outlet": "Steppe Echo"})
    after = took("Vilne", "Zelene", name="r3", hours=2, by="Harbour Wire", of={"outlet": "Far Post"})
    assert rules(origin, relay, after) == [("r1", "r3", "cites it")]


def test_every_rule_says_what_it_means_to_users():
    assert all(rule.__doc__ for rule in RULES)


STORY = (
    took("Vilne", "Krasne"),
    took("Vilne", "Krasne", name="r2", hours=1, by="Northern Post"),
    took("Vilne", "Zelene", name="r3", hours=2),
    took("Vilne", "Zelene", name="r4", hours=2, by="Northern Post"),
)


@given(st.permutations(STORY))
def test_order_changes_nothing(statements):
    assert list(find_kindred(statements)) == list(find_kindred(STORY))
