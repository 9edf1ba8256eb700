"""One frozen Settings from flags, environment and defaults; read once, passed on as plain arguments."""

from collections.abc import Mapping
from pathlib import Path

import attrs

from sayso.errors import SettingsError

MOST_THREADS = 256
MOST_DIGITS = 9


@attrs.frozen(kw_only=True)
class Settings:
    """What a desk needs to know to open its rooms.

    ``pack`` is the folder of a model pack of one's own, None for the one that ships; ``threads`` the number of cores
    one report may use.
    """

    pack: Path | None = None
    threads: int = 1

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.threads <= MOST_THREADS:
            message = f"threads: {self.threads} is not between 1 and {MOST_THREADS}"
            raise SettingsError(message)


def read_settings(environment: Mapping[str, str], *, threads: int | None = None, pack: Path | None = None) -> Settings:
    """Take flags over ``SAYSO_THREADS`` and ``SAYSO_PACK`` over defaults; an empty variable counts as not set.

    Raises SettingsError naming the variable that cannot be used.
    """
    if threads is None:
        threads = _read_threads(environment.get("SAYSO_THREADS") or "1")
    if pack is None and environment.get("SAYSO_PACK"):
        pack = Path(environment["SAYSO_PACK"])
    return Settings(threads=threads, pack=pack)


def _read_threads(stated: str) -> int:
    is_number = stated.isascii() and stated.isdigit() and len(stated) <= MOST_DIGITS
    if not (is_number and 1 <= int(stated) <= MOST_THREADS):
        message = f"SAYSO_THREADS: {stated[:20]!r} is not a whole number from 1 to {MOST_THREADS}"
        raise SettingsError(message)
    return int(stated)
