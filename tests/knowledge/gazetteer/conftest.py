"""What the tests of the gazetteer share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.knowledge import Gazetteer
from tests.knowledge.gazetteer.small import copy_small


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_small(tmp_path_factory.mktemp("gazetteer") / "gazetteer.sqlite")


@pytest.fixture
def gazetteer(small: Path) -> Iterator[Gazetteer]:
    found = Gazetteer.open(small)
    yield found
    found.close()
