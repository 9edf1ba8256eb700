"""Whether two names that were not resolved are those of one place, but for their endings.

Takes the sounds of names, as an unresolved name keeps the ending that it has in its sentence. Decides by letters alone
and knows no endings of any language.
"""

from functools import lru_cache

# So much of each may differ at its end, where so much before it is the same.
LONGEST_ENDING = 2
SHORTEST_NAME = 4
SHORTEST_STEM = 5
KEPT_PAIRS = 8192


@lru_cache(maxsize=KEPT_PAIRS)
def is_same_name(one: str, other: str) -> bool:
    """Tell whether two names are one but for an ending that one has (Ardal, Ardala) or both (Ardalka, Ardalku)."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    shared = next((at for at, (left, right) in enumerate(zip(short, long, strict=False)) if left != right), len(short))
    is_ending = len(long) - shared <= LONGEST_ENDING
    return is_ending and shared >= (SHORTEST_NAME if shared == len(short) else SHORTEST_STEM)
