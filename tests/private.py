"""Readings in which every source is a private person by the name of Mayor."""

import attrs

from sayso.vocabulary import Naming, Reading


def make_private(reading: Reading, **known) -> Reading:
    """Give a reading whose every link is a private person's; ``known`` is what else becomes of the links."""
    known |= {"private": True, "name": "Mayor", "naming": Naming.NAMED}
    claims = [
        attrs.evolve(claim, chain=tuple(attrs.evolve(link, **known) for link in claim.chain))
        for claim in reading.claims
    ]
    return attrs.evolve(reading, claims=tuple(claims))
