"""How a run of a command ends: its exit code, and the one line that says why, whatever happens."""

import os
import sys
from collections.abc import Callable

import click

from sayso.errors import SaysoError
from sayso.views.safely import show_safely

EXIT_REJECTED, EXIT_USAGE, EXIT_INTERRUPTED = 1, 2, 130
STANDARD_INPUT = "-"


def check_inputs(inputs: tuple[str, ...]) -> None:
    """Refuse to read standard input twice, and say what is awaited where a person would have to type."""
    if inputs.count(STANDARD_INPUT) > 1:
        message = "standard input (-) can be read only once"
        raise click.UsageError(message)
    if STANDARD_INPUT in inputs and sys.stdin.isatty():
        click.echo("reading standard input; end it with Ctrl-D", err=True)


def run(work: Callable[[], bool], say: Callable[[str], None], interrupted: Callable[[], str]) -> int:
    """Do the work and give the exit code; ``work`` tells whether all went well, ``interrupted`` how far it came."""
    try:
        return 0 if work() else EXIT_REJECTED
    except KeyboardInterrupt:
        say(interrupted())
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return EXIT_REJECTED
    except SaysoError as error:
        say(f"sayso: {show_safely(str(error))}")
        return EXIT_USAGE
    except OSError as error:
        _let_go_of_output()
        say(f"sayso: the output could not be written: {error.strerror or error}")
        return EXIT_USAGE


def _let_go_of_output() -> None:
    """Point standard output elsewhere: what it still holds cannot be written, and closing it must not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
