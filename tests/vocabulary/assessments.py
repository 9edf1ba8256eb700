"""An assessment and a weighing with every field filled."""

from sayso.vocabulary import (
    Alteration,
    Assessment,
    Change,
    Comparison,
    Copy,
    Credibility,
    LinkKind,
    Missing,
    Origin,
    Reason,
    Recirculated,
    Revised,
    Revision,
    Span,
    Stance,
    Stated,
    Support,
    Versions,
    Weighing,
)

SPAN = Span(start=0, end=9)
REASON = Reason(rule="same place", score=-0.5, words=(("r-1", SPAN),))


def fill_assessment() -> Assessment:
    """Give an assessment in which no list is empty."""
    origin = Origin(
        id="o-1",
        name="The council",
        kind=LinkKind.ORGANISATION,
        side="SD",
        party="RSF",
        private=True,
        outlet=True,
        reasons=(REASON,),
    )
    return Assessment(
        id="c-1",
        gist="c-2",
        statements=(
            Stated(report="r-1", claim="c-1", content=(SPAN,), stance=Stance.ASSERTS, origin="o-1"),
            Stated(
                report="r-2", claim="c-2", content=(SPAN, Span(start=12, end=14)), stance=Stance.DENIES, origin="o-1"
            ),
        ),
        origins=(origin,),
        origin_count=1,
        support=Support.REPEATED,
        contested=True,
        contested_by=("o-1",),
        contradicts=("c-3",),
        supersedes=("c-4",),
        credibility=Credibility.CONTESTED,
        credibility_reason="Another origin says the contrary.",
        reasons=(REASON,),
        missing=(Missing.DATE, Missing.OTHER_SIDE),
        changes=(
            Change(alteration=Alteration.NUMBER, before="c-1", after="c-2", was="12", became=None, reason=REASON),
        ),
    )


def fill_weighing() -> Weighing:
    """Give a weighing in which no list is empty."""
    return Weighing(
        assessments=(fill_assessment(),),
        suggestions=(Comparison(one="c-1", other="c-3", score=0.5, reasons=(REASON,)),),
        copies=(Copy(one="r-1", one_span=SPAN, other="r-2", other_span=SPAN, words=9),),
        versions=(
            Versions(
                earlier="r-1",
                later="r-2",
                share=0.5,
                revised=(
                    Revised(revision=Revision.ALTERED, before="c-1", after="c-2", was="12", became="14", reason=REASON),
                    Revised(revision=Revision.ADDED, before=None, after="c-2", reason=REASON),
                ),
                reason=REASON,
            ),
        ),
        recirculated=(Recirculated(report="r-2", earlier="r-1", days=40, share=1.0, reason=REASON),),
    )
