"""How a side is written: a state (ISO 3166-1 alpha-2), ``INT``, the abbreviation of a party, or ``unknown``."""

import re

UNKNOWN_SIDE = "unknown"
LETTERS_OF_STATE = 2  # INT and the abbreviations of parties have more
# A state, INT, or the usual abbreviation of a party that is no state.
SIDE = re.compile(f"[A-Z][A-Z0-9]{{1,7}}|{UNKNOWN_SIDE}")
