"""What the tests of the command line share: a pack of a dozen words and texts made of them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner, Result

from sayso.reading import Reader
from sayso.views.cli import main
from sayso.vocabulary import Naming, Reading, Reason, Report, Span
from tests.reading.tiny_pack import write_tiny_pack

TEXT = "The mayor said that the bridge is closed. The rain fell all night.\n"


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_pack(tmp_path_factory.mktemp("pack"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Path) -> Path:
    """Stand in an empty folder with one report in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_PACK", str(pack))
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Callable[..., Result]:
    """Run sayso in that folder."""
    assert folder.is_dir()

    def run_here(*arguments: str, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, list(arguments), input=stdin)

    return run_here


@pytest.fixture
def private(monkeypatch) -> None:
    """Make every source that is read a private person by the name of Mayor, and give a reason for it."""
    read = Reader.read_report

    def read_report(reader: Reader, report: Report, *, now: datetime) -> Reading:
        reading = read(reader, report, now=now)
        words = ((report.id, Span(start=0, end=5)),)
        known = {"private": True, "name": "Mayor", "naming": Naming.NAMED}
        known |= {"reasons": (Reason(rule="named only as a witness", score=1, words=words),)}
        claims = [
            attrs.evolve(claim, chain=tuple(attrs.evolve(link, **known) for link in claim.chain))
            for claim in reading.claims
        ]
        return attrs.evolve(reading, claims=tuple(claims))

    monkeypatch.setattr(Reader, "read_report", read_report)
