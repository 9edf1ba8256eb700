"""The command line: one file per command; parse, call the desk, print."""

from sayso.views.cli.main import main

__all__ = ["main"]
