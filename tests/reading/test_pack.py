"""A pack is checked before it is used."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from safetensors.numpy import load_file, save_file

from sayso.errors import PackError
from sayso.reading.pack import LIST, NETWORK, PACKS, PARAMETERS, SHIPPED, TOKENIZER, open_pack, open_shipped


@pytest.fixture
def copy(tiny_pack: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_pack, tmp_path / "pack"))


def test_a_whole_pack_opens(tiny_pack: Path) -> None:
    assert open_pack(tiny_pack).name == "tiny-1"


@pytest.mark.parametrize("name", [NETWORK, TOKENIZER, PARAMETERS])
def test_a_changed_byte_is_found_and_the_file_named(copy: Path, name: str) -> None:
    stored = bytearray((copy / name).read_bytes())
    stored[len(stored) // 2] ^= 1
    (copy / name).write_bytes(stored)
    with pytest.raises(PackError, match=name):
        open_pack(copy)


@pytest.mark.parametrize("name", [NETWORK, TOKENIZER, PARAMETERS, LIST])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(PackError, match=name):
        open_pack(copy)


@pytest.mark.parametrize("stored", ["not json", "[]", '{"format": 99, "files": {}}', '{"format": 1}'])
def test_a_list_of_another_format_is_refused(copy: Path, stored: str) -> None:
    (copy / LIST).write_text(stored)
    with pytest.raises(PackError, match=LIST):
        open_pack(copy)


def test_a_list_with_another_checksum_than_the_pinned_one_is_refused(copy: Path) -> None:
    with pytest.raises(PackError, match="install sayso again"):
        open_pack(copy, listed="0" * 64)


def test_a_pack_that_does_not_ship_is_an_error_that_names_those_that_do() -> None:
    with pytest.raises(PackError, match="there are en"):
        open_shipped("tlh")


@pytest.mark.parametrize(
    ("stated", "languages"),
    [({"languages": ["en", "ru", "uk"]}, ("en", "ru", "uk")), ({"language": "en"}, ("en",))],
)
def test_a_pack_names_its_languages_or_the_only_one(copy: Path, stated: dict, languages: tuple[str, ...]) -> None:
    listing = {key: value for key, value in json.loads((copy / LIST).read_text()).items() if "language" not in key}
    (copy / LIST).write_text(json.dumps(listing | stated))
    assert open_pack(copy).languages == languages


@pytest.mark.parametrize("stated", [{}, {"languages": []}, {"languages": "en"}, {"languages": [3]}, {"language": None}])
def test_a_pack_without_languages_is_refused(copy: Path, stated: dict) -> None:
    listing = {key: value for key, value in json.loads((copy / LIST).read_text()).items() if "language" not in key}
    (copy / LIST).write_text(json.dumps(listing | stated))
    with pytest.raises(PackError, match="names no languages"):
        open_pack(copy)


def test_every_shipped_pack_is_whole_and_has_a_card() -> None:
    assert set(PACKS.values()) == set(SHIPPED)
    for name in SHIPPED:
        pack = open_shipped(name)
        assert set(pack.languages) >= {language for language, used in PACKS.items() if used == name}
        card = Path(__file__).parents[2] / "src" / "sayso" / "packs" / name / "CARD.md"
        assert pack.name in card.read_text(encoding="utf-8")


def test_missing_parameters_are_named(copy: Path) -> None:
    kept = load_file(copy / PARAMETERS)
    del kept["begins"]
    save_file(kept, copy / PARAMETERS)
    listing = json.loads((copy / LIST).read_text())
    listing["files"][PARAMETERS] = hashlib.sha256((copy / PARAMETERS).read_bytes()).hexdigest()
    (copy / LIST).write_text(json.dumps(listing))
    with pytest.raises(PackError, match="begins"):
        open_pack(copy)
