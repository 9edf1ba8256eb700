"""What is a statement, and what goes with which."""

import pytest

from sayso.knowledge import load_language
from sayso.reading.quotations import find_quotations
from sayso.reading.statement import Statement
from sayso.reading.statements import make_statements
from sayso.reading.text import find_sentences
from tests.reading.made import mark_all

ENGLISH = load_language("en")


def read(*lines: str) -> tuple[str, tuple[Statement, ...]]:
    text, marked = mark_all(list(lines))
    quotations = find_quotations(text, ENGLISH.apostrophes)
    sentences = find_sentences(text, quotations, ENGLISH.abbreviations, "en")
    return text, make_statements(text, marked, quotations, sentences, ENGLISH)


def contents(text: str, statements: tuple[Statement, ...]) -> list[str]:
    return [" … ".join(span.cut(text) for span in one.content) for one in statements]


def test_content_is_given_without_the_word_that_opens_it_and_the_marks_around_it():
    text, found = read("[The miller] {said} <that the ford was clear.>")
    assert contents(text, found) == ["the ford was clear"]


def test_an_article_alone_is_no_claim():
    text, found = read("[The guild] {spoke on Monday about} <the> ford.")
    assert contents(text, found) == ["The guild spoke on Monday about the ford"]


def test_a_sentence_that_nobody_is_cited_for_is_the_reports_own():
    text, found = read("[The miller] {said} <the ford was clear>.", "Rain fell all week.")
    assert contents(text, found) == ["the ford was clear", "Rain fell all week"]
    assert not found[1].cue


def test_a_quotation_right_behind_goes_with_the_one_before():
    text, found = read("<“We crossed,”> [Ada Reed] {said}.", "“Then it rained.”")
    assert contents(text, found) == ["“We crossed,” … “Then it rained.”"]


def test_a_quotation_further_on_carries_the_speaker_on():
    text, found = read(
        "<“We crossed,”> [Ada Reed] {said}.", "The barge was full that night.", "“Then it rained all day.”"
    )
    assert contents(text, found)[2] == "“Then it rained all day.”"
    assert found[2].carries == 0


def test_a_quotation_beyond_a_sentence_of_its_own_is_not_drawn_to_a_cue():
    text, found = read(
        "<“We crossed,”> [Ada Reed] {said}.",
        "The barge was full. <“Russian boats are near.”> People left that night. <“We wait,”> {said} [a cook].",
    )
    assert contents(text, found)[-1] == "“We wait,”"
    assert "“Russian boats are near.”" in contents(text, found)


@pytest.mark.parametrize("quotation", ["“Then it rained. Nobody slept.”", "“Russian boats were on the river.”"])
def test_a_quotation_right_behind_that_stands_by_itself_carries_the_speaker_on(quotation):
    text, found = read("<“We crossed,”> [Ada Reed] {said}.", quotation)
    assert contents(text, found) == ["“We crossed,”", quotation]
    assert found[1].carries == 0


def test_a_quotation_split_within_its_sentence_is_one_statement():
    _, found = read("<“Russian boats,”> [Ada Reed] {said}, <“are on the river. Nobody sleeps.”>")
    assert len(found) == 1


def test_a_quotation_that_nobody_spoke_before_carries_nobody():
    text, found = read("“We crossed the whole river.”", "[Ada Reed] {said} <the ford was clear>.")
    assert found[0].carries is None
    assert contents(text, found)[0] == "“We crossed the whole river.”"


@pytest.mark.parametrize(
    ("sentence", "content", "cue"),
    [
        ("It was reported that two barges sank.", "two barges sank", "It was reported"),
        ("Two barges are reported to be adrift.", "Two barges … be adrift", "are reported to"),
    ],
)
def test_what_is_attributed_to_nobody_is_agentless(sentence, content, cue):
    text, (found,) = read(sentence)
    assert found.is_agentless
    assert contents(text, (found,)) == [content]
    assert found.cue[0].cut(text) == cue


def test_a_remark_is_no_statement():
    text, found = read("[The miller] {said} <the ford was clear>.", "The yard declined to comment.")
    assert contents(text, found) == ["the ford was clear"]


def test_a_clause_that_a_joining_word_sets_off_is_the_reports_own():
    text, found = read("[The miller] {said} <the ford was clear>, but the bridge had gone by noon.")
    assert contents(text, found) == ["the ford was clear", "the bridge had gone by noon"]


def test_what_is_left_of_an_attribution_is_no_statement():
    text, found = read("On Monday [the miller] {said} <the ford was clear>, as ever.")
    assert contents(text, found) == ["the ford was clear"]


def test_a_heading_of_two_words_is_no_statement():
    _, found = read("Port news")
    assert found == ()


def test_a_sentence_that_ends_with_a_pronoun_and_a_verb_of_speech_is_said_by_whom_it_stands_for():
    text, found = read("[The council] {said} <power was back>.", "The bridge is closed to lorries, it added.")
    assert contents(text, found)[1] == "The bridge is closed to lorries"
    assert [source.span.cut(text) for source in found[1].sources] == ["it"]


def test_it_was_reported_names_nobody():
    _, (found,) = read("{It was reported} that <two barges sank>.")
    assert found.sources == ()


