"""Cold starts and memory of the installed command, each in a process of its own.

Cold means a new process; the files are in the page cache, as they are after the first call of a day, and modules are
compiled, as an installer compiles them: where Python may write no bytecode beside its sources, the command compiles all
of sayso anew each time, which is not what users wait for. Seconds are wall time from start to end, median of repeats;
beside them stands the processor time, which a busy machine changes less. Memory is the most that the process held at a
time (``ru_maxrss``).
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from _articles import make_articles
from _measure import middle, print_figure, print_machine, spread

REPEATS = 7
MANY, LONG_WORDS = 60, 30_000
HELP_SECONDS, ARTICLE_SECONDS, MOST_MEGABYTES = "<= 0.3", "<= 1.5", "<= 700"
KIBIBYTES_A_MEGABYTE = 1_000_000 / 1024


def find_command() -> list[str]:
    """Give the command as installed beside this Python, else by way of the module."""
    installed = Path(sys.executable).with_name("sayso")
    return (
        [str(installed)] if installed.exists() else [sys.executable, "-c", "from sayso.views.cli import main; main()"]
    )


def run(arguments: Sequence[str], compiled: Path) -> tuple[float, float, float]:
    """Run the command once; give its seconds, its processor seconds and its most megabytes.

    ``compiled`` is the folder that bytecode is kept in. Raises CalledProcessError where the command fails.

    This process stays small: a child's maximum begins with its parent's size.
    """
    command = [*find_command(), *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(compiled)
    with tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, env=environment)
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            errors.seek(0)
            raise subprocess.CalledProcessError(child.returncode, command, stderr=errors.read().decode())
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / KIBIBYTES_A_MEGABYTE


def main() -> int:
    """Print the figures; 1 where one is not as wanted."""
    print_machine("start")
    with tempfile.TemporaryDirectory() as name:
        try:
            return 0 if measure(Path(name)) else 1
        except subprocess.CalledProcessError as error:
            print(f"start: {' '.join(error.cmd[:3])}: exit code {error.returncode}: {error.stderr}", file=sys.stderr)
            return 1


def measure(folder: Path) -> bool:
    """Print all figures; tell whether all are as wanted."""
    articles = make_articles(MANY)
    for number, text in enumerate(articles):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "long.txt").write_text(make_articles(1, words=LONG_WORDS)[0], encoding="utf-8")
    first = str(folder / "0.txt")
    many = [str(folder / f"{number}.txt") for number in range(MANY)]
    jobs = {
        "help": (["--help"], HELP_SECONDS, REPEATS),
        "article": (["read", first], ARTICLE_SECONDS, REPEATS),
        "article_json": (["read", first, "--json"], ARTICLE_SECONDS, REPEATS),
        "articles": (["read", *many, "--json", "--html", str(folder / "out.html")], None, 1),
        "long_report": (["read", str(folder / "long.txt"), "--json"], None, 1),
    }
    compiled = folder / "compiled"
    run(["read", first, "--json"], compiled)
    runs: dict[str, list[tuple[float, float, float]]] = {name: [] for name in jobs}
    for number in range(REPEATS):
        for name, (arguments, _, repeats) in jobs.items():
            if number < repeats:
                runs[name].append(run(arguments, compiled))
    ok = True
    for name, (_, wanted, _) in jobs.items():
        seconds, processor, memory = ([one[part] for one in runs[name]] for part in range(3))
        busy = round(middle(processor), 3)
        ok &= print_figure(f"start.{name}", middle(seconds), "s", wanted=wanted, processor_s=busy, **spread(seconds))
        ok &= print_figure(f"start.{name}.memory", max(memory), "MB", wanted=MOST_MEGABYTES)
    return ok


if __name__ == "__main__":
    sys.exit(main())
