"""A weighing whose every word from outside tries to break out of the page or the terminal."""

import attrs

from sayso.vocabulary import (
    Alteration,
    Assessment,
    Change,
    Comparison,
    Credibility,
    LinkKind,
    Missing,
    Origin,
    Reason,
    Rejection,
    RejectionReason,
    Span,
    Stance,
    Stated,
    Support,
    Weighed,
    Weighing,
)
from tests.views.readings import claim, reading
from tests.views.web import hostile as bad

NAME = "<img src=x onerror=alert(5)>\x1b[31m\u202e"


def _report(key: str) -> object:
    one = reading(
        bad.TEXT,
        claim(bad.TEXT, bad.CONTENT, cue="said", by=[bad.SOURCE]),
        claim(bad.TEXT, bad.OWN),
        title=f"{bad.SCRIPT}\"'>{{{{ config }}}}",
        outlet=NAME,
        url="javascript:alert(4)",
        published_stated="\u202e2024",
        where="\x1b[31m<i>\udcff.txt",
    )
    named = tuple(attrs.evolve(it, id=f"c-{key}-{place}") for place, it in enumerate(one.claims))
    return attrs.evolve(one, report=attrs.evolve(one.report, id=key), claims=named)


def hostile_weighing() -> Weighed:
    """Give it: two reports with one claim that a third denies, with names, reasons and changes as bad as they come."""
    keys = ('"><script>alert(1)</script>', "\x1b]0;owned\x07")
    read = {key: _report(key) for key in keys}
    reason = Reason(
        rule=f"{bad.SCRIPT} {{{{ 7*7 }}}}",
        score=-1.0,
        words=((keys[0], Span(start=0, end=9)), (NAME, Span(start=0, end=2))),
    )
    origins = tuple(
        Origin(id=f"o-{place}", name=f"{NAME} {place}", kind=LinkKind.CHANNEL, side="TV", reasons=(reason,))
        for place in range(2)
    )
    statements = tuple(
        Stated(report=key, claim=f"c-{key}-0", content=read[key].claims[0].content, stance=stance, origin=origin.id)
        for key, origin, stance in zip(keys, origins, (Stance.ASSERTS, Stance.DENIES), strict=True)
    )
    ends = {"before": statements[0].claim, "after": statements[1].claim}
    change = Change(alteration=Alteration.NAME, **ends, was=NAME, became=bad.SCRIPT, reason=reason)
    first = Assessment(
        id=statements[0].claim,
        gist=statements[0].claim,
        statements=statements,
        origins=origins,
        origin_count=1,
        support=Support.SINGLE_SOURCE,
        contested=True,
        contested_by=("o-1",),
        contradicts=(f"c-{keys[0]}-1",),
        credibility=Credibility.CONTESTED,
        credibility_reason=f"{NAME} says it.",
        reasons=(reason,),
        missing=tuple(Missing),
        changes=(change,),
    )
    own = Stated(
        report=keys[0],
        claim=f"c-{keys[0]}-1",
        content=read[keys[0]].claims[1].content,
        stance=Stance.UNKNOWN,
        origin="o-0",
    )
    second = attrs.evolve(
        first,
        id=own.claim,
        gist=own.claim,
        statements=(own,),
        origins=origins[:1],
        changes=(),
        contradicts=(),
        contested_by=(),
    )
    pair = Comparison(one=second.id, other=statements[1].claim, score=0.5, reasons=(reason,))
    return Weighed(
        readings=read,
        weighing=Weighing(assessments=(first, second), suggestions=(pair,)),
        rejections=(Rejection(where=NAME, reason=RejectionReason.BINARY, detail=bad.SCRIPT),),
    )
