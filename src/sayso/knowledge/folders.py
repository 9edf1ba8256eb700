"""Where the folders of the languages lie: one a language, named after its code.

A language has what its folder holds: each file makes one thing known of it (its letters, its places, its dates, who
speaks in it), so a folder may hold some of them only.
"""

from importlib import resources
from importlib.resources.abc import Traversable

LANGUAGES: Traversable = resources.files("sayso.knowledge") / "languages"


def language_folder(code: str) -> Traversable:
    """Give the folder of a language, there or not."""
    return LANGUAGES / code


def list_languages(file: str) -> tuple[str, ...]:
    """Give the codes of the languages whose folder holds a file, in order."""
    return tuple(sorted(folder.name for folder in LANGUAGES.iterdir() if (folder / file).is_file()))
