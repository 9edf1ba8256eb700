"""The shared types: plain, immutable values with agreed names. No I/O; nothing imported but errors."""

from sayso.vocabulary.assessment import Assessment, Comparison, Judgement, Support, Verdict
from sayso.vocabulary.claim import (
    Act,
    Attribution,
    Basis,
    Claim,
    ClaimKind,
    Flag,
    FlagKind,
    Link,
    LinkKind,
    Naming,
    Relay,
    Remark,
    Remarked,
    Role,
    Stance,
)
from sayso.vocabulary.event import Event, EventType, Place, PlaceKind, When
from sayso.vocabulary.ids import claim_id, report_id
from sayso.vocabulary.privacy import is_withheld, withhold_private
from sayso.vocabulary.reading import UNDETERMINED, ReaderVersion, Reading
from sayso.vocabulary.reason import Reason
from sayso.vocabulary.report import Provenance, Rejection, RejectionReason, Report, Span
from sayso.vocabulary.wire import WIRE_NUMBER, read_reading, write_reading

__all__ = [
    "UNDETERMINED",
    "WIRE_NUMBER",
    "Act",
    "Assessment",
    "Attribution",
    "Basis",
    "Claim",
    "ClaimKind",
    "Comparison",
    "Event",
    "EventType",
    "Flag",
    "FlagKind",
    "Judgement",
    "Link",
    "LinkKind",
    "Naming",
    "Place",
    "PlaceKind",
    "Provenance",
    "ReaderVersion",
    "Reading",
    "Reason",
    "Rejection",
    "RejectionReason",
    "Relay",
    "Remark",
    "Remarked",
    "Report",
    "Role",
    "Span",
    "Stance",
    "Support",
    "Verdict",
    "When",
    "claim_id",
    "is_withheld",
    "read_reading",
    "report_id",
    "withhold_private",
    "write_reading",
]
