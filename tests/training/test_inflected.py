"""Composed passages in languages that inflect: exact spans, right endings, everything that the English ones cover."""

import random
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

from attribution.cast import read_pool
from attribution.compose import compose, show
from attribution.composer import Actor
from attribution.inflected import InflectedComposer
from attribution.inflected_cast import InflectedCast
from attribution.inflection import CASES, grammar_of
from attribution.markup import TEMPLATES, read_templates

LANGUAGES = ("ru", "uk")
FILES = [(code, path.stem) for code in LANGUAGES for path in sorted((TEMPLATES / code).glob("*.txt"))]
MARK_UP = re.compile(r"[{}<>\[\]|~$+]|\w@|\(\w+/|,,|\.\.| [,.]|  ")
CONTENTS = {
    "ru": ("Старая мельница в Заречье горела две ночи.", "Он сказал, что мельница горела."),
    "uk": ("Старий млин у Заріччі горів дві ночі.", "Він сказав, що млин горів."),
}


@pytest.fixture(scope="module", params=LANGUAGES)
def documents(request):
    return list(compose(4, 100, CONTENTS[request.param], request.param))


def test_the_same_seed_gives_the_same_documents(documents):
    code = documents[0]["lang"]
    assert list(compose(4, 3, CONTENTS[code], language=code)) == documents[:3]


def test_spans_cut_words_and_nothing_around_them(documents):
    for document in documents:
        text = document["text"]
        for claim in document["claims"]:
            links = [link[field] for link in claim["chain"] for field in ("mention", "full")]
            for start, end in [*claim["content"], *claim["cue"], *links]:
                piece = text[start:end]
                assert piece == piece.strip() != ""
                assert not (start and text[start - 1].isalnum()), (text[start - 10 : end], piece)
                assert not text[end : end + 1].isalnum(), (piece, text[start : end + 10])


def test_contents_stay_clear_of_their_cues_and_sources(documents):
    for document in documents:
        for claim in document["claims"]:
            taken = [*claim["cue"], *(link["mention"] for link in claim["chain"])]
            for start, end in claim["content"]:
                assert all(end <= other[0] or other[1] <= start for other in taken), document["text"][start:end]
            for link in claim["chain"]:
                assert link["full"][0] <= link["mention"][0] < link["mention"][1] <= link["full"][1]
                assert link["name"] in document["text"]


def test_no_mark_up_is_left_and_sentences_begin_with_a_capital(documents):
    for document in documents:
        assert not MARK_UP.search(document["text"]), document["text"]
        assert not re.search(r"(?:^|\n|[а-яіїє]{3}\. )[а-яіїє]", document["text"]), document["text"]


def test_everything_occurs(documents):
    claims = [claim for document in documents for claim in document["claims"]]
    links = [link for claim in claims for link in claim["chain"]]
    assert {claim["kind"] for claim in claims} == {"direct", "indirect", "mixed"}
    assert len({claim["stance"] for claim in claims}) == 7
    assert {claim["hedged"] for claim in claims} == {True, False}
    assert {len(claim["chain"]) for claim in claims} >= {0, 1, 2, 3}
    assert len({link["kind"] for link in links}) == 6
    assert len({link["naming"] for link in links}) == 3
    assert len({link["role"] for link in links}) == 7


def test_contents_from_outside_are_used_where_they_suit(documents):
    text = " ".join(document["text"] for document in documents)
    good, bad = CONTENTS[documents[0]["lang"]]
    assert good[1:-1] in text
    assert bad[1:-1] not in text


def test_a_passage_is_shown_with_its_marks(documents):
    shown = show(documents[0])
    assert documents[0]["text"] in shown
    assert shown.count("  <") >= len(documents[0]["claims"])


@pytest.mark.parametrize(("code", "name"), FILES)
def test_every_template_gives_the_claims_it_announces(code, name):
    lines = read_templates(name, code)
    assert len(lines) == len(set(lines))
    for number, line in enumerate(lines):
        composer = InflectedComposer(random.Random(number), (), code)  # noqa: S311
        speaker = Actor(composer.cast.draw("person"))
        speaker.places.append(composer.page.name(composer.cased(speaker.source.first, "nom")))
        composer.page.literal(". ")
        composer.write(line, [speaker])
        assert not MARK_UP.search(composer.page.text), composer.page.text
        assert len(composer.done) == len(set(re.findall(r"[<,](\d)(?=[\d,]*[:=])", line))), line


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_line_of_the_pools_has_all_its_cases(code):
    grammar = grammar_of(code)
    for name in ("documents", "media", "names", "organisations", "roles", "sorts", "states", "things", "unnamed"):
        for line in (line for lines in read_pool(name, code).values() for line in lines):
            for case in CASES:
                assert "~" not in grammar.inflect(line, case), line


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_clause_fills_in_every_theatre(code):
    for number, theatre in enumerate(sorted(read_pool("theatres", code))):
        cast = InflectedCast(random.Random(number), code)  # noqa: S311
        cast.theatre, cast.facts = theatre, dict(line.split(" = ", 1) for line in read_pool("theatres", code)[theatre])
        for clause in (line for lines in read_pool("clauses", code).values() for line in lines):
            assert not re.search(r"[{}@]|\w~\w+[^~]*$", cast.fill(clause)), clause


def test_words_agree_and_prepositions_suit_what_follows():
    russian, ukrainian = grammar_of("ru"), grammar_of("uk")
    assert russian.inflect("источник~m", "ins") == "источником"
    assert russian.agree("заявил@a, пишет+пишут@b, заявил@c", {"a": "f", "b": "p"}) == "заявила, пишут, заявил@c"
    assert russian.smooth("сообщил о ударе в Вчерашнем") == "сообщил об ударе во Вчерашнем"
    assert ukrainian.agree("послався@a", {"a": "p"}) == "послалися"
    assert ukrainian.smooth("Згідно з звітом у Одесі") == "Згідно зі звітом в Одесі"
