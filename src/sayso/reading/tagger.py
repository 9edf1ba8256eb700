"""Windows -> features, in batches, through the pack's network.

The only user of onnxruntime. Batches hold windows of one report and never of two, so that a report is read the same
whatever is read beside it (int8 activations are scaled by what stands in the batch).
"""

from collections.abc import Iterator, Sequence

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.errors import PackError
from sayso.reading.pack import Pack
from sayso.reading.pieces import Cutter
from sayso.reading.windows import Window, make_windows

# Pieces in a batch. Tried 256 to 4,096: flat from 512 to 2,048, slower beyond (the cache). Padding, which would bring
# windows of like lengths together, costs more than batches of their own: with it attention needs a mask.
BATCH_PIECES = 1024
# Not to be joined: onnxruntime's sum-and-norm in one takes four times as long as its sum and its norm by themselves.
APART = ("SkipLayerNormFusion",)


class Tagger:
    """Runs a pack's network over the windows of one report at a time."""

    def __init__(self, pack: Pack, threads: int = 1) -> None:
        """Load the network. ``threads`` is the number of cores one batch may use."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(
                pack.network, options, providers=["CPUExecutionProvider"], disabled_optimizers=APART
            )
            tokenizer = Tokenizer.from_str(pack.tokenizer)
        except Exception as error:  # onnxruntime and tokenizers raise bare Exceptions of their own
            message = f"model pack {pack.name}: cannot be loaded ({error})"
            raise PackError(message) from error
        tokenizer.no_truncation()
        tokenizer.no_padding()
        # A text that spells a frame mark (`[SEP]`) holds those characters and no mark.
        tokenizer.encode_special_tokens = True
        self._cutter = Cutter(tokenizer)

    def make_windows(self, text: str, whole: Sequence[tuple[int, int]]) -> list[Window]:
        """Cut a text into windows with this pack's tokenizer; the spans of ``whole`` keep their lines together."""
        return make_windows(text, self._cutter, whole)

    def features(self, windows: Sequence[Window]) -> list[NDArray[np.float32]]:
        """Give the features of each window's words, (words, features), in the order of the windows."""
        found: list[NDArray[np.float32]] = [np.empty((0, 0), dtype=np.float32)] * len(windows)
        for batch in _batches(windows):
            pieces = np.array([windows[place].pieces for place in batch], dtype=np.int64)
            features = self._session.run(None, {"pieces": pieces})[0]
            for row, place in enumerate(batch):
                found[place] = features[row, list(windows[place].firsts)]
        return found


def _batches(windows: Sequence[Window]) -> Iterator[list[int]]:
    """Group windows of one length, in batches of at most ``BATCH_PIECES`` pieces; a longer window stands alone."""
    batch: list[int] = []
    for place in sorted(range(len(windows)), key=lambda place: len(windows[place].pieces)):
        length = len(windows[place].pieces)
        if batch and (length > len(windows[batch[0]].pieces) or (len(batch) + 1) * length > BATCH_PIECES):
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch
