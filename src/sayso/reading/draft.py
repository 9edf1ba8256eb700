"""A reading in the making: what one stage after the other adds to, checked once when it is finished.

A reading checks each of its spans when it is made, and every stage makes one anew; of a row of eight only the last
leaves the room. It is a kind of reading so that a stage takes either and gives what it was given.
"""

from operator import attrgetter

import attrs

from sayso.vocabulary import Reading

_NAMES = tuple(field.name for field in attrs.fields(Reading))
_values_of = attrgetter(*_NAMES)


@attrs.frozen(kw_only=True)
class Draft(Reading):
    """A reading that is not checked yet."""

    def __attrs_post_init__(self) -> None:
        """Leave the check to :func:`finish`."""


def finish(reading: Reading) -> Reading:
    """Give the reading that a draft has become. Raises InputError where a span passes the end of its text."""
    return Reading(**dict(zip(_NAMES, _values_of(reading), strict=True)))
