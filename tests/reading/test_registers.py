"""A body has one id under all its names and in all languages; who cannot be told has none."""

import attrs
import pytest

from sayso.reading.registers import add_registers
from sayso.vocabulary import (
    Act,
    Attribution,
    Claim,
    ClaimKind,
    Event,
    EventType,
    Link,
    LinkKind,
    Naming,
    Place,
    PlaceKind,
    Provenance,
    ReaderVersion,
    Reading,
    Reason,
    Report,
    Role,
    Span,
    Stance,
)

WEAK = (Reason(rule="side: place", score=0.4),)
STATE = (Reason(rule="kind: state", score=0.9),)
KINDS = {"org": LinkKind.ORGANISATION, "doc": LinkKind.DOCUMENT, "person": LinkKind.PERSON, "group": LinkKind.GROUP}


def reading_of(phrase, mention=None, kind="org", side="UA", *, lang="en", place=None, **more):
    """Give a reading of one claim by one source; ``place`` names a place of the text."""
    text = f"{phrase}: the bridge at Vilne is shut."
    mention = mention or phrase
    start = text.index(mention)
    link = Link(
        mention=Span(start=start, end=start + len(mention)),
        name=mention,
        kind=KINDS.get(kind, LinkKind.OUTLET),
        naming=Naming.NAMED,
        role=Role.GOVERNMENT,
        side=side,
        **more,
    )
    content = (Span(start=text.index("the bridge"), end=len(text)),)
    event = Event(type=EventType.CONTROL, places=(0,)) if place else None
    claim = Claim(
        id="c-1",
        content=content,
        cue=(),
        kind=ClaimKind.INDIRECT,
        chain=(link,),
        stance=Stance.ASSERTS,
        events=(event,) if event else (),
    )
    source = Attribution(source=(Span(start=0, end=len(phrase)),), cue=(), content=content, act=Act.SPEECH, score=0.5)
    places = ()
    if place:
        at = text.index(place)
        places = (
            Place(
                start=at,
                end=at + len(place),
                name=place,
                lat=50.0,
                lon=36.0,
                geonameid=7,
                kind=PlaceKind.SETTLEMENT,
                country="UA",
                admin="Kharkiv",
            ),
        )
    return Reading(
        report=Report(
            id="r-1", text=text, lang=lang, provenance=Provenance(where="-", format="plain", sha256="0" * 64)
        ),
        lang=lang,
        claims=(claim,),
        attributions=(source,),
        places=places,
        reader=ReaderVersion(sayso="0", pack="p-0", language=lang, gazetteer=None),
    )


def register_of(*args, **more):
    return add_registers(reading_of(*args, **more)).claims[0].chain[0].register


@pytest.mark.parametrize(
    ("phrase", "kind", "side", "lang", "register"),
    [
        ("Russia's defence ministry", "org", "RU", "en", "defence_ministry.ru"),
        ("Минобороны РФ", "org", "RU", "ru", "defence_ministry.ru"),
        ("Міноборони РФ", "org", "RU", "uk", "defence_ministry.ru"),
        ("the Ukrainian General Staff's morning bulletin", "doc", "UA", "en", "general_staff.ua"),
        ("Генштаб ВСУ", "org", "UA", "ru", "general_staff.ua"),
        ("the Maltese foreign ministry", "org", "MT", "en", "foreign_ministry.mt"),
        ("МЗС Мальти", "org", "MT", "uk", "foreign_ministry.mt"),
        ("Reuters", "outlet", "GB", "en", "reuters"),
        ("a UN spokesman", "person", "INT", "en", "united_nations"),
        ("a soldier of the UN", "person", "INT", "en", None),
        ("the 47th mechanised brigade", "org", "UA", "en", "brigade.ua.47"),
        ("47-ма окрема бригада", "org", "UA", "uk", "brigade.ua.47"),
        ("the brigade", "org", "UA", "en", None),
        ("the foreign ministry", "org", "unknown", "en", None),
        ("officials of the defence ministry", "group", "RU", "en", None),
        ("the Northern Mill Bureau", "org", "UA", "en", None),
        ("Le Moulin", "org", "FR", "fr", None),
    ],
)
def test_a_body_has_one_id(phrase, kind, side, lang, register):
    assert register_of(phrase, kind=kind, side=side, lang=lang) == register


def test_who_speaks_for_a_body_has_its_id_and_a_private_person_none():
    words = ("General Staff spokesman Ivan Holub", "Ivan Holub")
    assert register_of(*words, kind="person") == "general_staff.ua"
    assert register_of(*words, kind="person", private=True) is None
    assert register_of("General Staff officer Ivan Holub", "Ivan Holub", kind="person") is None


