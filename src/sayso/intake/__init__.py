"""The intake room: bytes in, reports out; whatever cannot be taken in comes out as a Rejection."""

from sayso.intake.formats import Limits, open_reports

__all__ = ["Limits", "open_reports"]
