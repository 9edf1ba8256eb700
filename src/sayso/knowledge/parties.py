"""Parties of conflicts that are no state: the state each is a party within, where there is one."""

from functools import cache

from sayso.knowledge.nations import load_nations
from sayso.knowledge.world import load_register


def find_state(party: str, language: str) -> str | None:
    """Give the code of the state that a party, named by its abbreviation, is a party within; None for others."""
    return _states(language).get(party)


@cache
def _states(language: str) -> dict[str, str]:
    registered = {one.side: one.state for one in load_register().sources if one.state is not None}
    return registered | load_nations(language).within
