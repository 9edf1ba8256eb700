"""One frozen Settings from flags, environment and defaults; read once, passed on as plain arguments."""

import os
from collections.abc import Mapping
from pathlib import Path

import attrs

from sayso.errors import SettingsError

MOST_THREADS = 256
MOST_DIGITS = 9
PROGRAM = "sayso"


def _cache() -> Path:
    return _user_folder(os.environ, "XDG_CACHE_HOME", ".cache")


def _data() -> Path:
    return _user_folder(os.environ, "XDG_DATA_HOME", ".local/share")


@attrs.frozen(kw_only=True)
class Settings:
    """What a desk needs to know to open its rooms.

    ``pack`` is the folder of a model pack of one's own, None for the one that ships; ``threads`` the number of cores
    one report may use; ``gazetteer`` the file of all places, None for the one in ``cache``, the folder for what can be
    made again. ``data`` is the folder for what cannot: places of one's own.
    """

    pack: Path | None = None
    threads: int = 1
    gazetteer: Path | None = None
    cache: Path = attrs.field(factory=_cache)
    data: Path = attrs.field(factory=_data)

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.threads <= MOST_THREADS:
            message = f"threads: {self.threads} is not between 1 and {MOST_THREADS}"
            raise SettingsError(message)


def read_settings(
    environment: Mapping[str, str],
    *,
    threads: int | None = None,
    pack: Path | None = None,
    gazetteer: Path | None = None,
) -> Settings:
    """Take flags over ``SAYSO_THREADS``, ``SAYSO_PACK`` and ``SAYSO_GAZETTEER`` over defaults.

    An empty variable counts as not set. Raises SettingsError naming the variable that cannot be used.
    """
    if threads is None:
        threads = _read_threads(environment.get("SAYSO_THREADS") or "1")
    return Settings(
        threads=threads,
        pack=pack or _read_path(environment, "SAYSO_PACK"),
        gazetteer=gazetteer or _read_path(environment, "SAYSO_GAZETTEER"),
        cache=_user_folder(environment, "XDG_CACHE_HOME", ".cache"),
        data=_user_folder(environment, "XDG_DATA_HOME", ".local/share"),
    )


def _read_path(environment: Mapping[str, str], variable: str) -> Path | None:
    stated = environment.get(variable)
    return Path(stated) if stated else None


def _user_folder(environment: Mapping[str, str], variable: str, usual: str) -> Path:
    """Give sayso's folder in one of the user's: the one a variable names, if it does so in full, else the usual one."""
    stated = environment.get(variable, "")
    if stated and Path(stated).is_absolute():
        return Path(stated) / PROGRAM
    home = environment.get("HOME")
    return Path(home or os.path.expanduser("~")) / usual / PROGRAM  # noqa: PTH111 - Path.home() raises where there is none


def _read_threads(stated: str) -> int:
    is_number = stated.isascii() and stated.isdigit() and len(stated) <= MOST_DIGITS
    if not (is_number and 1 <= int(stated) <= MOST_THREADS):
        message = f"SAYSO_THREADS: {stated[:20]!r} is not a whole number from 1 to {MOST_THREADS}"
        raise SettingsError(message)
    return int(stated)
