"""The group of commands. Loads nothing heavy: ``sayso --help`` must answer at once."""

import click

import sayso
from sayso.views.cli.chain import chain
from sayso.views.cli.gazetteer import gazetteer
from sayso.views.cli.read import read
from sayso.views.cli.sheet import sheet
from sayso.views.cli.weigh import weigh


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(sayso.__version__, prog_name="sayso")
def main() -> None:
    """On whose say-so? sayso reads conflict news and says who claims what.

    Every claim is shown with the very words that make it, the words that name its source, and the words that tie the
    two together. sayso says what is claimed and by whom; it never says what is true.
    """


main.add_command(read)
main.add_command(weigh)
main.add_command(chain)
main.add_command(sheet)
main.add_command(gazetteer)
