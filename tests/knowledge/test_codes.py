"""The table of codes of others: every event has a row of each scheme, and its names are those of the codebooks."""

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import ActorIs, load_codes
from sayso.knowledge.codes import CODES, read_codes
from sayso.vocabulary import Direction, EventType, NotCodable, Scheme, Unit

ROWS = [row for rows in load_codes().values() for row in rows]
ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        *("Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack"),
        *("Remote explosive/landmine/IED", "Grenade", None),
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters", None},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        *("Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Looting/property destruction"),
        *("Headquarters or base established", "Non-violent transfer of territory", "Other"),
    },
}
PLOVER = frozenset(
    [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ]
)


@pytest.mark.parametrize(
    "row", [one for one in ROWS if not one.not_codable], ids=lambda row: f"{row.scheme} {row.event}"
)
def test_names_are_those_of_the_codebooks(row):
    if row.scheme is Scheme.ACLED:
        assert row.subtype in ACLED[row.type]
    else:
        assert row.type in PLOVER


def find(scheme, event, direction=None, actor=None, weapon=None):
    return next(one for one in load_codes()[scheme, event] if one.fits(direction, actor, weapon))


def test_the_first_row_that_fits_counts():
    taken = find(Scheme.ACLED, EventType.CONTROL, Direction.TAKEN, ActorIs.HOME)
    assert taken.subtype == "Government regains territory"
    assert find(Scheme.ACLED, EventType.CONTROL, Direction.TAKEN).not_codable is NotCodable.NOT_SPECIFIC
    assert find(Scheme.ACLED, EventType.STRIKE, weapon=Unit.DRONE).subtype == "Air/drone strike"
    assert find(Scheme.ACLED, EventType.STRIKE, weapon=Unit.TANK).subtype is None
    assert find(Scheme.PLOVER, EventType.STRIKE, weapon=Unit.SHELL).subtype == "heavy-weapons"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("acled\tother\t", "acled\tclash\t", "no row holds for any other of acled"),
        ("consequence", "sequel", "not a valid NotCodable"),
        ("drone aircraft", "broom aircraft", "not a valid Unit"),
        ("\thome\t", "\tmartian\t", "not a valid ActorIs"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, old, new, said):
    path = tmp_path / "codes.tsv"
    path.write_text(CODES.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=said):
        read_codes(path)
