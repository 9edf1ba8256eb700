"""Let the teacher read texts, so that the small network can learn from what it sees.

    python -m attribution.teach --data ../shared/eval --run build/teacher --epoch 1 --out build/taught

Reads PolNeAR's own train texts and news of which nobody has marked the attributions (`--reuters`: more); keeps the
teacher's last vector of each word (`attribution.taught`). Two idle cores: a minute for 450,000 characters.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from tokenizers import Tokenizer

from attribution.begin import encoder_folder
from attribution.data import read_documents
from attribution.model import AttributionModel
from attribution.reuters import read_reuters
from attribution.taught import DONE, Notes
from attribution.teacher import TeacherEncoder
from attribution.train import PLACES, TRAIN
from sayso.reading.pieces import Cutter
from sayso.reading.windows import Window, make_windows

# News texts whose attributions nobody has marked, and how many of each at most.
UNMARKED = {
    **dict.fromkeys(PLACES, 1000),
    "times/timebank.train.jsonl": 1000,
    "times/aquaint.train.jsonl": 1000,
    "events/case2021-task2.train.jsonl": 1000,
    "events/ngec-synthetic.train.jsonl": 700,
    "events/india-police-events.train.jsonl": 150,
    "clusters/ecbplus.train.jsonl": 1000,
}
BATCH_PIECES = 4096
LONGEST = 12_000  # characters of a text that are read


def main() -> None:
    """Read every text with the teacher and write what it says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the evaluation data")
    parser.add_argument("--run", type=Path, required=True, help="folder of the teacher's checkpoints")
    parser.add_argument("--epoch", type=int, required=True)
    parser.add_argument("--encoder", type=Path, help="folder of the small encoder, for its tokenizer")
    parser.add_argument("--reuters", type=Path, help="folder of the Reuters-21578 collection, to be read too")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(encoder_folder(options.encoder) / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    model = AttributionModel(TeacherEncoder())
    model.load_state_dict(load_file(options.run / f"mean-{options.epoch}.safetensors"))
    model.eval()
    notes = Notes(options.out, model)
    for number, document in enumerate(documents_of(options.data, options.reuters)):
        notes.write(document, read_windows(model, make_windows(document["text"], Cutter(tokenizer))))
        if number % 100 == 99:
            print(f"  {number + 1} texts", file=sys.stderr, flush=True)
    notes.close()
    (options.out / DONE).touch()


def documents_of(data: Path, reuters: Path | None) -> Iterator[dict[str, Any]]:
    """Give the texts to read, in a fixed order."""
    for name in TRAIN:
        yield from ({"id": f"{name}/{one['id']}", "text": one["text"]} for one in read_documents(data / name))
    for name, most in UNMARKED.items():
        documents = read_documents(data / name)
        random.Random(name).shuffle(documents)
        for document in documents[:most]:
            yield {"id": f"{name}/{document['id']}", "text": document["text"][:LONGEST]}
    if reuters is not None:
        yield from read_reuters(reuters)


@torch.inference_mode()
def read_windows(model: AttributionModel, windows: list[Window]) -> list[NDArray[np.float16]]:
    """Give the vectors of each window's words, windows of like length read together."""
    found: list[NDArray[np.float16] | None] = [None] * len(windows)
    order = sorted(range(len(windows)), key=lambda place: len(windows[place].pieces))
    while order:
        longest = len(windows[order[-1]].pieces)
        batch, order = order[-max(1, BATCH_PIECES // longest) :], order[: -max(1, BATCH_PIECES // longest)]
        pieces = torch.zeros((len(batch), longest), dtype=torch.long)
        for row, place in enumerate(batch):
            pieces[row, : len(windows[place].pieces)] = torch.tensor(windows[place].pieces)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = model.encoder(pieces)
        for row, place in enumerate(batch):
            found[place] = vectors[row, list(windows[place].firsts)].half().numpy()
    return [one for one in found if one is not None]


if __name__ == "__main__":
    main()
