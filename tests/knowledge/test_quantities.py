"""Every row about quantities is read, and its example is found by the table it stands in."""

from importlib import resources
from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import list_quantities, load_quantities
from sayso.knowledge.quantities import AMOUNTS, JOINTS, SETTINGS, STATUSES, UNITS, read_quantities, spell_words

FOLDER = Path(str(resources.files("sayso.knowledge") / "languages"))
NAMES = ("amounts", "units", "statuses", "joints")
ROWS = [
    (code, name, row)
    for code in list_quantities()
    for name in NAMES
    for row in dict.fromkeys(getattr(load_quantities(code), name).rows)
]


def test_three_languages_are_known():
    assert list_quantities() == ("en", "ru", "uk")


@pytest.mark.parametrize(("code", "name", "row"), ROWS, ids=lambda one: getattr(one, "words", one)[:20])
def test_the_example_of_a_row_holds_its_words(code, name, row):
    text, start, end = row.example.replace("*", ""), row.example.index("*"), row.example.rindex("*") - 1
    assert (start, end, row) in set(getattr(load_quantities(code), name).find(text))


def test_forms_are_spelt_out():
    assert list(spell_words("drone[- s], unmanned craft")) == ["drone", "drones", "unmanned craft"]


def copy(tmp_path):
    for name in (AMOUNTS, UNITS, STATUSES, JOINTS, SETTINGS):
        (tmp_path / name).write_text((FOLDER / "en" / name).read_text(encoding="utf-8"), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "row", "wrong"),
    [
        (AMOUNTS, "umpteen\tmuch\t1\t*umpteen* men", "not a valid AmountWord"),
        (AMOUNTS, "umpteen\tnumber\tlots\t*umpteen* men", "could not convert"),
        (AMOUNTS, "barely\thedge\tbarely\t*barely* two men", "not a valid Approximation"),
        (UNITS, "wizards\twizard\t-\t12 *wizards*", "not a valid Unit"),
        (UNITS, "leagues\tmetre\t-\t12 *leagues*", "metres of 'metre'"),
        (STATUSES, "enchanted\tenchanted\tboth\t12 *enchanted*", "not a valid Status"),
        (STATUSES, "slain\tkilled\tboth\t12 *slain*", "an earlier row has the same words"),
        (JOINTS, "whence\tof from\t12 *whence* men", "not a valid Joint"),
    ],
)
def test_a_wrong_row_is_named(tmp_path, name, row, wrong):
    copy(tmp_path)
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")
    with pytest.raises(KnowledgeError, match=wrong):
        read_quantities(tmp_path)


@pytest.mark.parametrize(
    ("text", "wrong"), [("head = 'middle'\nmodifiers = []\n", "wants head"), ("head", "quantities.toml")]
)
def test_wrong_settings_are_said(tmp_path, text, wrong):
    copy(tmp_path)
    (tmp_path / SETTINGS).write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=wrong):
        read_quantities(tmp_path)
