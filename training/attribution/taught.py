"""What the teacher said of texts whose attributions nobody else has marked."""

from pathlib import Path
from typing import Any

from safetensors.numpy import load_file

from attribution.data import read_documents

SHARES, MARKED = "shares.safetensors", "marked.jsonl"


def read_taught(folder: Path) -> list[dict[str, Any]]:
    """Give the texts that the teacher has read, with what it marked and its shares, one array a window."""
    windows: dict[int, list[Any]] = {}
    arrays = load_file(folder / SHARES)
    for name in sorted(arrays, key=lambda name: tuple(map(int, name.split("/")))):
        windows.setdefault(int(name.split("/")[0]), []).append(arrays[name])
    documents = read_documents(folder / MARKED)
    return [{**one, "shares": windows.get(number, []), "is_taught": True} for number, one in enumerate(documents)]
