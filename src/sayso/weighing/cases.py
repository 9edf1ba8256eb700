"""A case: a group of same claims with all that was found out of it, before it becomes an assessment."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

import attrs

from sayso.vocabulary import Reason, Support
from sayso.weighing.origins import Traced
from sayso.weighing.statement import Statement


@attrs.frozen(kw_only=True, eq=False)
class Case:
    """A group of same claims, in order of publication, its origins and its support."""

    group: tuple[Statement, ...]
    traced: Traced
    support: Support
    origin_count: int
    reasons: tuple[Reason, ...]

    @property
    def id(self) -> str:
        """That of the claim of its earliest statement."""
        return self.group[0].id

    @property
    def gist(self) -> str:
        """The claim whose words tell it best: one that says it, with an event, its place and time; the earliest."""
        return min(self.group, key=self._leaves_open).id

    @cached_property
    def saying(self) -> tuple[Statement, ...]:
        """The statements that say it."""
        return tuple(one for one in self.group if one.id not in self.traced.against)

    @cached_property
    def denying(self) -> tuple[Statement, ...]:
        """The statements that deny or doubt it."""
        return tuple(one for one in self.group if one.id in self.traced.against)

    def published(self) -> Iterator[date]:
        """Give the days of publication that are known."""
        return (one.published_day for one in self.group if one.published_day is not None)

    def _leaves_open(self, statement: Statement) -> tuple[bool, bool, bool, bool]:
        return (
            statement.id in self.traced.against,
            statement.event is None,
            not statement.places,
            statement.days is None,
        )
