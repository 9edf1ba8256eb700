"""What became of a report once published: versions compared claim by claim, and old reports sent round again."""

from enum import StrEnum

import attrs

from sayso.errors import InputError
from sayso.vocabulary.reason import Reason


class Revision(StrEnum):
    """What a later version does with a claim.

    It brings it in, leaves it out, says it more carefully (a hedge, a source, a weaker modality), more firmly, or with
    another number, day, place or name.
    """

    ADDED = "added"
    DROPPED = "dropped"
    SOFTENED = "softened"
    HARDENED = "hardened"
    ALTERED = "altered"


@attrs.frozen(kw_only=True)
class Revised:
    """A claim that two versions tell otherwise: its id in each, None where a version lacks it, and why it is held so.

    ``was`` and ``became`` are the values that an alteration tells, None elsewhere.
    """

    revision: Revision
    before: str | None
    after: str | None
    was: str | None = None
    became: str | None = None
    reason: Reason

    def __attrs_post_init__(self) -> None:
        wanted = (self.revision is not Revision.ADDED, self.revision is not Revision.DROPPED)
        if (self.before is not None, self.after is not None) != wanted:
            message = f"what is {self.revision} is in one version or both, not in {self.before} and {self.after}"
            raise InputError(message)


@attrs.frozen(kw_only=True)
class Versions:
    """Two versions of one report, by their ids, why they are held to be so, and what the later one revises.

    ``share`` (0 to 1) is how much of the shorter one the two have in common, word for word.
    """

    earlier: str
    later: str
    share: float
    revised: tuple[Revised, ...] = ()
    reason: Reason

    def __attrs_post_init__(self) -> None:
        _check(self.earlier, self.later, self.share)


@attrs.frozen(kw_only=True)
class Recirculated:
    """A report whose text was published long before, by whomever: both ids, and the days that lie between.

    ``share`` (0 to 1) is how much of the longer one the two have in common, word for word.
    """

    report: str
    earlier: str
    days: int
    share: float
    reason: Reason

    def __attrs_post_init__(self) -> None:
        _check(self.earlier, self.report, self.share)
        if self.days < 1:
            message = f"report {self.report} is not older than itself: {self.days} days"
            raise InputError(message)


def _check(earlier: str, later: str, share: float) -> None:
    if earlier == later:
        message = f"report {later} cannot be held against itself"
        raise InputError(message)
    if not 0 <= share <= 1:
        message = f"a share lies between 0 and 1, not {share}"
        raise InputError(message)
