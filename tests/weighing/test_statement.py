import attrs

from sayso.vocabulary import Act, Duration, DurationKind, Modality, Span, Stance, Timex, TimexType
from sayso.weighing import lay_out
from sayso.weighing.polarity import is_against
from tests.weighing.made import event, make_claim, make_reading, make_report, sosnove, state, when


def test_attitudes_are_no_statements():
    report = make_report("She wants rain.", "r1")
    assert lay_out([make_reading(report, make_claim(report, act=Act.ATTITUDE))]) == ()


def test_statements_come_in_the_order_of_publication_undated_last():
    ids = [one.report.id for one in lay_out(_readings(("a", None), ("b", 5), ("c", 2)))]
    assert ids == ["c", "b", "a"]


def _readings(*named):
    for id_, hours in named:
        report = make_report("It burned.", id_, hours=hours)
        yield make_reading(report, make_claim(report))


def test_places_within_are_its_own_and_others_lie_around():
    text = "Rescuers came from Sosnove. The mill burned."
    report = make_report(text, "r1")
    reading = make_reading(
        report,
        make_claim(report, "Rescuers came from Sosnove"),
        make_claim(report, "The mill burned"),
        places=(sosnove(text),),
    )
    first, second = lay_out([reading])
    assert ([one.name for one in first.places], first.around) == (["Sosnove"], ())
    assert (second.places, [one.name for one in second.around]) == ((), ["Sosnove"])


def test_hours_and_lengths_of_time_are_kept_without_the_day():
    hour = Duration(
        start=0,
        end=1,
        kind=DurationKind.TIME_OF_DAY,
        rule="made",
        timex3=Timex(type=TimexType.TIME, value="2025-03-03T09:00"),
    )
    length = attrs.evolve(hour, kind=DurationKind.LENGTH, timex3=Timex(type=TimexType.DURATION, value="P10D"))
    vague = attrs.evolve(length, timex3=Timex(type=TimexType.DURATION, value="PXM"))
    report = make_report("9: it burned.", "r1")
    reading = make_reading(report, make_claim(report), durations=(hour, length, vague), times=(when("2025-03-03"),))
    assert lay_out([reading])[0].spells == {"T09:00", "P10D"}


def test_hours_of_other_claims_are_not_its_own():
    report = make_report("At 9 it rained. It burned.", "r1")
    reading = make_reading(
        report, make_claim(report, "It burned."), times=(when("2025-03-03T09:00"[:10], "2025-03-03T09:00"),)
    )
    assert lay_out([reading])[0].spells == frozenset()


def test_denials_doubts_and_negations_speak_against():
    assert is_against(state("It burned.", stance=Stance.DENIES, events=(event(modality=Modality.NEGATED),)))
    assert is_against(state("It burned.", stance=Stance.DOUBTS))
    assert is_against(state("It did not burn.", negated=True))
    assert is_against(state("It did not burn.", events=(event(modality=Modality.NEGATED),)))


def test_what_is_said_and_the_denial_of_what_is_negated_do_not():
    assert not is_against(state("It burned.", events=(event(),)))
    assert not is_against(state("It did not burn.", stance=Stance.DENIES, negated=True))


def test_no_more_words_are_laid_out_than_a_claim_may_have():
    assert len(state("smoke " * 2000).words) <= 4000 / len("smoke ") + 1
    report = make_report("smoke " * 1000, "r1")
    claim = attrs.evolve(make_claim(report), content=(Span(start=0, end=4000), Span(start=4000, end=6000)))
    assert len(lay_out([make_reading(report, claim)])[0].words) == 667


def test_event_has_the_days_of_its_time():
    laid = state("It burned.", times=(when("2025-03"), when("XXXX-03-02")), events=(attrs.evolve(event(), time=0),))
    assert [one.isoformat() for one in laid.days] == ["2025-03-01", "2025-03-31"]
    assert attrs.evolve(laid, days=None).event is not None
    vague = state("It burned.", times=(when("XXXX-03-02"),), events=(attrs.evolve(event(), time=0),))
    assert vague.days is None
