"""What the teacher sees in texts, kept so that the small network can learn from it.

Of each word the teacher's last vector is kept, and the teacher's head: its scores of labels and arcs follow from both.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional

from attribution.data import read_documents
from attribution.model import ARC_WIDTH, ARCS, LABELS, WIDTH, Arcs, AttributionModel
from attribution.teacher import TEACHER_WIDTH

VECTORS, TEXTS, HEAD, DONE = "vectors.f16", "texts.jsonl", "head.safetensors", "done"
# Labels of the words at which each kind of arc begins: contents, cues, sources.
TAILS = {"cue": (5, 6), "source": (3, 4), "next": (1, 2)}
SEEN = 0.5  # weight of what the vectors themselves tell, beside labels and arcs


class Notes:
    """Writes what the teacher sees, text after text, so that a text costs no memory once it is written."""

    def __init__(self, folder: Path, teacher: AttributionModel) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        state = {name: tensor for name, tensor in teacher.state_dict().items() if name.startswith(("head.", "arcs."))}
        save_file(state, folder / HEAD)
        self._vectors = (folder / VECTORS).open("wb")
        self._texts = (folder / TEXTS).open("w", encoding="utf-8")

    def write(self, document: dict[str, Any], windows: list[NDArray[np.float16]]) -> None:
        """Keep the vectors of a text's words, one array (words, 768) a window."""
        for vectors in windows:
            self._vectors.write(vectors.tobytes())
        self._texts.write(json.dumps({**document, "words": [len(vectors) for vectors in windows]}) + "\n")

    def close(self) -> None:
        """End the files."""
        self._vectors.close()
        self._texts.close()


def read_taught(folder: Path) -> list[dict[str, Any]]:
    """Give the texts that the teacher has read, each with ``seen``: its vectors (words, 768), one array a window."""
    vectors = np.memmap(folder / VECTORS, dtype=np.float16, mode="r").reshape(-1, TEACHER_WIDTH)
    found, begin = [], 0
    for document in read_documents(folder / TEXTS):
        seen = []
        for words in document.pop("words"):
            seen.append(vectors[begin : begin + words])
            begin += words
        found.append({**document, "seen": seen})
    return found


class Lesson(nn.Module):
    """Tells how far the small network is from the teacher, word for word: labels, arcs and vectors."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        state = load_file(folder / HEAD)
        rows = LABELS + 2 * len(ARCS) * ARC_WIDTH
        self.register_buffer("weight", state["head.weight"][:rows])
        self.register_buffer("bias", state["head.bias"][:rows])
        self.arcs = nn.ModuleDict({f"to_{arc}": Arcs() for arc in ARCS})
        prefix = "arcs."
        self.arcs.load_state_dict({name[len(prefix) :]: one for name, one in state.items() if name.startswith(prefix)})
        self.arcs.requires_grad_(requires_grad=False)
        self.recall = nn.Linear(WIDTH, TEACHER_WIDTH)

    @torch.no_grad()
    def read(self, vectors: Tensor, mask: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
        """Give the teacher's shares of labels (batch, words, labels) and of arcs (batch, words, words + 1)."""
        scores = functional.linear(vectors, self.weight, self.bias)
        parts = scores[..., LABELS:].split(ARC_WIDTH, dim=2)
        arcs = {}
        for place, arc in enumerate(ARCS):
            found = self.arcs[f"to_{arc}"](parts[2 * place], parts[2 * place + 1])
            found[..., :-1].masked_fill_(~mask[:, None, :], -1e4)
            arcs[arc] = found.softmax(dim=2)
        return scores[..., :LABELS].softmax(dim=2), arcs

    def loss(
        self,
        hidden: Tensor,
        arcs: dict[str, Tensor],
        batch: dict[str, Tensor],
        said: tuple[Tensor, dict[str, Tensor]],
    ) -> Tensor:
        """Give half of each arc's cross entropy over the words it may begin at, and a share of the vectors' distance.

        ``hidden`` (batch, words, width), ``arcs`` scores (batch, words, words + 1), ``said`` as ``read`` gives it.
        """
        taught, (shares, wanted) = batch["taught"], said
        total = hidden.new_zeros(())
        if not taught.any():
            return total
        for arc, scores in arcs.items():
            weight = shares[..., list(TAILS[arc])].sum(dim=2) * taught
            each = -(wanted[arc] * scores.log_softmax(dim=2)).sum(dim=2)
            total = total + 0.5 * (weight * each).sum() / weight.sum().clamp(min=1)
        near = functional.cosine_similarity(self.recall(hidden[taught]).float(), batch["vectors"][taught], dim=1)
        return total + SEEN * (1 - near).mean()
