"""Fixtures of the reading tests."""

from pathlib import Path

import pytest

from tests.reading.tiny_pack import write_tiny_pack


@pytest.fixture(scope="session")
def tiny_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a pack of a dozen words."""
    return write_tiny_pack(tmp_path_factory.mktemp("pack"))
