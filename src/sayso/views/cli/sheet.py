"""``sayso sheet``: who says what of the hold on a place, and what figures of casualties are told of its events."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, Unpack

import click

from sayso.views.cli.weighing import Asked, print_json, shared_options, weigh_inputs
from sayso.views.safely import show_safely

if TYPE_CHECKING:
    # No cycle is escaped here: at run time these come late, so that --help answers at once.
    from rich.text import Text

    from sayso.desk import Desk
    from sayso.vocabulary import Weighed

Sheet = TypeVar("Sheet")


@click.group
def sheet() -> None:
    """Lay out side by side what is said of a place: who holds it, or what casualties there were.

    PLACE is a name in any script, or its number in GeoNames. A sheet holds every statement with its origin; it holds
    no vote, no verdict and no sum.
    """


@sheet.command
@click.argument("place")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@shared_options
def control(place: str, inputs: tuple[str, ...], **asked: Unpack[Asked]) -> None:
    """Show what each side says of who has PLACE, since when, and which side is silent.

    \b
    sayso sheet control "Vilne Pole" reports/
    """  # noqa: D301 - \b is click's mark for lines to keep

    def show(desk: "Desk", weighed: "Weighed") -> None:
        from sayso.views.cli.terminal_sheets import compose_control  # noqa: PLC0415 - loaded late, see above
        from sayso.vocabulary.wire_weighing import write_control  # noqa: PLC0415

        _show(place, weighed, asked, desk.control(place, weighed), write_control, compose_control)

    weigh_inputs(inputs, asked, show)


@sheet.command
@click.argument("place")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@shared_options
def casualties(place: str, inputs: tuple[str, ...], **asked: Unpack[Asked]) -> None:
    """Show the figures of casualties told of each event in PLACE: how many, who says so, when; ranges, never sums.

    \b
    sayso sheet casualties "Stara Vezha" reports/
    """  # noqa: D301 - \b is click's mark for lines to keep

    def show(desk: "Desk", weighed: "Weighed") -> None:
        from sayso.views.cli.terminal_sheets import compose_casualties  # noqa: PLC0415 - loaded late, see above
        from sayso.vocabulary.wire_weighing import write_casualties  # noqa: PLC0415

        _show(place, weighed, asked, desk.casualties(place, weighed), write_casualties, compose_casualties)

    weigh_inputs(inputs, asked, show)


def _show(
    place: str,
    weighed: "Weighed",
    asked: Asked,
    sheets: Sequence[Sheet],
    write: Callable[[Sequence[Sheet]], dict[str, Any]],
    compose: "Callable[..., Iterator[Text]]",
) -> None:
    if asked["as_json"]:
        print_json(write(sheets))
        return
    if not sheets:
        click.echo(f"No report here says anything of the kind about {show_safely(place)}.")
        return
    from sayso.views.cli.lines import print_lines  # noqa: PLC0415 - loaded late, see above

    print_lines(lambda width: compose(weighed, sheets, width, show_all=asked["show_all"]), asked["width"])
