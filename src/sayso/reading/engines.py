"""What reads each language: a pack's network and the words of the language's folder, opened when a report wants them.

A language is read when a pack lists it and a folder has its words. A pack that lists several languages is loaded once.
"""

from pathlib import Path

import attrs

from sayso.knowledge import Language, list_readable, load_language
from sayso.reading.pack import PACKS, Pack, open_pack, open_shipped
from sayso.reading.tagger import Tagger


@attrs.frozen(kw_only=True, eq=False)
class Engine:
    """What reads one language."""

    pack: Pack
    tagger: Tagger
    language: Language


class Engines:
    """Finds what reads a language; holds what it has opened and no state beside it."""

    def __init__(self, pack: Path | None = None, threads: int = 1) -> None:
        """Take the packs that ship, or the one in the folder ``pack`` alone. Raises PackError where that is damaged.

        ``threads`` is the number of cores that one batch may use.
        """
        self._threads = threads
        own = open_pack(pack) if pack is not None else None
        names = PACKS if own is None else dict.fromkeys(own.languages, own.name)
        readable = list_readable()
        self._names = {code: name for code, name in names.items() if code in readable}
        self._opened: dict[str, tuple[Pack, Tagger]] = {}
        self._engines: dict[str, Engine] = {}
        if own is not None:
            self._opened[own.name] = own, Tagger(own, threads)

    @property
    def languages(self) -> tuple[str, ...]:
        """Give the codes of the languages that are read, in order."""
        return tuple(sorted(self._names))

    def find(self, language: str) -> Engine | None:
        """Give what reads a language, None where nothing does. Raises PackError where a pack is missing or damaged."""
        if language not in self._names:
            return None
        if language not in self._engines:
            pack, tagger = self._open(self._names[language])
            self._engines[language] = Engine(pack=pack, tagger=tagger, language=load_language(language))
        return self._engines[language]

    def _open(self, name: str) -> tuple[Pack, Tagger]:
        if name not in self._opened:
            pack = open_shipped(name)
            self._opened[name] = pack, Tagger(pack, self._threads)
        return self._opened[name]
