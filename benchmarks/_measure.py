"""How figures are taken and printed: a line of JSON each, medians of interleaved repeats, the machine beside them."""

import json
import os
import platform
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any


def print_figure(name: str, value: float, unit: str, *, wanted: str | None = None, **more: Any) -> bool:
    """Print one figure and whether it is as wanted (``>= 15``, ``<= 0.3``); give that back, True where nothing is."""
    ok = is_as_wanted(value, wanted)
    line = {"name": name, "value": float(f"{value:.4g}"), "unit": unit, "wanted": wanted, "ok": ok, **more}
    print(json.dumps(line), flush=True)
    return ok is not False


def is_as_wanted(value: float, wanted: str | None) -> bool | None:
    """Tell whether a value is as wanted; None where nothing is wanted."""
    if wanted is None:
        return None
    sign, bound = wanted.split()
    return value >= float(bound) if sign == ">=" else value <= float(bound)


def print_machine(benchmark: str) -> None:
    """Print the machine and how busy it is; taken before anything is measured."""
    line = {
        "name": f"{benchmark}.machine",
        "cpu": _cpu_model(),
        "cores": os.cpu_count(),
        "load": [round(load, 2) for load in os.getloadavg()],
        "pressure": _pressure(),
        "python": platform.python_version(),
    }
    print(json.dumps(line), flush=True)


def _cpu_model() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _pressure() -> float | None:
    """Give the share of the last ten seconds, in per cent, in which something waited for a core; None if unknown."""
    path = Path("/proc/pressure/cpu")
    if not path.exists():
        return None
    return float(path.read_text(encoding="utf-8").split("avg10=")[1].split()[0])


def interleave(one: Callable[[], float], other: Callable[[], float], repeats: int) -> list[tuple[float, float]]:
    """Run two measurements in turn, each going first every other time; give the pairs."""
    pairs = []
    for number in range(repeats):
        if number % 2:
            second = other()
            pairs.append((one(), second))
        else:
            first = one()
            pairs.append((first, other()))
    return pairs


def spread(values: Sequence[float]) -> dict[str, float]:
    """Give the lowest and highest value and the number of repeats, for the figure's line."""
    return {"low": float(f"{min(values):.4g}"), "high": float(f"{max(values):.4g}"), "repeats": len(values)}


def middle(values: Sequence[float]) -> float:
    """Give the median."""
    return float(median(values))
