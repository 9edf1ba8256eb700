"""How the statements of a claim rest on each other over time, as far as the readings and the weighing tell it.

A statement rests on an earlier one of the same claim where weighing says so, else where the report cites the other's
outlet, where weighing has compared the two for changes, where both share a passage, or where both have one origin. What
is told beside it is how that is known.
"""

from collections.abc import Iterator

import attrs

from sayso.views.standing import Card, Deck
from sayso.vocabulary import Stated
from sayso.vocabulary.names import sound_of

CITES, SHARES, CHANGED, SAME = "cites it", "shares a passage with it", "tells it otherwise", "same origin"
RESTS = "rests on it"


@attrs.frozen(kw_only=True)
class Step:
    """A statement and the place, from 0, of the earlier one that it rests on; None where it rests on none here.

    ``how`` says by what that is known. ``is_first``: it is the first here that carries its origin's word.
    """

    stated: Stated
    rests_on: int | None
    how: str
    is_first: bool


def descend(deck: Deck, card: Card) -> tuple[Step, ...]:
    """Give the statements of a claim in the order of publication, each with the one it rests on."""
    statements = card.assessment.statements
    trace = _Trace.of(deck, card)
    steps = []
    for place, one in enumerate(statements):
        rests_on, how = trace.find(place)
        first = trace.firsts[one.origin] == place
        steps.append(Step(stated=one, rests_on=rests_on, how=how, is_first=first))
    return tuple(steps)


@attrs.frozen(kw_only=True)
class _Trace:
    """What tells on which earlier statement one rests: by outlet, by change, by shared passage, by origin."""

    card: Card
    outlets: dict[str, int]
    changes: dict[str, str]
    places: dict[str, int]
    firsts: dict[str, int]
    reports: dict[str, int]
    shared: dict[str, list[str]]

    @classmethod
    def of(cls, deck: Deck, card: Card) -> "_Trace":
        statements = card.assessment.statements
        outlets: dict[str, int] = {}
        firsts: dict[str, int] = {}
        reports: dict[str, int] = {}
        for place, one in enumerate(statements):
            outlets.setdefault(_sound(card.weighed.readings[one.report].report.outlet or ""), place)
            firsts.setdefault(one.origin, place)
            reports.setdefault(one.report, place)
        return cls(
            card=card,
            outlets=outlets,
            changes={one.after: one.before for one in card.assessment.changes},
            places={one.claim: place for place, one in enumerate(statements)},
            firsts=firsts,
            reports=reports,
            shared=deck.shared,
        )

    def find(self, place: int) -> tuple[int | None, str]:
        """Give the place of the earlier statement that one rests on, and how that is known."""
        one = self.card.assessment.statements[place]
        likely = [(found, how) for found, how in self._likely(one) if found is not None and found < place]
        told = self.places.get(one.rests_on) if one.rests_on else None
        if told is not None and told < place:
            return told, next((how for found, how in likely if found == told and how != SAME), RESTS)
        return likely[0] if likely else (None, "")

    def _likely(self, one: Stated) -> Iterator[tuple[int | None, str]]:
        yield from ((self.outlets.get(name), CITES) for name in self._cited(one))
        yield self.places.get(self.changes.get(one.claim, "")), CHANGED
        yield from ((self.reports.get(report), SHARES) for report in self.shared.get(one.report, ()))
        yield self.firsts[one.origin], SAME

    def _cited(self, one: Stated) -> Iterator[str]:
        """Name whom a statement cites, the nearest first."""
        return (name for link in self.card.weighed.claim(one).chain if (name := _sound(link.name)))


def _sound(name: str) -> str:
    return " ".join(map(sound_of, name.split()))
