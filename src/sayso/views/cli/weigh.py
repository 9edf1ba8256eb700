"""``sayso weigh``: reports in, what their claims rest on out."""

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import attrs
import click

from sayso.views.cli.weighing import FILE, Asked, print_json, shared_options, weigh_inputs
from sayso.views.safely import count, show_safely

if TYPE_CHECKING:
    # No cycle is escaped here: at run time these come late, so that --help answers at once.
    from sayso.desk import Desk
    from sayso.vocabulary import Weighed


@click.command
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@click.option("--html", "page", type=FILE, metavar="OUT", help="Write a page with all of it; it needs no network.")
@click.option("--why", "show_why", is_flag=True, help="Explain: rules, scores, words, and what each rule does.")
@shared_options
def weigh(inputs: tuple[str, ...], *, page: Path | None, show_why: bool, **asked: Unpack[Asked]) -> None:
    """Say on whose word each claim in all FILEs together rests.

    For each claim: how many reports say it and how many origins they rest on, who contests it, what is missing, and
    what became other on the way. A FILE is what sayso read takes; a folder stands for the files in it.

    \b
    sayso weigh reports/ page.html posts.jsonl
    sayso weigh reports/ --html out.html
    sayso weigh posts.jsonl --json --judgements judgements.jsonl

    \b
    Exit code: 0    everything was read
               1    an input or a judgement was rejected, or nobody listens to the output any more
               2    the command makes no sense, or sayso cannot work here
               130  interrupted
    """  # noqa: D301 - \b is click's mark for lines to keep

    def show(desk: "Desk", weighed: "Weighed") -> None:
        if asked["as_json"]:
            from sayso.vocabulary.wire_weighing import write_weighing  # noqa: PLC0415 - loaded late, see above

            print_json(write_weighing(weighed))
        else:
            _print(desk, weighed, asked, show_why=show_why)
        if page is not None:
            _write_page(page, desk, weighed, tells=not asked["as_json"])

    weigh_inputs(inputs, asked, show, page)


def _print(desk: "Desk", weighed: "Weighed", asked: Asked, *, show_why: bool) -> None:
    from sayso.views.cli.lines import print_lines  # noqa: PLC0415 - loaded late, see above
    from sayso.views.cli.terminal_weighing import Shown, compose_weighing  # noqa: PLC0415
    from sayso.views.standing import deal  # noqa: PLC0415

    deck = deal(weighed)
    shown = Shown(width=0, show_all=asked["show_all"], show_why=show_why, rules=desk.rules())
    print_lines(lambda width: compose_weighing(deck, attrs.evolve(shown, width=width)), asked["width"])


def _write_page(page: Path, desk: "Desk", weighed: "Weighed", *, tells: bool) -> None:
    from sayso.views.cli.output import write_whole  # noqa: PLC0415 - loaded late, see above
    from sayso.views.web import render_weighing  # noqa: PLC0415

    write_whole(page, render_weighing(weighed, desk.rules()))
    if tells and page.is_file():
        claims = count(len(weighed.weighing.assessments), "claim")
        click.echo(f"{show_safely(str(page))}: {claims} in {count(len(weighed.readings), 'report')}")