def test_what_somebody_declined_to_say_is_no_statement():
    text, found = read("[The reeve] {declined to say} <whether the barge sank>.", "Rain fell all week.")
    assert contents(text, found) == ["Rain fell all week"]


def test_a_name_that_is_only_called_so_is_no_statement():
    _, found = read("Ostrel, which [the traders] {call} <Karmin>, was shelled at noon.")
    assert all(not one.sources for one in found)


def test_a_quoted_term_stays_in_its_sentence():
    text, (found,) = read("Volunteers of the “Kitchen Number Five” group fed the crew.")
    assert contents(text, (found,)) == ["Volunteers of the “Kitchen Number Five” group fed the crew"]


def test_a_sentence_is_parted_at_its_clauses_when_both_are_long_enough():
    text, found = read("Shells fell on the northern edge of town, and the road to the port was closed.")
    assert contents(text, found) == ["Shells fell on the northern edge of town", "the road to the port was closed"]


def test_a_clause_before_an_attribution_is_the_reports_own():
    text, found = read("Fighting has grown worse on the river, with [residents] {reporting} <heavier fire>.")
    assert contents(text, found) == ["Fighting has grown worse on the river", "heavier fire"]


def test_what_the_opening_word_opens_anew_is_another_statement_by_the_same_source():
    text, found = read("[The miller] {said} <the ford was clear and that the bridge had gone by noon>.")
    assert contents(text, found) == ["the ford was clear", "the bridge had gone by noon"]
    assert found[0].sources == found[1].sources


def test_a_report_within_a_report_rests_on_whom_it_tells_of():
    text, (found,) = read("[The miller] {said} <a guard had told him that the ford was clear>.")
    assert [one.span.cut(text) for one in found.sources] == ["The miller", "a guard"]
    assert contents(text, (found,)) == ["the ford was clear"]


def test_a_report_that_is_denied_is_no_report():
    text, (found,) = read("[The miller] {denied} that <a guard had told him to leave>.")
    assert [one.span.cut(text) for one in found.sources] == ["The miller"]


def test_what_an_answer_says_of_nobody_in_particular_is_said_by_who_answers():
    text, found = read(
        "Kit Orlan kept the lock.\n\nQ: Why did it burn?\n\nA: It is reported that the pump had stopped.\n\nQ: And then?\n\nA: I ran."
    )
    answers = [one for one in found if one.sources]
    assert {source.span.cut(text) for one in answers for source in one.sources} == {"Kit Orlan"}
    assert not any(one.is_agentless for one in answers)


def test_an_answer_is_said_by_who_is_interviewed():
    text, found = read(
        "Kit Orlan kept the lock.\n\nQ: Did it burn?\n\nA: It burned by noon.\n\nQ: And you?\n\nA: I ran off."
    )
    answers = [one for one in found if one.sources]
    assert contents(text, tuple(answers)) == ["It burned by noon", "I ran off"]
    assert {source.span.cut(text) for one in answers for source in one.sources} == {"Kit Orlan"}


def test_a_headline_names_its_source_behind_a_dash():
    text, found = read("Lock burns near Dovrek – river guards")
    assert contents(text, found) == ["Lock burns near Dovrek"]
    assert [one.span.cut(text) for one in found[0].sources] == ["river guards"]


def test_words_in_another_sentence_than_their_cue_are_read_by_themselves():
    text, found = read("{It was claimed} that <a barge had sunk>. <The lock had been shut since noon>.")
    assert contents(text, found) == ["a barge had sunk", "The lock had been shut since noon"]
    assert not found[1].cue


@pytest.mark.parametrize(
    ("source", "narrowed"),
    [
        ("a post on the “Tar Bay” channel", "the “Tar Bay” channel"),
        ("a post by the miller", "a post by the miller"),
        ("the miller", "the miller"),
    ],
)
def test_a_channel_is_the_source_of_what_is_posted_on_it(source, narrowed):
    text, (found,) = read(f"[{source}] {{said}} <the ford was clear>.")
    assert found.sources[0].span.cut(text) == narrowed


def test_a_sentence_that_tells_what_somebody_was_told_is_a_statement():
    text, (found,) = read("At the lock, two officers briefed him on the loss of both mills.")
    assert found.content[0].cut(text) == "the loss of both mills"
    assert [one.span.cut(text) for one in found.sources] == ["two officers"]
    assert found.hearer is not None
    assert found.hearer.cut(text) == "him"
    assert not read("The fog briefed him on the loss of both mills.")[1][0].sources


@pytest.mark.parametrize(
    ("line", "sources"),
    [
        ("[The miller] {told} state television <the ford was clear>.", ["state television", "The miller"]),
        ("[The miller] {told} Reuters <that the ford was clear>.", ["Reuters", "The miller"]),
        ("[The miller] {told} the mayor <that the ford was clear>.", ["The miller"]),
        ("[The miller], who owns a newspaper, {said} <that the ford was clear>.", ["The miller"]),
        ("<The ford was clear>, [the miller] {told} the mayor.", ["the miller"]),
    ],
)
def test_an_outlet_that_was_told_is_the_nearest_source(line, sources):
    text, found = read(line)
    assert [one.span.cut(text) for one in found[0].sources] == sources
