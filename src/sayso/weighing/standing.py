"""What is known of a group of same claims when it is judged: who says it, who speaks against it, and in what words."""

import attrs

from sayso.vocabulary import LinkKind, Origin, Support
from sayso.vocabulary.side import UNKNOWN_SIDE
from sayso.vocabulary.stance import AGAINST
from sayso.weighing.statement import Statement

INTERNATIONAL = "INT"
SOMEBODY = "a private person"
LONGEST_NAME = 120


@attrs.frozen(kw_only=True)
class Standing:
    """A group of same claims with what has been found out of it.

    ``statements`` are all of the group, denials among them, in the order of publication. ``origins`` are those who say
    it, whether or not they stand alone; ``contested_by`` those who say the contrary, here or in another group.
    ``negating`` are ids of statements that speak against it in other ways than denying or doubting it.
    """

    statements: tuple[Statement, ...]
    origins: tuple[Origin, ...]
    contested_by: tuple[Origin, ...] = ()
    support: Support
    negating: frozenset[str] = frozenset()

    @property
    def saying(self) -> tuple[Statement, ...]:
        """The statements that do not speak against it."""
        said = (one for one in self.statements if one.claim.stance not in AGAINST)
        return tuple(one for one in said if one.id not in self.negating)

    @property
    def counted(self) -> tuple[Origin, ...]:
        """The origins that say it and rest on no other."""
        return tuple(one for one in self.origins if one.stands_alone)

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that have spoken of it, for or against, in alphabetical order; international bodies are none."""
        spoken = {one.side for one in (*self.origins, *self.contested_by)}
        told = {one.claim.origin.side for one in self.statements if one.claim.origin}
        return tuple(sorted((spoken | told) - {UNKNOWN_SIDE, INTERNATIONAL}))

    @property
    def reports(self) -> int:
        """How many reports say it."""
        return len({one.report.id for one in self.saying})


def called(origin: Origin) -> str:
    """Give what an origin is called in a sentence: its name and side, never the name of a private person."""
    name = SOMEBODY if origin.private else origin.name[:LONGEST_NAME]
    if origin.outlet and origin.kind in (LinkKind.OUTLET, LinkKind.CHANNEL):
        name = f"{name} in its own voice"
    return name if origin.side == UNKNOWN_SIDE else f"{name} ({origin.side})"


def listed(names: tuple[str, ...]) -> str:
    """Write names in a row: `A`, `A and B`, `A, B and C`; no more than four of them."""
    shown, more = names[:4], len(names) - 4
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))
