"""What the tests of the command line share: a pack of a dozen words and texts made of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.views.cli import main
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
