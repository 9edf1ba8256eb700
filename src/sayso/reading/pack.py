"""A model pack: the tagger's network, tokenizer and decoding parameters in one checked folder.

Takes a folder, gives a Pack whose every file has the SHA-256 that the pack's list names; the list itself is pinned here
for the packs that ship. Nothing in a pack is executed: ONNX, JSON and safetensors only.
"""

import hashlib
import json
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from safetensors.numpy import load as load_tensors

from sayso.errors import PackError
from sayso.reading.linking import LinkParameters

PACK_FORMAT = 3
NETWORK, TOKENIZER, PARAMETERS, LIST = "network.onnx", "tokenizer.json", "parameters.safetensors", "pack.json"

# The packs that ship: folder -> SHA-256 of the pack's list of files.
SHIPPED: Mapping[str, str] = {
    "en": "5977ce296b4c703f7f55eb12c5eed7cd268ca55868a1c2612490f402fe9ed981",
    "multi": "1da78ac66e80d2a329f97eac576db505610f54172d42eb3932eaddbc3ae4c634",
}
# Which of them reads a language.
PACKS: Mapping[str, str] = {"en": "en", "ru": "multi", "uk": "multi"}


@attrs.frozen(kw_only=True, eq=False)
class Pack:
    """A loaded pack: ``name`` with its number (`en-1`), the network as ONNX bytes, the tokenizer as JSON text.

    ``languages``: the codes of those it was made for, in the order of its list.
    """

    name: str
    languages: tuple[str, ...]
    network: bytes
    tokenizer: str
    parameters: LinkParameters


def open_shipped(name: str) -> Pack:
    """Open a pack that ships by the name of its folder. Raises PackError where there is none or it is damaged."""
    if name not in SHIPPED:
        message = f"no model pack {name!r} ships; there are {', '.join(SHIPPED)}"
        raise PackError(message)
    with resources.as_file(resources.files("sayso") / "packs" / name) as folder:
        return open_pack(folder, listed=SHIPPED[name])


def open_pack(folder: Path, listed: str | None = None) -> Pack:
    """Read and check a pack. ``listed`` is the SHA-256 its list must have, None for a pack of the user's own.

    Raises PackError naming the file that is missing, unreadable, of another format or not what the list says.
    """
    stored = _read(folder / LIST)
    if listed is not None and hashlib.sha256(stored).hexdigest() != listed:
        message = f"{folder / LIST}: not the list this version of sayso was made with; install sayso again"
        raise PackError(message)
    listing = _parse(folder / LIST, stored)
    files = {name: _read_listed(folder / name, listing["files"].get(name)) for name in (NETWORK, TOKENIZER, PARAMETERS)}
    return Pack(
        name=str(listing["name"]),
        languages=_read_languages(folder / LIST, listing),
        network=files[NETWORK],
        tokenizer=files[TOKENIZER].decode(),
        parameters=_read_parameters(folder / PARAMETERS, files[PARAMETERS]),
    )


def _parse(path: Path, stored: bytes) -> dict[str, Any]:
    try:
        listing = json.loads(stored)
    except ValueError as error:
        message = f"{path}: not JSON ({error}); install sayso again or train the pack anew"
        raise PackError(message) from error
    if not isinstance(listing, dict) or listing.get("format") != PACK_FORMAT or "files" not in listing:
        message = f"{path}: not a pack of format {PACK_FORMAT}; train it anew with this version's recipe"
        raise PackError(message)
    return listing


def _read_languages(path: Path, listing: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the languages that a list names: `languages`, or `language` where there is but one."""
    named = listing.get("languages", [listing.get("language")])
    if not isinstance(named, list) or not named or not all(isinstance(one, str) and one for one in named):
        message = f"{path}: names no languages; train the pack anew with this version's recipe"
        raise PackError(message)
    return tuple(named)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = (
            f"{path}: {error.strerror or error}; a model pack holds {NETWORK}, {TOKENIZER}, {PARAMETERS} and {LIST}"
        )
        raise PackError(message) from error


def _read_listed(path: Path, sha256: str | None) -> bytes:
    stored = _read(path)
    if hashlib.sha256(stored).hexdigest() != sha256:
        message = f"{path}: damaged or replaced (its SHA-256 is not the one listed); install sayso again"
        raise PackError(message)
    return stored


def _read_parameters(path: Path, stored: bytes) -> LinkParameters:
    tensors = load_tensors(stored)
    names = [field.name for field in attrs.fields(LinkParameters)]
    missing = sorted(set(names) - set(tensors))
    if missing:
        message = f"{path}: lacks {', '.join(missing)}; train the pack anew with this version's recipe"
        raise PackError(message)
    return LinkParameters(**{name: tensors[name].astype(np.float32) for name in names})
