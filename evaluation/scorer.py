"""The scorers that lie beside the data, imported by path; what they say of two spans is used here, not written anew."""

import argparse
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from evaluation.sets import Document, MissingDataError


def load_scorer(data: Path, name: str) -> ModuleType:
    """Import ``name``.py of the data folder under a name of its own. Raises MissingDataError."""
    path = data / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"evaluation_data_{name}", path)
    if spec is None or spec.loader is None or not path.is_file():
        message = f"no scorer {path}; SAYSO_EVAL names the folder of the evaluation data"
        raise MissingDataError(message)
    module = importlib.util.module_from_spec(spec)
    with _importing_from(data):
        spec.loader.exec_module(module)
    return module


def score(scorer: ModuleType, task: str, gold: dict[str, Document], predicted: dict[str, Document]) -> dict[str, Any]:
    """Give the figures of a scorer's task as it would print them."""
    options = argparse.Namespace(coarse=False, lang=None)
    figures: dict[str, Any] = scorer.rounded(scorer.TASKS[task](gold, predicted, options))
    return figures


@contextmanager
def _importing_from(folder: Path) -> Iterator[None]:
    """Let one scorer import another (``from score import``) and leave no trace of it."""
    before, known = set(sys.modules), sys.modules.pop("score", None)
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        for name in set(sys.modules) - before:
            if Path(getattr(sys.modules[name], "__file__", None) or "").parent == folder:
                del sys.modules[name]
        if known is not None:
            sys.modules["score"] = known
