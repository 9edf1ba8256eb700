"""The grammar of times: every example is read by its rule, and what is wrong with a table is said."""

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import list_dates, load_dates
from sayso.knowledge.dates import flatten, read_dates, spell_forms, tokenise
from sayso.reading.time_forms import find_nodes
from sayso.reading.time_tokens import split_tokens

GRAMMARS = [load_dates(code) for code in list_dates()]
EXAMPLES = [(grammar.code, rule, example) for grammar in GRAMMARS for rule, example in grammar.examples]
SMALL = """
month_first = true
possessives = []
capital = ["may"]
past_endings = ["ed"]
future_endings = []
same_letters = {}
common = "of"
abbreviations = ""
[suffixes]
ordinal = "th"
[words.month]
5 = "may"
[[forms]]
rule = "day and month"
act = "date"
forms = ["day month"]
examples = ["*5 May*"]
"""


def test_three_languages_are_known():
    assert list_dates() == ("en", "ru", "uk")


@pytest.mark.parametrize(("code", "rule", "example"), EXAMPLES)
def test_an_example_is_read_by_its_rule(code, rule, example):
    text, marked = example.replace("*", ""), example.split("*")[1::2]
    grammar = load_dates(code)
    found = {node.form.rule: text[node.start : node.end] for node in find_nodes(split_tokens(text, grammar), grammar)}
    assert rule in found
    assert all(found[rule] in words for words in marked)


@pytest.mark.parametrize("grammar", GRAMMARS, ids=lambda grammar: grammar.code)
def test_every_rule_has_an_example_and_every_word_a_sign(grammar):
    rules = {form.rule for forms in (*grammar.first.values(), *grammar.second.values()) for form in forms}
    assert rules == {rule for rule, _ in grammar.examples}
    assert {entry.sign for entry in grammar.words.values()} <= set(grammar.signs.values())


def test_endings_are_spelt_out():
    assert list(spell_forms("month[- s] a[b c]")) == ["month ab", "months ab", "month ac", "months ac"]
    assert tokenise("a.m. on 5/6") == ("a.m.", "on", "5", "/", "6")
    assert flatten("day\u00a0before-\nyesterday") == "day before  yesterday"


def small(tmp_path, text):
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "dates.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_small_grammar_is_read(tmp_path):
    grammar = read_dates(small(tmp_path, SMALL))
    [node] = find_nodes(split_tokens("On 5 May, not on 5 may.", grammar), grammar)
    assert (node.start, node.end, node.number("month"), node.number("day")) == (3, 8, 5, 5)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("day month", "day weather", "no word has the category weather"),
        ('["*5 May*"]', "[]", "has no example"),
        ("day month", "day ?", "form 'day \\?' of rule"),
        ("day month", "~day", "a form without a time"),
        ("month_first", "monthfirst", "month_first"),
        ("[suffixes]", "[suffixes", "dates.toml"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, old, new, said):
    with pytest.raises(KnowledgeError, match=said):
        read_dates(small(tmp_path, SMALL.replace(old, new)))


def test_a_missing_table_is_said(tmp_path):
    with pytest.raises(KnowledgeError, match=r"dates\.toml"):
        read_dates(tmp_path)
