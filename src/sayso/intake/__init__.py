"""The intake room: bytes in, reports out; whatever cannot be taken in comes out as a Rejection."""

from sayso.intake.formats import open_reports
from sayso.intake.judgements import open_judgements
from sayso.intake.roll import Roll
from sayso.intake.source import Limits

__all__ = ["Limits", "Roll", "open_judgements", "open_reports"]
