"""What the network in training marks on the development sets, scored by the scorer that lies beside the data."""

from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from attribution.data import marked_of, read_documents
from attribution.model import ARCS, AttributionModel
from sayso.knowledge import load_language
from sayso.reading.attribution import find_marked, to_attribution
from sayso.reading.linking import LinkParameters
from sayso.reading.pieces import Cutter
from sayso.reading.windows import make_windows
from sayso.vocabulary import Attribution


def link_parameters(model: AttributionModel) -> LinkParameters:
    """Give the model's decoding parameters as the reader wants them."""
    return LinkParameters(
        transitions=model.transitions.detach().numpy(),
        begins=model.begins.detach().numpy(),
        **{
            f"{arc}_{name}": getattr(model.arcs[f"to_{arc}"], name).detach().numpy()
            for arc in ARCS
            for name in ("nothing", "distance")
        },
    )


def predict(model: AttributionModel, text: str, tokenizer: Tokenizer) -> list[dict[str, list[list[int]]]]:
    """Give the attributions of a text in the form of the PolNeAR files."""
    windows = make_windows(text, Cutter(tokenizer))
    features = []
    for window in windows:
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            scores = model.features(torch.tensor([window.pieces]))[0, list(window.firsts)].float().numpy()
        features.append(np.ascontiguousarray(scores))
    marked = find_marked(text, windows, features, link_parameters(model), (), load_language("en"))
    return [as_spans(to_attribution(one)) for one in marked]


def as_spans(found: Attribution) -> dict[str, list[list[int]]]:
    """Write an attribution as the PolNeAR files do."""
    return {role: [[span.start, span.end] for span in getattr(found, role)] for role in ("source", "cue", "content")}


def measure(model: AttributionModel, path: Path, tokenizer: Tokenizer) -> dict[str, float]:
    """Score the model on a file with the scorer of the evaluation data."""
    from score import score  # lies beside the data

    gold = {document["id"]: document for document in read_documents(path)}
    model.eval()
    made = {key: {"attributions": predict(model, document["text"], tokenizer)} for key, document in gold.items()}
    figures = score("attribution", gold, made)
    return {
        "attribution": figures["attribution"]["f1"],
        "content_only": figures["content_only"]["f1"],
        "p": figures["attribution"]["p"],
        "r": figures["attribution"]["r"],
        **{f"{role}_token": figures[role]["token"]["f1"] for role in ("source", "cue", "content")},
        **{f"{role}_exact": figures[role]["exact"]["f1"] for role in ("source", "cue", "content")},
    }


def measure_constructed(model: AttributionModel, path: Path, tokenizer: Tokenizer, language: str) -> dict[str, float]:
    """Score the marks of the constructed passages of a language, each claim's nearest source for its source."""
    from score import score  # lies beside the data

    gold = {}
    for document in read_documents(path):
        if document["lang"] == language:
            marked = [{"source": one.sources[0][0] if one.sources else [], "cue": one.cue, "content": one.content}
                      for one in marked_of(document)]  # fmt: skip
            gold[document["id"]] = {**document, "attributions": marked}
    model.eval()
    made = {key: {"attributions": predict(model, document["text"], tokenizer)} for key, document in gold.items()}
    figures = score("attribution", gold, made)
    return {f"{language}_{name}": figures[name]["f1"] for name in ("attribution", "content_only")}
