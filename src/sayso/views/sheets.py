"""Sheets in words: what a side says of a place, a figure of casualties and who tells it, the range of such figures."""

from collections.abc import Iterator

from sayso.views.amounts import word_number, word_unit
from sayso.views.standing import name_report, word_published
from sayso.vocabulary import Figure, FigureRange, Modality, Stance, Unit, Weighed
from sayso.vocabulary.sheets import CasualtySheet, ControlSaid, ControlSheet, Sayer
from sayso.vocabulary.side import UNKNOWN_SIDE


def title_of(sheet: ControlSheet | CasualtySheet) -> str:
    """Name the place of a sheet and where it lies."""
    return ", ".join(one for one in (sheet.place, sheet.admin, sheet.country) if one)


def name_sayer(sayer: Sayer) -> str:
    """Name who says it, with the side where that is known."""
    return sayer.name if sayer.side == UNKNOWN_SIDE else f"{sayer.name} ({sayer.side})"


def word_control(said: ControlSaid) -> tuple[str, ...]:
    """Say what a statement says of a place: whose hold, what becomes of it, since when, and how it is spoken of."""
    return tuple(_control_words(said))


def _control_words(said: ControlSaid) -> Iterator[str]:
    what = str(said.direction) if said.direction else "hold"
    yield f"{what} by {said.holder}" if said.holder != UNKNOWN_SIDE else f"{what}, by whom is not told"
    if said.stance not in (Stance.ASSERTS, Stance.UNKNOWN):
        yield str(said.stance)
    if not said.happened and said.modality is not Modality.UNKNOWN:
        yield str(said.modality)
    if said.since:
        yield f"since {said.since}"


def words_of(weighed: Weighed, said: ControlSaid) -> str:
    """Give the words of a statement."""
    text = weighed.readings[said.report].report.text
    return " ".join(" [\u2026] ".join(span.cut(text) for span in said.content).split())


def word_figure(figure: Figure) -> str:
    """Say how many of whom, and what became of them."""
    number = word_number(figure.low, figure.high, figure.approximation)
    unit = word_unit(figure.unit, figure.high) if figure.unit and figure.unit is not Unit.PERSON else ""
    return " ".join(word for word in (number, unit, str(figure.status)) if word)


def word_standing(figure: Figure) -> tuple[str, ...]:
    """Say how a figure stands: denied or doubted, revised since, part of a larger one, in all."""
    known = (
        (figure.stance not in (Stance.ASSERTS, Stance.UNKNOWN), str(figure.stance)),
        (figure.superseded, "revised since by its own origin"),
        (figure.including, "part of a larger figure"),
        (figure.total, "in all"),
    )
    return tuple(word for holds, word in known if holds)


def word_range(one: FigureRange) -> str:
    """Say from what to what the figures of one status reach."""
    return f"{one.status}: {word_number(one.low, one.high, None)}"


def place_of(weighed: Weighed, report: str) -> str:
    """Name a report and when it was published."""
    reading = weighed.readings[report]
    return f"{name_report(reading)} {word_published(reading)}"
