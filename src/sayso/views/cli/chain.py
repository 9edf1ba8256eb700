"""``sayso chain``: for each claim the reports that carry it, over time, each under the one it rests on."""

from typing import TYPE_CHECKING, Unpack

import click

from sayso.views.cli.weighing import Asked, print_json, shared_options, weigh_inputs

if TYPE_CHECKING:
    # No cycle is escaped here: at run time these come late, so that --help answers at once.
    from sayso.desk import Desk
    from sayso.vocabulary import Weighed


@click.command
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@shared_options
def chain(inputs: tuple[str, ...], **asked: Unpack[Asked]) -> None:
    """Show for each claim the reports that carry it over time, each under the one it rests on.

    A dot stands before the first report with an origin's word, a cross before who denies or doubts it, an exclamation
    mark before what became other on the way. JSON is that of sayso weigh.

    \b
    sayso chain reports/ posts.jsonl
    """  # noqa: D301 - \b is click's mark for lines to keep

    def show(_: "Desk", weighed: "Weighed") -> None:
        if asked["as_json"]:
            from sayso.vocabulary.wire_weighing import write_weighing  # noqa: PLC0415 - loaded late, see above

            print_json(write_weighing(weighed))
            return
        from sayso.views.cli.lines import print_lines  # noqa: PLC0415
        from sayso.views.cli.terminal_chain import compose_chains  # noqa: PLC0415
        from sayso.views.cli.terminal_weighing import Shown  # noqa: PLC0415
        from sayso.views.standing import deal  # noqa: PLC0415

        deck, show_all = deal(weighed), asked["show_all"]
        print_lines(lambda width: compose_chains(deck, Shown(width=width, show_all=show_all)), asked["width"])

    weigh_inputs(inputs, asked, show)
