"""Fill in the outputs that README and the tutorials show, by running what is typed there.

    python tools/fill_outputs.py            # write them
    python tools/fill_outputs.py --check    # exit 1 where a page shows something else

A block begins with `<!-- output of: sayso … -->` and ends with `<!-- end of output -->`; the program is run from the
root of the repository. `<!-- …, first 12 lines -->` keeps so many. Times in seconds are left as the page has them.
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "docs/tutorial/weighing.md")
BLOCK = re.compile(
    r"(<!-- output of: (?P<command>sayso [^\n]*?)(?:, first (?P<lines>[0-9]+) lines)? -->\n```\n)(?P<shown>.*?)"
    r"(```\n<!-- end of output -->)",
    re.DOTALL,
)
SECONDS = re.compile(r"  [0-9]+\.[0-9]{2} s$", re.MULTILINE)


def run(command: str, lines: str | None) -> str:
    """Run a command of sayso and give what it prints, or its first lines."""
    program = Path(sys.executable).parent / "sayso"
    arguments = shlex.split(command)[1:]
    printed = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return "".join(line.rstrip() + "\n" for line in printed.splitlines()[: int(lines) if lines else None])


def fill(page: str) -> str:
    """Give a page with its outputs run anew."""

    def show(block: re.Match[str]) -> str:
        printed = run(block["command"], block["lines"])
        same = SECONDS.sub("", printed) == SECONDS.sub("", block["shown"])
        return block[0] if same else f"{block[1]}{printed}{block[5]}"

    return BLOCK.sub(show, page)


def main() -> int:
    """Fill in all pages, or tell which ones differ."""
    stale = []
    for name in PAGES:
        page = (ROOT / name).read_text(encoding="utf-8")
        filled = fill(page)
        if filled != page:
            stale.append(name)
            if "--check" not in sys.argv:
                (ROOT / name).write_text(filled, encoding="utf-8")
    sys.stdout.write("".join(f"{name}: shows other output\n" for name in stale))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
