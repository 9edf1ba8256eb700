"""A constructed report with chains of one to four links, flags, remarks, reasons and a private person, read by hand."""

from typing import Any

import attrs

from sayso.vocabulary import (
    Act,
    Basis,
    Claim,
    ClaimKind,
    Flag,
    FlagKind,
    Link,
    LinkKind,
    Naming,
    Reading,
    Reason,
    Relay,
    Remark,
    Remarked,
    Role,
    Stance,
    report_id,
)
from tests.views.readings import claim, find, link, reading

TEXT = (
    "The upper town of Vilne has fallen, the Tarvish defence ministry said on Monday. Its spokesman, Colonel Ferran "
    "Oake, said the garrison “laid down its arms at noon”.\n\n"
    "The Ostrian channel “Voice of the Ridge”, citing a Tarvish sergeant with the call sign “Heron”, wrote that half of "
    "the company had fled. The claim could not be independently verified.\n\n"
    "According to The Lantern, which cited a report by the Harbour Observatory based on footage filmed by a resident, at "
    "least nine shells struck the market. “They hit the bakery first,” Adela Winterbourne, a 52-year-old mother of "
    "three who runs a stall there, told The Lantern. “We ran,” she said.\n\n"
    "Former mayor Tomas Reed denied that the bridge was mined. It was also reported that the mill burned. Half of the "
    "company has fled, and the road may fall next. The ministry wants the road cleared. The ministry declined to comment "
    "on the bridge."
)
REPORT = report_id(TEXT)
MINISTRY = {"kind": LinkKind.ORGANISATION, "naming": Naming.NAMED, "role": Role.GOVERNMENT, "side": "TV"}
LANTERN = {"kind": LinkKind.OUTLET, "naming": Naming.NAMED, "role": Role.MEDIA, "side": "unknown"}
PRIVATE = "Adela Winterbourne"


def because(rule: str, score: float, *words: str) -> tuple[Reason, ...]:
    return (Reason(rule=rule, score=score, words=tuple((REPORT, find(TEXT, one)) for one in words)),)


def flag(kind: FlagKind, why: str, *words: str) -> tuple[Flag, ...]:
    return (Flag(kind=kind, spans=tuple(find(TEXT, one) for one in words), why=why),)


def of(words: str, **known: Any) -> Link:
    return link(TEXT, words, **known)


def said(*content: str, **known: Any) -> Claim:
    return claim(TEXT, *content, **({"stance": Stance.ASSERTS, "score": 0.93} | known))


def _military() -> tuple[Claim, ...]:
    oake = {"kind": LinkKind.PERSON, "naming": Naming.NAMED, "role": Role.MILITARY, "side": "TV"}
    channel = of(
        "Voice of the Ridge",
        **LANTERN | {"kind": LinkKind.CHANNEL, "side": "OS"},
        relay=Relay.CITES,
        score=0.88,
        reasons=because("a name in quotation marks after a noun of media", 1, "channel “Voice of the Ridge”"),
    )
    heron = of(
        "Heron",
        **oake | {"naming": Naming.PSEUDONYMOUS},
        score=0.81,
        reasons=because("call sign", 1, "call sign “Heron”") + because("noun of a role", 0.9, "Tarvish sergeant"),
    )
    return (
        said("The upper town of Vilne has fallen", cue="said on Monday", by=[of("the Tarvish defence ministry", **MINISTRY)]),
        said(
            "the garrison “laid down its arms at noon”",
            cue="said the",
            by=[of("Colonel Ferran Oake", **oake | {"name": "Ferran Oake"})],
            kind=ClaimKind.MIXED,
            reasons=because("stance of the cue", 1, "said the"),
        ),
        said(
            "half of the company had fled",
            cue="wrote",
            by=[channel, heron],
            basis=Basis.SAW,
            reasons=because("stance of the cue", 1, "wrote") + because("not the speaker’s own words", -0.25, "citing"),
            remarks=(Remarked(remark=Remark.COULD_NOT_VERIFY, span=find(TEXT, "could not be independently verified")),),
            flags=flag(
                FlagKind.RELAYED_BY_OPPONENT,
                "words of TV known only through Voice of the Ridge (OS)",
                "Voice of the Ridge",
                "Heron",
            ),
        ),
    )  # fmt: skip


def _market() -> tuple[Claim, ...]:
    private = flag(FlagKind.PRIVATE_PERSON, "a private person, named only as a witness", "52-year-old mother of three")
    her = {"kind": LinkKind.PERSON, "naming": Naming.NAMED, "role": Role.CIVILIAN, "private": True, "name": PRIVATE}
    chain = (
        of("The Lantern", **LANTERN, relay=Relay.CITES),
        of("a report", kind=LinkKind.DOCUMENT, naming=Naming.UNNAMED, role=Role.INTERNATIONAL, relay=Relay.AUTHORED),
        of("Harbour Observatory", **MINISTRY | {"role": Role.INTERNATIONAL, "side": "INT"}, relay=Relay.PUBLISHES),
        of("footage filmed by a resident", kind=LinkKind.DOCUMENT, naming=Naming.UNNAMED, role=Role.CIVILIAN),
    )
    told = of("told The Lantern", **LANTERN | {"name": "The Lantern"}, relay=Relay.TOLD)
    return (
        said("at least nine shells struck the market", cue="According to", by=chain, basis=Basis.IMAGES),
        said(
            "“They hit the bakery first,”", cue="told", by=[told, of(PRIVATE, **her)], kind=ClaimKind.DIRECT, flags=private
        ),
        said(
            "“We ran,”",
            cue="said.",
            by=[attrs.evolve(told, inherited=True), attrs.evolve(of(PRIVATE, **her), mention=find(TEXT, "she", after=630))],
            kind=ClaimKind.DIRECT,
            flags=private,
        ),
    )  # fmt: skip


def _rest() -> tuple[Claim, ...]:
    reed = {"kind": LinkKind.PERSON, "naming": Naming.NAMED, "role": Role.GOVERNMENT, "former": True}
    return (
        said(
            "the bridge was mined",
            cue="denied",
            by=[of("Tomas Reed", **reed)],
            stance=Stance.DENIES,
            remarks=(Remarked(remark=Remark.DECLINED_TO_COMMENT, span=find(TEXT, "declined to comment on the bridge")),),
        ),
        said("the mill burned", cue="It was also reported", agentless=True, hedged=True),
        claim(
            TEXT,
            "Half of the company has fled, and the road may fall next.",
            stance=Stance.PREDICTS,
            hedged=True,
            flags=flag(FlagKind.ATTRIBUTION_DROPPED, "stated as a fact here, attributed before", "half of the company had fled"),
            reasons=because("modal verb", 0.6, "may fall"),
        ),
        claim(TEXT, "the road cleared", cue="wants", by=[of("The ministry", **MINISTRY)], act=Act.ATTITUDE),
    )  # fmt: skip


def chained(**of_report: Any) -> Reading:
    """Give the reading, with nobody withheld yet."""
    return reading(TEXT, *_military(), *_market(), *_rest(), **of_report)
