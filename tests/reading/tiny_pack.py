"""A model pack of a dozen words, built in the test: a table in place of the encoder, everything else as shipped.

The table gives each known word one label (``LABELS_OF``), and arcs that always prefer a head to none.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from sayso.reading.linking import PLACE_KINDS, PLACE_LABELS, TRAITS
from sayso.reading.pack import LIST, NETWORK, PACK_FORMAT, PARAMETERS, TOKENIZER

LABELS = 7
ARC_WIDTH = 2
PLACES = LABELS + 6 * ARC_WIDTH + sum(values for _, values in TRAITS)  # where the labels of places begin
WIDTH = PLACES + PLACE_LABELS + PLACE_KINDS
NONE, B_SOURCE, I_SOURCE, B_CUE, I_CUE, B_CONTENT, I_CONTENT = range(LABELS)
LABELS_OF = {
    "mayor": B_SOURCE,
    "doctor": B_SOURCE,
    "said": B_CUE,
    "wants": B_CUE,
    "that": B_CONTENT,
    "bridge": I_CONTENT,
    "is": I_CONTENT,
    "closed": I_CONTENT,
    "the": NONE,
    "rain": NONE,
    "fell": NONE,
    "all": NONE,
    "night": NONE,
    "\u201c": B_CONTENT,
    "\u201d": I_CONTENT,
    "we": I_CONTENT,
    "left": NONE,
    "home": NONE,
    "dubky": NONE,
}
PLACE = "dubky"
FRAME = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


def write_tiny_pack(
    folder: Path,
    name: str = "tiny-1",
    languages: Sequence[str] = ("en",),
    labels_of: Mapping[str, int] = MappingProxyType({}),
) -> Path:
    """Write the pack's files and list into a folder and give the folder back.

    ``labels_of``: labels of further words, as the tokenizer makes them: in lower case, without accents.
    """
    folder.mkdir(parents=True, exist_ok=True)
    labels = LABELS_OF | dict(labels_of)
    words = [*FRAME, *labels]
    (folder / TOKENIZER).write_text(_tokenizer(words).to_str(), encoding="utf-8")
    table = np.zeros((len(words), WIDTH), dtype=np.float32)
    table[:, NONE] = 1.0
    table[:, PLACES] = 5.0
    for word, label in labels.items():
        table[words.index(word), label] = 5.0
    table[words.index(PLACE), PLACES + 1] = 10.0
    onnx.save(_network(table), str(folder / NETWORK))
    save_file(_parameters(), folder / PARAMETERS)
    files = {
        file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in (NETWORK, TOKENIZER, PARAMETERS)
    }
    listing = {"format": PACK_FORMAT, "name": name, "languages": list(languages), "files": files}
    (folder / LIST).write_text(json.dumps(listing), encoding="utf-8")
    return folder


def _tokenizer(words: list[str]) -> Tokenizer:
    tokenizer = Tokenizer(models.WordLevel({word: place for place, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    return tokenizer


def _network(table: np.ndarray) -> onnx.ModelProto:
    """Look pieces up: pieces (batch, pieces) to rows of the table."""
    node = helper.make_node("Gather", ["table", "pieces"], ["features"], axis=0)
    graph = helper.make_graph(
        [node],
        "tiny",
        [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["batch", "pieces"])],
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["batch", "pieces", table.shape[1]])],
        [numpy_helper.from_array(table, "table")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def _parameters() -> dict[str, np.ndarray]:
    nothing = np.full(ARC_WIDTH, 0.0, dtype=np.float32)
    distance = np.array([2.0, 3.0, 4.0, 0.5, 4.0, 3.0, 2.0], dtype=np.float32)
    transitions = np.zeros((LABELS, LABELS), dtype=np.float32)
    for before in range(LABELS):
        for inside in (I_SOURCE, I_CUE, I_CONTENT):
            if before not in (inside, inside - 1):
                transitions[before, inside] = -2.0
    return {
        "transitions": transitions,
        "begins": np.zeros(LABELS, dtype=np.float32),
        "cue_nothing": nothing,
        "cue_distance": distance,
        "source_nothing": nothing,
        "source_distance": distance,
        "next_nothing": nothing,
        "next_distance": np.full_like(distance, -9.0),
    }
