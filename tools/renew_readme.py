"""Write what the example really gives into the README, between its two marks: ``python tools/renew_readme.py``."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHOWN = re.compile(r"(<!-- output of: sayso (.+?) -->\n```\n).*?(```\n<!-- end of output -->)", re.DOTALL)


def main() -> None:
    """Run the command that the README names and put its output in."""
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    found = SHOWN.search(text)
    if found is None:
        raise SystemExit("README.md: the marks of the example are gone")
    command = [str(Path(sys.executable).with_name("sayso")), *found[2].split()]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.rstrip("\n")
    readme.write_text(SHOWN.sub(lambda _: f"{found[1]}{shown}\n{found[3]}", text), encoding="utf-8")


if __name__ == "__main__":
    main()
