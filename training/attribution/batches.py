"""Windows of like length, padded together, in random order."""

import random

import numpy as np
import torch
from torch import Tensor

from attribution.data import Example
from attribution.model import ARCS, TRAITS
from attribution.teacher import TEACHER_WIDTH

BATCH_PIECES = 2048
BY_WORD = ("labels", *(f"{arc}_of" for arc in ARCS), *(name for name, _ in TRAITS))


def make_batches(examples: list[Example], rng: random.Random) -> list[list[Example]]:
    """Group windows of like length into batches of about ``BATCH_PIECES`` pieces, in random order."""
    ordered = sorted(examples, key=lambda example: len(example.pieces) + rng.random() * 8)
    batches: list[list[Example]] = [[]]
    for example in ordered:
        if batches[-1] and (len(batches[-1]) + 1) * len(example.pieces) > BATCH_PIECES:
            batches.append([])
        batches[-1].append(example)
    rng.shuffle(batches)
    return batches


def collate(examples: list[Example], rng: random.Random, hidden_share: float, mask: int) -> dict[str, Tensor]:
    """Pad a batch; ``hidden_share`` of the pieces is replaced by ``mask`` so that no single word decides."""
    pieces = max(len(example.pieces) for example in examples)
    words = max(len(example.firsts) for example in examples)
    shape = (len(examples), words)
    batch = {
        "pieces": torch.zeros((len(examples), pieces), dtype=torch.long),
        "firsts": torch.zeros(shape, dtype=torch.long),
        "labels": torch.zeros(shape, dtype=torch.long),
        **{name: torch.full(shape, -1, dtype=torch.long) for name in BY_WORD[1:]},
        "mask": torch.zeros(shape, dtype=torch.bool),
        "taught": torch.zeros(shape, dtype=torch.bool),
        "vectors": torch.zeros((*shape, TEACHER_WIDTH)) if any(one.seen is not None for one in examples) else None,
    }
    for row, example in enumerate(examples):
        kept = [
            mask if hidden_share and 0 < i < len(example.pieces) - 1 and rng.random() < hidden_share else piece
            for i, piece in enumerate(example.pieces)
        ]
        batch["pieces"][row, : len(kept)] = torch.tensor(kept)
        size = len(example.firsts)
        batch["firsts"][row, :size] = torch.tensor(example.firsts)
        for name in BY_WORD:
            batch[name][row, :size] = torch.tensor(example.by_word[name])
        if example.seen is not None:
            batch["vectors"][row, :size] = torch.from_numpy(np.array(example.seen)).float()
            batch["taught"][row, :size] = True
        batch["mask"][row, :size] = True
    return batch
