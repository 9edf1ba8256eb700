"""The composer of training passages: exact spans, the same passages from the same seed, and all that it should cover."""

import random
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

from attribution.cast import Form, Source
from attribution.compose import compose
from attribution.composer import Actor, Composer
from attribution.markup import TEMPLATES, as_clause, read_templates

SEED = 3
CONTENTS = (
    "The old mill at Verkhnie burned for two nights.",
    "He said that the mill burned.",
    "“Nobody came,” she recalled at the gate.",
)


@pytest.fixture(scope="module")
def documents():
    return list(compose(SEED, 200, CONTENTS))


@pytest.fixture(scope="module")
def claims(documents):
    return [(document["text"], claim) for document in documents for claim in document["claims"]]


def test_the_same_seed_gives_the_same_documents(documents):
    assert list(compose(SEED, 5, CONTENTS)) == documents[:5]
    assert next(compose(SEED + 1, 1, CONTENTS))["text"] != documents[0]["text"]


def test_spans_cut_words_and_nothing_around_them(claims):
    for text, claim in claims:
        spans = [
            *claim["content"],
            *claim["cue"],
            *(link[field] for link in claim["chain"] for field in ("mention", "full")),
        ]
        for start, end in spans:
            piece = text[start:end]
            assert piece
            assert piece == piece.strip()
            assert not text[start - 1 : start].isalnum() or start == 0, (text[start - 10 : end], piece)
            assert not text[end : end + 1].isalnum(), (piece, text[start : end + 10])


def test_contents_stay_clear_of_their_cues_and_sources(claims):
    for text, claim in claims:
        taken = [*claim["cue"], *(link["mention"] for link in claim["chain"])]
        for start, end in claim["content"]:
            assert all(end <= other[0] or other[1] <= start for other in taken), text[start:end]


def test_the_whole_noun_phrase_holds_its_mention(claims):
    for _, claim in claims:
        for link in claim["chain"]:
            assert link["full"][0] <= link["mention"][0] < link["mention"][1] <= link["full"][1]


def test_names_are_written_in_the_text(claims):
    for text, claim in claims:
        for link in claim["chain"]:
            assert link["name"] in text


def test_direct_speech_is_in_quotation_marks(claims):
    for text, claim in claims:
        pieces = [text[start:end] for start, end in claim["content"]]
        if claim["kind"] == "direct":
            assert all(piece[0] in "“‘\"'«„" and piece[-1] in "”’\"'»“" for piece in pieces), pieces
        if claim["kind"] == "indirect" and claim["cue"]:
            assert not any(mark in piece for piece in pieces for mark in '“”«»„"'), pieces


def test_everything_occurs(claims):
    links = [link for _, claim in claims for link in claim["chain"]]
    assert {claim["kind"] for _, claim in claims} == {"direct", "indirect", "mixed"}
    assert {claim["stance"] for _, claim in claims} == {
        "asserts",
        "denies",
        "doubts",
        "predicts",
        "intends",
        "opines",
        "asks",
    }
    assert {claim["hedged"] for _, claim in claims} == {True, False}
    assert {len(claim["chain"]) for _, claim in claims} == {0, 1, 2, 3, 4}
    assert {link["kind"] for link in links} == {"person", "organisation", "outlet", "channel", "document", "group"}
    assert {link["naming"] for link in links} == {"named", "pseudonymous", "unnamed"}
    assert {"government", "military", "civilian", "analyst", "media", "international", "unknown"} == {
        link["role"] for link in links
    }
    assert any(claim["cue"] and not claim["chain"] for _, claim in claims)


def test_no_mark_up_is_left_and_sentences_begin_with_a_capital(documents):
    for document in documents:
        assert not re.search(r"[{}<>\[\]|~$]|\(\w+/|,,|\.\.| [,.]|\ba [AIO]\w+n\b", document["text"]), document["text"]
        assert not re.search(r"(?:^|\n|[a-z]{2}\. )[a-z]", document["text"]), document["text"]


def test_documents_have_the_length_of_a_report(documents):
    assert all(60 <= len(document["text"].split()) <= 330 for document in documents)


def test_contents_from_outside_are_used_where_they_suit(documents):
    text = " ".join(document["text"] for document in documents).lower()
    assert "the old mill at verkhnie burned for two nights" in text
    assert "nobody came" not in text
    assert [as_clause(sentence) for sentence in CONTENTS] == ["the old mill at Verkhnie burned for two nights", "", ""]


@pytest.mark.parametrize("name", sorted(path.stem for path in (TEMPLATES / "en").glob("*.txt")))
def test_no_template_is_written_twice(name):
    lines = read_templates(name)
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("name", sorted(path.stem for path in (TEMPLATES / "en").glob("*.txt")))
def test_every_template_gives_the_claims_it_announces(name):
    form = Form(mention="Vovchuk")
    speaker = Source(
        name="Vovchuk", kind="person", naming="named", role="military", side="UA", gender="m", first=form, later=(form,)
    )
    for number, line in enumerate(read_templates(name)):
        composer = Composer(random.Random(number), ())  # noqa: S311
        actor = Actor(speaker)
        actor.places.append(composer.page.name(form))
        composer.page.literal(". ")
        composer.write(line, [actor])
        text = composer.page.text
        assert len(composer.done) == len(set(re.findall(r"[<,](\d)(?=[\d,]*[:=])", line))), line
        assert all(
            claim["content"] and all(start < end <= len(text) for start, end in claim["content"])
            for claim in composer.done
        )
        assert all(claim["cue"] for claim in composer.done if claim["stance"] in ("denies", "doubts", "asks")), line
