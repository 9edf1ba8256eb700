"""What the documents say is so: every option, setting, error and rejection has its place, every example runs."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from sayso import errors
from sayso.views.cli import main
from sayso.vocabulary import RejectionReason

ROOT = Path(__file__).parents[2]
REFERENCE = (ROOT / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = "examples/kostiantynivka.txt"
TUTORIAL = (ROOT / "docs" / "tutorial" / "weighing.md").read_text(encoding="utf-8")
# tools/fill_outputs.py fills them in.
SHOWN = re.compile(
    r"<!-- output of: sayso ([^\n]+?)(?:, first ([0-9]+) lines)? -->\n```\n(.*?)```\n<!-- end of output -->", re.DOTALL
)


def commands(group: click.Group = main, before: str = "sayso") -> dict[str, click.Command]:
    """Give all commands by what one types."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        found[f"{before} {name}"] = command
        if isinstance(command, click.Group):
            found |= commands(command, f"{before} {name}")
    return found


def options() -> list[str]:
    return [
        name
        for command in commands().values()
        for parameter in command.params
        for name in parameter.opts
        if "-" in name
    ]


@pytest.mark.parametrize("option", options())
def test_every_option_is_in_the_reference(option):
    assert f"`{option}" in REFERENCE


@pytest.mark.parametrize("command", sorted(commands()))
def test_every_command_is_in_the_reference(command):
    assert re.search(rf"`{command}[ `]", REFERENCE)


def test_every_setting_is_in_the_reference():
    source = (ROOT / "src" / "sayso" / "settings.py").read_text(encoding="utf-8")
    for variable in set(re.findall(r"SAYSO_[A-Z_]+", source)):
        assert f"`{variable}`" in REFERENCE


def test_every_error_is_in_the_reference():
    for name, kind in inspect.getmembers(errors, inspect.isclass):
        assert f"`{kind.__name__}`" in REFERENCE, name


@pytest.mark.parametrize("reason", RejectionReason)
def test_every_reason_for_a_rejection_is_in_the_formats(reason):
    assert f"`{reason}`" in FORMATS


def test_every_decision_is_listed():
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    for path in (ROOT / "docs" / "decisions").glob("0*.md"):
        assert f"({path.name})" in listed


@pytest.mark.parametrize("document", [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")], ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(document):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def without_seconds(output: str) -> str:
    return re.sub(r"\d+\.\d+ s\b", "N s", "\n".join(line.rstrip() for line in output.strip().splitlines()))


@pytest.mark.parametrize(("command", "lines", "shown"), SHOWN.findall(README) + SHOWN.findall(TUTORIAL))
def test_pages_show_what_the_examples_really_give(monkeypatch, command, lines, shown):
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("SAYSO_PACK", raising=False)
    result = CliRunner().invoke(main, command.split())
    assert result.exit_code == 0
    kept = result.stdout.splitlines()[: int(lines) if lines else None]
    assert without_seconds("\n".join(kept)) == without_seconds(shown)


def test_the_programs_of_the_readme_run():
    programs = "\n".join(re.findall(r"```python\n(.*?)```", README, re.DOTALL))
    result = subprocess.run([sys.executable, "-c", programs], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert "Poltorak | asserts | " in result.stdout
    assert "repeated 1 True " in result.stdout


def test_the_example_says_that_it_is_constructed():
    assert (ROOT / EXAMPLE).read_text(encoding="utf-8").startswith("CONSTRUCTED EXAMPLE\n")
