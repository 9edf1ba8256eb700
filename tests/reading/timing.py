"""How long a job takes, for tests of growth."""

import gc
import time
from collections.abc import Callable

LONG_SECONDS = 3.0


def measure_seconds(job: Callable[[], object]) -> float:
    """Give the processor time of a job: the best of three, of very long ones the first.

    The collector of cycles is held off: it walks all that is alive, so that its time grows with the tests before.
    """
    best = float("inf")
    for _ in range(3):
        gc.collect()
        gc.disable()
        begin = time.process_time()
        job()
        best = min(best, time.process_time() - begin)
        gc.enable()
        if best > LONG_SECONDS:
            break
    return best
