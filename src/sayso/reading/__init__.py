"""The reading room: a report in, a reading out."""

from sayso.reading.reader import Reader

__all__ = ["Reader"]
