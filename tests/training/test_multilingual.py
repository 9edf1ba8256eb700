"""The multilingual encoder's file, and the tokenizer that is cut out of it."""

import struct
from pathlib import Path

import numpy as np
import pytest

from attribution.multilingual import BLOCK, FRAME, HEADER, Stored, choose_pieces, make_tokenizer, read_weights

PIECES = ("<s>", "<pad>", "</s>", "<unk>", "\u2581", "\u2581the", "\u2581may", "or", "\u00ab", "\u00bb", ".", "\u0433",
          "\u2581\u0433\u043e\u0440\u043e\u0434", "\u2581\u4e2d\u56fd", '."', "\u2581said", "a", "<mask>")  # fmt: skip
SCORES = tuple(float(-place) for place in range(len(PIECES)))
TEXTS = [
    "the mayor said",
    "the mayor said: \u00ab\u0433\u043e\u0440\u043e\u0434\u00bb.",
    "\u0433\u043e\u0440\u043e\u0434",
]


def write(path: Path, plain: np.ndarray, packed: tuple[float, np.ndarray]) -> None:
    """Write a file as the package holds one, with a plain tensor and one packed block."""
    blob = [piece.encode() for piece in PIECES]
    ends = np.cumsum([0, *map(len, blob)]).astype("<u4")
    head = b"E5S1".ljust(HEADER, b"\0") + struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, sum(map(len, blob)))
    head += ends.tobytes() + np.array(SCORES, "<f4").tobytes() + b"".join(blob) + struct.pack("<iI", 1, 3) + b"abc"
    scale, values = packed
    halves = (values + 8).astype(np.uint8)
    block = np.float16(scale).tobytes() + (halves[: BLOCK // 2] | halves[BLOCK // 2 :] << 4).tobytes()
    listed = [(b"norm.w", 0, plain.astype("<f4").tobytes()), (b"words", 1, block)]
    begin = len(head) + 4 + sum(2 + len(name) + struct.calcsize("<BIQQ") for name, _, _ in listed)
    head += struct.pack("<i", len(listed))
    for name, kind, stored in listed:
        head += struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", kind, 0, begin, len(stored))
        begin += len(stored)
    path.write_bytes(head + b"".join(stored for _, _, stored in listed))


def test_plain_and_packed_tensors_are_read(tmp_path: Path) -> None:
    """A packed block is a scale and 32 whole numbers from -8 to 7."""
    values = np.arange(BLOCK) % 16 - 8
    write(tmp_path / "weights.bin", np.array([1.0, 2.0]), (0.5, values))
    stored = read_weights(tmp_path / "weights.bin")
    assert stored.pieces == PIECES
    assert stored.scores == pytest.approx(SCORES)
    assert stored.tensors["norm.w"].tolist() == [1.0, 2.0]
    assert stored.tensors["words"].tolist() == (values * 0.5).tolist()


def stored_pieces() -> Stored:
    """Give the pieces without any tensors."""
    return Stored(pieces=PIECES, scores=SCORES, tensors={})


def test_pieces_are_kept_that_occur_and_single_letters() -> None:
    """Neither a piece of another script nor one that covers two words is kept, whatever the texts hold."""
    kept = [PIECES[place] for place in choose_pieces(stored_pieces(), TEXTS)]
    assert {"\u2581the", "\u2581may", "or", "\u2581said", "\u2581\u0433\u043e\u0440\u043e\u0434", "a"} <= set(kept)
    assert not {"\u2581\u4e2d\u56fd", '."', *FRAME} & set(kept)


def test_a_word_behind_an_opening_mark_is_the_word_behind_a_space() -> None:
    """Offsets still point into the text as it stands."""
    kept = choose_pieces(stored_pieces(), TEXTS)
    tokenizer = make_tokenizer((PIECES[place], SCORES[place]) for place in kept)
    text = "the \u00ab\u0433\u043e\u0440\u043e\u0434\u00bb."
    encoding = tokenizer.encode(text)
    assert encoding.tokens == [
        "<s>",
        "\u2581the",
        "\u2581",
        "\u00ab",
        "\u2581\u0433\u043e\u0440\u043e\u0434",
        "\u00bb",
        ".",
        "</s>",
    ]
    ends = [text[:end][-1] for _, end in encoding.offsets[1:-1]]
    assert ends[-3:] == ["\u0434", "\u00bb", "."]
    assert tokenizer.token_to_id("<pad>") == 0
