"""Each row of a language's tables is taken, in its own example, for what it says."""

import re
import shutil
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import Phrases, load_language
from sayso.knowledge.language import read_language
from sayso.vocabulary import LinkKind, Relay, Stance

FOLDER = Path(str(resources.files("sayso.knowledge") / "languages" / "en"))
ENGLISH = load_language("en")
TABLES = {
    "phrases": (ENGLISH.phrases, 150),
    "hedges": (ENGLISH.hedges, 70),
    "relays": (ENGLISH.relays, 90),
    "roles": (ENGLISH.roles, 500),
    "titles": (ENGLISH.titles, 100),
    "agentless": (ENGLISH.agentless, 50),
    "basis": (ENGLISH.basis, 50),
    "remarks": (ENGLISH.remarks, 50),
    "pronouns": (ENGLISH.pronouns, 40),
    "moods": (ENGLISH.moods, 20),
    "narrations": (ENGLISH.narrations, 5),
    "nestings": (ENGLISH.nestings, 5),
    **{
        f"modals over {stance}, {'quoted' if is_quoted else 'plain'}": (phrases, 0)
        for (stance, is_quoted), phrases in ENGLISH.modals.items()
    },
}


def unmatched(phrases: Phrases[Any]) -> list[str]:
    """Give the examples in which a row is not found from the first star to the last."""
    return [row.example for row in phrases.rows if not stands_in_its_example(phrases, row)]


def stands_in_its_example(phrases: Phrases[Any], row: Any) -> bool:
    first, last = row.example.index("*"), row.example.rindex("*")
    span = first, last - row.example.count("*") + 1
    return any(
        (start, end) == span and found is row for start, end, found in phrases.find(row.example.replace("*", ""))
    )


@pytest.mark.parametrize("name", TABLES)
def test_each_row_is_found_in_its_example(name: str) -> None:
    phrases, fewest = TABLES[name]
    assert len(phrases.rows) >= fewest
    assert unmatched(phrases) == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "en"))


@pytest.mark.parametrize(
    ("table", "row", "wrong"),
    [
        ("phrases", "by heart\tspeech\tshouting\tHe said it *by heart*.", "'shouting' is not a valid Stance"),
        ("phrases", "by heart\tspeech\tasserts\tHe said it by heart.", "no words between stars"),
        ("phrases", "by … \tspeech\tasserts\tHe said it *by heart*.", "must begin and end"),
        ("phrases", "according to\tspeech\tasserts\t*According to* him.", "an earlier row"),
        ("hedges", "maybe so\tsky\t*Maybe so*.", "not a valid Reach"),
        ("modals", "dare\tintends\tasserts sings\tany\tno\tWe *dare*.", "not a valid Stance"),
        ("modals", "dare\tintends\tasserts\tsometimes\tno\tWe *dare*.", "not a valid Quoted"),
        ("moods", "lest\tfearful\tHurry, *lest* it rains.", "not a valid Mood"),
        ("nestings", "rang\tabove\tScouts *rang* us.", "not a valid Teller"),
        ("relays", "A via B\ttelepathy\tA *via* B.", "not a valid Relay"),
        ("roles", "yeoman\tyeomen\tking\tmilitary\tA *yeoman*.", "not a valid LinkKind"),
        ("titles", "Yeoman\tking\t*Yeoman* Orlan.", "not a valid Role"),
        ("agentless", "one hears\tperhaps\t*One hears* so.", "neither yes nor no"),
        ("basis", "in a dream\tdream\tSeen *in a dream*.", "not a valid Basis"),
        ("remarks", "hung up\thung_up\tHe *hung up*.", "not a valid Remark"),
        ("pronouns", "thou\tsingular\tany\tsecond\t*Thou* said.", "invalid literal"),
        ("pronouns", "thou\tsingular\tany\t2", "wants 5 columns"),
    ],
)
def test_a_wrong_row_is_named_with_its_file(copy: Path, table: str, row: str, wrong: str) -> None:
    with (copy / f"{table}.tsv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(KnowledgeError, match=rf"{table}\.tsv: row .*{re.escape(wrong)}"):
        read_language(copy)


@pytest.mark.parametrize(
    "name",
    [
        "phrases",
        "hedges",
        "modals",
        "moods",
        "narrations",
        "nestings",
        "relays",
        "roles",
        "titles",
        "agentless",
        "pronouns",
    ],
)
def test_a_missing_table_is_named(copy: Path, name: str) -> None:
    (copy / f"{name}.tsv").unlink()
    with pytest.raises(KnowledgeError, match=name):
        read_language(copy)


@pytest.mark.parametrize(
    ("cues", "stance"),
    [
        (("brushed aside",), Stance.DENIES),
        (("dismissed", "as"), Stance.DENIES),
        (("In", "opinion"), Stance.OPINES),
        (("promised", "wrote"), Stance.INTENDS),
        (("said",), Stance.ASSERTS),
        (("did not deny",), Stance.ASSERTS),
        (("has no doubt",), Stance.ASSERTS),
        (("does not believe",), Stance.DOUBTS),
        ((), Stance.ASSERTS),
    ],
)
def test_the_cues_give_the_stance(cues: tuple[str, ...], stance: Stance) -> None:
    assert ENGLISH.stance_of(cues) == stance


@pytest.mark.parametrize(
    ("text", "relay", "slots"),
    [
        ("The wire, citing a clerk, spoke.", Relay.CITES, ("A", None, "B")),
        ("Citing a clerk, the wire spoke.", Relay.CITES, (None, "B", "A")),
        ("The mayor told the wire so.", Relay.TOLD, ("B", None, "A")),
        ("The queen, whom the wire quoted, smiled.", Relay.CITES, ("B", "A", None)),
        ("A memo seen by the wire names him.", Relay.PUBLISHES, (None, None, "A")),
        ("The map compiled by a guild is old.", Relay.AUTHORED, (None, None, "B")),
        ("Forwarded from River Watch", Relay.FORWARDED, (None, None, "B")),
    ],
)
def test_a_relay_says_where_its_sources_stand(
    text: str, relay: Relay, slots: tuple[str | None, str | None, str | None]
) -> None:
    (form,) = (row for _, _, row in ENGLISH.relays.find(text))
    assert (form.relay, (form.before, form.inside, form.after)) == (relay, slots)


def test_a_plural_is_a_group_but_that_of_a_document_is_not() -> None:
    kinds = {row.plural: row.plural_kind for row in ENGLISH.plurals.rows}
    assert kinds["soldiers"] is LinkKind.GROUP
    assert kinds["letters"] is LinkKind.DOCUMENT
