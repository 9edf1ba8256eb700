"""Encoder speed on one thread, held against what this processor's int8 matrix product allows in the same minute.

The limit. ``g`` is measured: operations a second of onnxruntime's MatMulInteger, u8[1024, 384] x s8[384, 1536], one
operation being a multiplication or an addition. A layer of width d = 384 and inner width 4 d needs, for each token,
4 d*d (query, key, value, output) + 8 d*d (the two inner products) multiplications with an addition each; six layers:
2 * 6 * 12 * d*d = 21.2e6 operations, all of which can be int8. Attention over L tokens needs 2 L d more multiplications
a layer (scores and mixing), 2 * 6 * 2 * L * d = 9,216 L operations, which stay fp32; fp32 products run at 0.264 of g
on the machine where both were measured. A batch of n rows of L tokens therefore takes no less than
n L (21.2e6 / g + 9216 L / (0.264 g)) seconds, with the L that the batch really has.

What counts. The product's own batching, padding and choice of features are timed, from windows to the features of
words; embeddings, norms, softmax, GELU, quantizing and the label head are the encoder's expense and not in the limit.
``tokens``: rows times length of every batch, padding and frame marks included; ``pieces``: without the padding. The
limit of ``encoder.ratio_of_pieces`` is that of the batches as they were run, but only real pieces are counted as work
done: what it lacks to ``encoder.ratio`` is the price of padding.
"""

import itertools
import os
import sys
import time

import numpy as np
import onnxruntime
from _articles import make_articles
from _measure import interleave, middle, print_figure, print_machine, spread
from onnxruntime import InferenceSession, SessionOptions

from sayso.errors import SaysoError
from sayso.reading.pack import open_pack, open_shipped
from sayso.reading.tagger import Tagger
from sayso.settings import read_settings

LAYERS, WIDTH = 6, 384
WEIGHT_OPERATIONS = 2 * LAYERS * 12 * WIDTH * WIDTH
ATTENTION_OPERATIONS = 2 * LAYERS * 2 * WIDTH
FP32_SHARE = 0.264
ROWS, INNER = 1024, 4 * WIDTH
PROBE_CALLS = 60
ARTICLES, REPEATS = 12, 15
WANTED = ">= 0.35"


class Watched:
    """Stands in for a session and notes the shape of every batch."""

    def __init__(self, session: InferenceSession) -> None:
        self._session = session
        self.shapes: list[tuple[int, int]] = []

    def run(self, outputs: list[str] | None, feeds: dict[str, np.ndarray]) -> list[np.ndarray]:
        """Run a batch."""
        self.shapes.append(feeds["pieces"].shape)
        return self._session.run(outputs, feeds)


def make_probe() -> InferenceSession:
    """Give a session that multiplies u8[1024, 384] by s8[384, 1536] on one thread."""
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return InferenceSession(_probe_model(), options, providers=["CPUExecutionProvider"])


def _probe_model() -> bytes:
    from onnx import TensorProto, helper, numpy_helper  # noqa: PLC0415 - a development dependency

    weights = np.random.default_rng(1).integers(-127, 127, (WIDTH, INNER)).astype(np.int8)
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["left", "right"], ["product"])],
        "probe",
        [helper.make_tensor_value_info("left", TensorProto.UINT8, [ROWS, WIDTH])],
        [helper.make_tensor_value_info("product", TensorProto.INT32, [ROWS, INNER])],
        [numpy_helper.from_array(weights, "right")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9).SerializeToString()


def least_seconds(shapes: list[tuple[int, int]], operations_per_second: float) -> float:
    """Give the shortest time in which batches of these shapes (rows, length) can be run."""
    return sum(
        rows * length * (WEIGHT_OPERATIONS + ATTENTION_OPERATIONS * length / FP32_SHARE) / operations_per_second
        for rows, length in shapes
    )


def main() -> int:
    """Print the figures; 1 where one is not as wanted."""
    print_machine("encoder")
    settings = read_settings(os.environ)
    try:
        pack = open_shipped("en") if settings.pack is None else open_pack(settings.pack)
    except SaysoError as error:
        print(f"encoder: {error}", file=sys.stderr)
        return 1
    tagger, probe = Tagger(pack, threads=1), make_probe()
    watched = Watched(tagger._session)  # noqa: SLF001 - the batches are the tagger's own affair
    tagger._session = watched  # noqa: SLF001
    articles = [tagger.make_windows(text, ()) for text in make_articles(ARTICLES)]
    left = np.random.default_rng(2).integers(0, 255, (ROWS, WIDTH)).astype(np.uint8)

    def time_probe() -> float:
        began = time.perf_counter()
        for _ in range(PROBE_CALLS):
            probe.run(None, {"left": left})
        return 2 * ROWS * WIDTH * INNER * PROBE_CALLS / (time.perf_counter() - began)

    def time_encoder() -> float:
        watched.shapes.clear()
        began = time.perf_counter()
        for windows in articles:
            tagger.features(windows)
        return time.perf_counter() - began

    time_probe(), time_encoder()
    pairs = interleave(time_probe, time_encoder, REPEATS)
    pieces = sum(len(window.pieces) for window in itertools.chain.from_iterable(articles))
    return report(pairs, watched.shapes, pieces)


def report(pairs: list[tuple[float, float]], shapes: list[tuple[int, int]], pieces: int) -> int:
    """Print speeds and ratios of pairs of (operations a second, seconds of the encoder)."""
    tokens = sum(rows * length for rows, length in shapes)
    speeds = [tokens / seconds for _, seconds in pairs]
    ratios = [least_seconds(shapes, speed) / seconds for speed, seconds in pairs]
    of_pieces = [ratio * pieces / tokens for ratio in ratios]
    versions = {"onnxruntime": onnxruntime.__version__, "articles": ARTICLES}
    print_figure("encoder.int8_limit", middle([speed for speed, _ in pairs]) / 1e9, "GOP/s", **versions)
    print_figure("encoder.limit", middle([tokens / least_seconds(shapes, speed) for speed, _ in pairs]), "tokens/s")
    print_figure("encoder.tokens", middle(speeds), "tokens/s", **spread(speeds), batches=len(shapes))
    print_figure("encoder.pieces", middle([pieces / seconds for _, seconds in pairs]), "pieces/s")
    print_figure("encoder.padding", 1 - pieces / tokens, "share of tokens")
    ok = print_figure("encoder.ratio", middle(ratios), "of the limit", wanted=WANTED, **spread(ratios))
    ok &= print_figure("encoder.ratio_of_pieces", middle(of_pieces), "of the limit", wanted=WANTED, **spread(of_pieces))
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
