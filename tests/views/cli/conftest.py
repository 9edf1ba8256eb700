"""What the tests of the command line share: a pack of a dozen words, texts made of them, and processes of sayso."""

import functools
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.reading import Reader
from sayso.views.cli import main
from sayso.vocabulary import Reading, Reason, Report, Span
from tests.private import make_private
from tests.reading.tiny_pack import write_tiny_pack

TEXT = "The mayor said that the bridge is closed. The rain fell all night.\n"
HEAVY = ("numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "sentencex", "rich", "jinja2", "cattrs", "json")
START = (sys.executable, "-c", "from sayso.views.cli import main; main(prog_name='sayso')")


def start(folder: Path, pack: Path, *arguments: str, **known) -> subprocess.Popen[bytes]:
    """Start sayso as a process of its own in a folder."""
    environment = os.environ | {"SAYSO_PACK": str(pack), "PYTHONUTF8": "1"} | known.pop("environment", {})
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL} | known
    # A shell that runs this in the background may have had SIGINT ignored, which a child takes over.
    heed = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen([*START, *arguments], cwd=folder, env=environment, preexec_fn=heed, **pipes)  # noqa: PLW1509


def run_and_list(arguments: Sequence[str], modules: Iterable[str], **known) -> tuple[int, list[str]]:
    """Run sayso as a process of its own; give its exit code and its lines on stderr, the modules it loaded the last."""
    program = (
        "import sys\nfrom sayso.views.cli import main\n"
        f"try:\n    main({list(arguments)!r})\n"
        f"finally:\n    print('loaded', sorted(set(sys.modules) & set({tuple(modules)!r})), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, **known)
    return done.returncode, done.stderr.splitlines()


def write_reports(folder: Path, number: int) -> None:
    """Write a file of so many reports."""
    lines = (json.dumps({"id": str(place), "text": TEXT}) for place in range(number))
    (folder / "posts.jsonl").write_text("\n".join(lines), encoding="utf-8")


def with_and_without_names(run: Callable[..., Result], folder: Path, *arguments: str) -> tuple[str, str]:
    """Give all that a command writes of a private person's report, first when told to show the name, then when not."""
    (folder / "report.txt").write_text("Mayor said that the bridge is closed.\n", encoding="utf-8")

    def shown(*more: str) -> str:
        done = run(*arguments, *more)
        assert done.exit_code == 0
        return done.output + ((folder / "out.html").read_text(encoding="utf-8") if "--html" in arguments else "")

    return shown("--show-private"), shown()


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
        reason = Reason(rule="named only as a witness", score=1, words=((report.id, Span(start=0, end=5)),))
        return make_private(read(reader, report, now=now), reasons=(reason,))

    monkeypatch.setattr(Reader, "read_report", read_report)
