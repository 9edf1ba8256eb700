"""The reading room: a report in, a reading out."""

from sayso.reading.place import PlaceResolver
from sayso.reading.reader import Reader
from sayso.reading.toponyms import PlaceMention

__all__ = ["PlaceMention", "PlaceResolver", "Reader"]
