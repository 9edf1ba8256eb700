from sayso.vocabulary import EventType, Status
from sayso.weighing.keys import keys_of
from sayso.weighing.traits import traits_of
from tests.weighing.made import count, event, place, sosnove, state, things


def keys(statement, *kinds):
    return {key for key in keys_of(traits_of(statement)) if key[0] in kinds}


def test_place_gives_keys_by_name_alone_and_with_the_families_of_its_events():
    text = "Strike on Sosnove."
    found = keys(state(text, places=(sosnove(text),), events=(event(), event(EventType.OTHER))), "place", "family")
    assert found == {("place", "sosnov"), ("family", "sosnov", "fire")}


def test_unresolved_place_meets_a_resolved_one_by_its_name():
    text, other = "Strike on Sosnove.", "Удар по Сосновому."
    one, two = state(text, places=(sosnove(text),)), state(other, "r2", lang="ru", places=(place(other, "Сосновому"),))
    assert keys(one, "place") & keys(two, "place") == {("place", "sosnov")}


def test_figures_above_two_give_keys_with_what_is_counted():
    assert keys(state("It.", quantities=(count(2, Status.KILLED), count(118))), "figure") == {("figure", 118, "people")}
    assert keys(state("It.", quantities=(count(118, unit=None),)), "figure") == {("figure", 118, "")}


def test_things_give_keys_alone_by_place_and_in_pairs():
    text = "Bridge and depot at Sosnove."
    found = keys(state(text, places=(sosnove(text),), things=things("depot", "bridge")), "thing", "thing at", "things")
    assert found == {
        *(("thing", "bridge"), ("thing", "depot")),
        *(("thing at", "bridge", "sosnov"), ("thing at", "depot", "sosnov")),
        ("things", "bridge", "depot"),
    }


def test_heaviest_stems_give_keys_and_so_do_all_words_together():
    found = keys(state("Firemen saved the granary from burning on Monday night."), "stem", "wording")
    assert ("stem", "firmen") not in found
    assert ("stem", "firemen"[:6]) in found
    assert sum(key[0] == "wording" for key in found) == 1


def test_keys_of_a_statement_are_few():
    text = " ".join(f"Sosna{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    crowded = state(
        text,
        places=tuple(place(text, word) for word in text.split()),
        quantities=tuple(count(number) for number in range(40)),
        things=things(*(f"thing_{letter}" for letter in "abcdefghijklmnop")),
    )
    assert len(keys_of(traits_of(crowded))) <= 70
