"""What is learned about telling which place a name means: weights, and how sure a likelihood is.

Read from world/resolution.toml, which `training/places` writes. Raises KnowledgeError saying what is wrong with it.
"""

import math
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import attrs

from sayso.errors import KnowledgeError

TABLES = ("prior", "prior_none", "joint", "joint_none", "hint")


@attrs.frozen(kw_only=True, eq=False)
class Resolution:
    """Weights by the names of features, the line above which a place is taken for resolved, and the calibration.

    ``slope`` and ``offset``: a likelihood p is right in a share of 1 / (1 + exp(-(slope * logit(p) + offset))) cases;
    ``lonely`` is added for a small place with namesakes that nothing in the report speaks of.
    ``homes``: the countries where a language is mostly at home, by its code.
    """

    weights: Mapping[str, Mapping[str, float]]
    line: float
    slope: float
    offset: float
    lonely: float
    homes: Mapping[str, frozenset[str]]

    def score(self, likely: float, *, is_lonely: bool = False) -> float:
        """Give how probable it is that a place of this likelihood is the right one."""
        bounded = min(max(likely, 1e-6), 1 - 1e-6)
        odds = self.slope * math.log(bounded / (1 - bounded)) + self.offset + self.lonely * is_lonely
        return 1 / (1 + math.exp(-odds))

    def row(self, table: str, features: Sequence[str]) -> list[float]:
        """Give the weights of a table in the order of features; 0 where one has none."""
        return [self.weights[table].get(name, 0.0) for name in features]


@cache
def load_resolution() -> Resolution:
    """Load what ships."""
    return read_resolution(resources.files("sayso.knowledge") / "world" / "resolution.toml")


def read_resolution(path: Traversable) -> Resolution:
    """Read and check a file of weights."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return Resolution(
            weights={table: {name: float(weight) for name, weight in data[table].items()} for table in TABLES},
            line=float(data["line"]),
            slope=float(data["slope"]),
            offset=float(data["offset"]),
            lonely=float(data["lonely"]),
            homes={code: frozenset(map(str, countries)) for code, countries in data["homes"].items()},
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError, ValueError, AttributeError) as error:
        message = f"{path}: {error}"
        raise KnowledgeError(message) from error
