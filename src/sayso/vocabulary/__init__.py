"""The shared types: plain, immutable values with agreed names. No I/O; nothing imported but errors."""

from sayso.vocabulary.assessment import Assessment, Comparison, Judgement, Reason, Support, Verdict
from sayso.vocabulary.claim import (
    Act,
    Attribution,
    Basis,
    Claim,
    ClaimKind,
    Link,
    LinkKind,
    Naming,
    Relay,
    Remark,
    Role,
    Stance,
)
from sayso.vocabulary.event import Event, EventType, Place, When
from sayso.vocabulary.ids import claim_id, report_id
from sayso.vocabulary.reading import UNDETERMINED, ReaderVersion, Reading
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
    "Judgement",
    "Link",
    "LinkKind",
    "Naming",
    "Place",
    "Provenance",
    "ReaderVersion",
    "Reading",
    "Reason",
    "Rejection",
    "RejectionReason",
    "Relay",
    "Remark",
    "Report",
    "Role",
    "Span",
    "Stance",
    "Support",
    "Verdict",
    "When",
    "claim_id",
    "read_reading",
    "report_id",
    "write_reading",
]
