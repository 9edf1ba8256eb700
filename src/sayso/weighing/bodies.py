"""Which bodies of one state may be one source, by their ids in the register or by what every state has.

Takes ids such as `mayor.703448` or `general_staff.ua`. Bodies that lead or speak for each other are of one family; a
state as a whole is of every one.
"""

FAMILIES = (
    ("regional_head", "regional_administration", "regional_council"),
    ("mayor", "city_council"),
    ("rescue_service", "regional_rescue_service"),
    ("national_police", "regional_police", "city_police", "interior_ministry"),
    ("regional_prosecutor", "prosecutor_general"),
    (
        *("armed_forces", "general_staff", "defence_ministry", "southern_command", "eastern_command", "air_force"),
        *("navy", "military_intelligence", "brigade", "regiment", "battalion", "division", "corps", "field_army"),
    ),
)
FAMILY_OF = {code: family[0] for family in FAMILIES for code in family}
STATE = "state"
LETTERS_OF_STATE = 2
# Bodies of which each may be meant by a body of another family, or mean it.
OF_EVERY_ONE = frozenset((STATE, "government", "presidential_office"))


def are_two_bodies(one: str | None, other: str | None) -> bool:
    """Tell whether two ids are of two bodies, neither of which speaks for the other; not where one has no id."""
    if one is None or other is None or one == other:
        return False
    codes = [each.partition(".")[0] for each in (one, other) if "." in each]
    if len(codes) < len((one, other)) or not OF_EVERY_ONE.isdisjoint(codes):
        return False
    return FAMILY_OF.get(codes[0], codes[0]) != FAMILY_OF.get(codes[1], codes[1])


def is_same_office(one: str, other: str) -> bool:
    """Tell whether two ids are of one office that states have, of whichever state: `health_ministry.aa` and `.bb`."""
    (code, _, state), (its_code, _, its_state) = one.partition("."), other.partition(".")
    return code == its_code != STATE and LETTERS_OF_STATE == len(state) == len(its_state)
