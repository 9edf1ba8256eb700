"""Where the bodies that the register of sources knows are named in a text.

Takes a text, gives the range of each name with its row. What is part of such a name is no place; whose side a body is
on tells which conflict a report speaks of.
"""

from functools import lru_cache

from sayso.knowledge.world import Source, load_register

# More than one stage asks for the same text.
KEPT_TEXTS = 2


@lru_cache(maxsize=KEPT_TEXTS)
def find_bodies(text: str) -> tuple[tuple[int, int, Source], ...]:
    """Give the half-open ranges of the names of bodies and their rows, in order; time is linear in the text."""
    return tuple(load_register().find_in(text))
