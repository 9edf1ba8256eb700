"""Read the stories of the Reuters-21578 collection (Distribution 1.0), news whose attributions nobody has marked.

The collection is 22 files of SGML, `reut2-000.sgm` to `reut2-021.sgm`; its terms allow research. Only prose is taken:
stories of some length without tables.
"""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

STORY = re.compile(r'NEWID="(\d+)">.*?<BODY>(.*?)</BODY>', re.DOTALL)
END = re.compile(r"\s*(?:REUTER|Reuter)\s*\x03?\s*\Z")
TABLE = re.compile(r"\S {3,}\S|\S\t+\S|---")
SHORTEST, LONGEST = 1400, 12_000  # characters of a story that is taken


def read_reuters(folder: Path) -> Iterator[dict[str, Any]]:
    """Give the stories of the files in a folder, longest paragraphs and all, in the order of the files."""
    for path in sorted(folder.glob("reut2-*.sgm")):
        for number, body in STORY.findall(path.read_text(encoding="latin-1")):
            text = END.sub("", html.unescape(body).replace("\x03", "").replace("\x02", ""))
            paragraphs = [" ".join(one.split()) for one in re.split(r"\n {2,}(?=\S)", text)]
            whole = "\n\n".join(one for one in paragraphs if one)
            if SHORTEST <= len(whole) <= LONGEST and len(TABLE.findall(text)) < 3:
                yield {"id": f"reuters/{number}", "text": whole}