def test_a_side_that_is_only_guessed_tells_no_ministry_but_that_of_the_language():
    assert register_of("the defence ministry", reasons=WEAK) is None
    assert register_of("у Генштабі", "Генштабі", lang="uk", reasons=WEAK) == "general_staff.ua"
    assert register_of("у Генштабі", "Генштабі", lang="uk", side="RU", reasons=WEAK) is None
    assert register_of("the rescue service", reasons=WEAK) == "rescue_service.ua"
    assert register_of("Генштаб", lang="uk", side="unknown") == "general_staff.ua"


def test_a_place_beside_it_tells_which_town_or_region_it_is():
    assert register_of("the mayor of Vilne", kind="person", place="Vilne") == "mayor.7"
    assert register_of("the head of the Vilne regional administration", kind="person", place="Vilne") == (
        "regional_head.ua.kharkiv"
    )
    assert register_of("a former mayor of Vilne", kind="person", place="Vilne", former=True) is None


def test_the_place_of_the_event_tells_it_where_that_lies_in_the_same_state():
    assert register_of("the mayor", kind="person", place="Vilne") == "mayor.7"
    assert register_of("the mayor", kind="person", side="RU", place="Vilne") is None
    assert register_of("the mayor", kind="person") is None


def test_a_place_that_is_not_known_enough_tells_nothing():
    reading = reading_of("the mayor", kind="person", place="Vilne")
    bare = attrs.evolve(reading.places[0], geonameid=None)
    assert add_registers(attrs.evolve(reading, places=(bare,))).claims[0].chain[0].register is None
    lost = attrs.evolve(reading.places[0], geonameid=None, lat=None, lon=None, resolved=False)
    assert add_registers(attrs.evolve(reading, places=(lost,))).claims[0].chain[0].register is None


def test_a_state_that_speaks_is_that_state():
    assert register_of("Ukraine", reasons=STATE) == "state.ua"
    assert register_of("Kyiv", reasons=STATE) == "state.ua"
    assert register_of("Ukraine's southern bureau", reasons=STATE) is None
    assert register_of("Ukraine") is None


def test_all_links_of_one_name_have_the_id():
    reading = reading_of("Reuters", kind="outlet", side="GB")
    claim = reading.claims[0]
    twice = attrs.evolve(reading, claims=(claim, attrs.evolve(claim, id="c-2")))
    assert [one.chain[0].register for one in add_registers(twice).claims] == ["reuters", "reuters"]


def test_a_title_before_a_name_that_nothing_was_marked_with_tells_the_office():
    reading = reading_of("Rain fell — mayor of Vilne Ivan Holub", "Ivan Holub", kind="person", place="Vilne")
    assert add_registers(attrs.evolve(reading, attributions=())).claims[0].chain[0].register == "mayor.7"


def test_what_speaks_for_no_body_that_is_known_has_none():
    assert register_of("the spokesman of the mill", kind="person") is None
    assert register_of("a page of the UN Charter", kind="doc", side="INT") is None
    reading = reading_of("Reuters", kind="outlet", side="GB")
    link = attrs.evolve(reading.claims[0].chain[0], name="The Mill", mention=Span(start=32, end=36))
    both = attrs.evolve(reading.claims[0], chain=(*reading.claims[0].chain, link))
    found = add_registers(attrs.evolve(reading, claims=(both,))).claims[0].chain
    assert [one.register for one in found] == ["reuters", None]


def test_a_body_of_bodies_says_so():
    reasons = add_registers(reading_of("ООН", side="INT", lang="ru")).claims[0].chain[0].reasons
    assert [one.rule for one in reasons] == ["role: umbrella"]
    assert not add_registers(reading_of("a UN spokesman", kind="person", side="INT")).claims[0].chain[0].reasons


def test_a_reading_without_sources_is_left_as_it_is():
    reading = reading_of("the Northern Mill Bureau")
    assert add_registers(reading) is reading
    bare = attrs.evolve(reading, claims=())
    assert add_registers(bare) is bare


def test_a_body_of_a_state_has_its_side_where_nothing_else_gives_it_one():
    body = add_registers(reading_of("Минобороны", side="unknown", lang="ru")).claims[0].chain[0]
    assert (body.register, body.side, body.reasons[-1].rule) == (
        "defence_ministry.ru",
        "RU",
        "side: of the body that is known",
    )
    known = add_registers(reading_of("Reuters", kind="outlet", side="unknown")).claims[0].chain[0]
    assert (known.register, known.side) == ("reuters", "unknown")
