"""What the teacher said of texts: its shares of the labels, and what it marks where nobody else has."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from attribution.data import read_documents

SHARES, MARKED = "shares.safetensors", "marked.jsonl"


def read_taught(folder: Path) -> tuple[list[list[NDArray[np.float16]]], list[dict[str, Any]]]:
    """Give the shares of each text with gold attributions, in order, and the texts that only the teacher has marked."""
    arrays = load_file(folder / SHARES)
    gold, taught = [], []
    windows: dict[int, list[NDArray[np.float16]]] = {}
    for name in sorted(arrays, key=lambda name: tuple(map(int, name.split("/")))):
        windows.setdefault(int(name.split("/")[0]), []).append(arrays[name])
    for line in read_documents(folder / MARKED):
        shares = windows.get(line["number"], [])
        if "text" in line:
            taught.append({**line, "shares": shares, "is_taught": True})
        else:
            gold.append(shares)
    return gold, taught
