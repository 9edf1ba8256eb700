"""Sources and places of different reports are held together by register, name, letters, or because nothing parts them."""

from sayso.vocabulary import LinkKind, Naming, Role
from sayso.weighing import lay_out
from sayso.weighing.sameness import are_one_place, is_one, is_outlet_of, may_be_one, shared_letters
from tests.weighing.made import happening, link, make_claim, make_reading, make_report, state, town

TEXT = "Минобороны, the ministry, Ivolgin, officials and residents near Vilne and Вільного said Northern Post lies."


def test_the_register_decides_where_both_are_in_it():
    one = link(TEXT, "Минобороны", register="ru-mod")
    assert is_one(one, link(TEXT, "the ministry", register="ru-mod"))
    assert may_be_one(one, link(TEXT, "the ministry", register="ru-mod"))
    assert not is_one(one, link(TEXT, "Минобороны", register="ua-mod"))
    assert not may_be_one(one, link(TEXT, "Минобороны", register="ua-mod"))


def test_names_decide_among_the_named():
    assert is_one(link(TEXT, "Ivolgin"), link(TEXT, "Ivolgin", register="x"))
    assert not is_one(link(TEXT, "Ivolgin"), link(TEXT, "Ivolgin", naming=Naming.UNNAMED))
    assert may_be_one(link(TEXT, "Ivolgin"), link(TEXT, "Ivolgin"))


def test_what_nothing_tells_apart_may_be_one():
    assert may_be_one(link(TEXT, "Минобороны", side="RU"), link(TEXT, "the ministry", side="RU"))
    assert not may_be_one(link(TEXT, "Минобороны", side="RU"), link(TEXT, "the ministry", side="UA"))
    assert not may_be_one(link(TEXT, "Ivolgin"), link(TEXT, "the ministry"))
    assert not may_be_one(link(TEXT, "Ivolgin", role=Role.MILITARY), link(TEXT, "officials", role=Role.CIVILIAN))
    officials = link(TEXT, "officials", naming=Naming.UNNAMED, kind=LinkKind.GROUP)
    assert may_be_one(officials, link(TEXT, "residents", naming=Naming.UNNAMED))
    assert may_be_one(officials, link(TEXT, "residents", kind=LinkKind.GROUP))
    assert not may_be_one(officials, link(TEXT, "Ivolgin"))


def test_an_outlet_is_cited_by_its_name():
    said = state("It fell.")
    assert is_outlet_of(link(TEXT, "Northern Post"), said)
    assert not is_outlet_of(link(TEXT, "Ivolgin"), said)
    assert not is_outlet_of(link(TEXT, "Northern Post"), state("It fell.", of={"outlet": None}))


def test_places_are_one_by_number_or_by_letters():
    assert are_one_place(town(TEXT, "Vilne"), town(TEXT, "Vilne"))
    assert are_one_place(town(TEXT, "Vilne"), town(TEXT, "Vilne", geonameid=9))
    assert not are_one_place(town(TEXT, "Vilne"), town(TEXT, "Vilne", name="Vilna", geonameid=9))
    assert are_one_place(town(TEXT, "Vilne"), town(TEXT, "Vilne", name="Vilne bridge", geonameid=9))
    assert are_one_place(town(TEXT, "Vilne", name="Vilne bridge", geonameid=9), town(TEXT, "Vilne"))
    assert are_one_place(town(TEXT, "Vilne"), town(TEXT, "Вільного"))
    assert not are_one_place(town(TEXT, "Vilne"), town(TEXT, "Northern"))
    assert shared_letters("abc", "abd") == 2
    assert shared_letters("ab", "abd") == 2


def test_spots_are_those_within_the_words_else_those_of_the_event():
    text = "Vilne burns. Krasne fell."
    places = (town(text, "Vilne"), town(text, "Krasne"))
    report, events = make_report(text), (happening(text, "fell", [0]),)
    [one] = lay_out([make_reading(report, make_claim(report, "Krasne fell", events=events), places=places)])
    assert [spot.name for spot in one.spots] == ["Krasne"]
    [other] = lay_out([make_reading(report, make_claim(report, "fell", events=events), places=places)])
    assert [spot.name for spot in other.spots] == ["Vilne"]
