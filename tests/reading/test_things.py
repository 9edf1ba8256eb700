"""What a claim is about has the same code in every language, and only within its own words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.things import add_things, find_things
from sayso.vocabulary import Claim, ClaimKind, Provenance, ReaderVersion, Reading, Report, Span, Stance


@pytest.mark.parametrize(
    ("lang", "text", "codes"),
    [
        (
            "en",
            "A drone hit the grain store in the southern part of the town.",
            "drone attack grain_store south_part town",
        ),
        ("ru", "Дрон ударил по зернохранилищу в южной части города.", "drone grain_store south_part town"),
        ("uk", "Дрон влучив у зерносховище в південній частині міста.", "drone grain_store south_part town"),
        (
            "en",
            "The hydroelectric dam and the power plant are without power.",
            "hydropower_plant power_plant power_cut",
        ),
        ("ru", "Колонна с помощью стоит у блокпоста.", "aid_convoy checkpoint"),
        ("uk", "Обмін полоненими відбувся на кордоні.", "exchange border"),
        ("en", "In March they came north of the mill.", "factory"),
        ("fr", "Le pont est ouvert.", ""),
    ],
)
def test_things_are_found(lang, text, codes):
    assert [thing.code for thing in find_things(text, lang)] == codes.split()


def reading_of(text: str, *contents: Span, lang: str = "en") -> Reading:
    claims = tuple(
        Claim(
            id=f"c-{number}",
            content=(content,),
            cue=(),
            kind=ClaimKind.INDIRECT,
            chain=(),
            stance=Stance.ASSERTS,
        )
        for number, content in enumerate(contents)
    )
    version = ReaderVersion(sayso="0", pack="en-0", language=lang, gazetteer=None)
    report = Report(id="r-1", text=text, lang=lang, provenance=Provenance(where="-", format="plain", sha256="0" * 64))
    return Reading(report=report, lang=lang, claims=claims, reader=version)


def test_a_claim_holds_what_its_own_words_name():
    text = "The bridge is open, said the port. The dam is not."
    reading = add_things(reading_of(text, Span(start=0, end=18), Span(start=35, end=49), Span(start=4, end=7)))
    assert [[(one.code, one.span.cut(text)) for one in claim.things] for claim in reading.claims] == [
        [("bridge", "bridge")],
        [("dam", "dam")],
        [],
    ]


def test_a_reading_without_claims_or_words_known_is_left_as_it_is():
    bare, foreign = reading_of("The bridge."), reading_of("Le pont.", Span(start=0, end=7), lang="fr")
    assert add_things(bare) is bare
    assert add_things(foreign) is foreign


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["en", "ru", "uk"]))
def test_any_text_is_read(text, lang):
    spans = [thing.span for thing in find_things(text, lang)]
    assert spans == sorted(spans)
