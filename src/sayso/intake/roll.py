"""The roll of reports: no report counts twice, and one text that several published is several reports."""

import attrs

from sayso.vocabulary import Report, report_id


@attrs.define
class Roll:
    """The reports entered so far, by their ids, with where each was read."""

    _where: dict[str, str] = attrs.field(factory=dict)

    def enter(self, report: Report) -> Report | str:
        """Give a report, or where it was read before.

        Where its id is computed from its text and is another's already, who published it, where and when tell the two
        apart: then its id is computed from these too.
        """
        made = report.provenance
        where = made.where if made.line is None else f"{made.where}:{made.line}"
        own = _own_id(report)
        if report.id not in self._where:
            self._where[report.id] = where
            self._where.setdefault(own, where)
            return report
        if own not in self._where:
            self._where[own] = where
            return attrs.evolve(report, id=own)
        return self._where[own]


def _own_id(report: Report) -> str:
    """Give the id that tells a report from others with its text; its own where that is stated, or nothing tells it."""
    told = (report.outlet, report.url, report.published_stated)
    if not any(told) or report.id != report_id(report.text):
        return report.id
    return report_id("\0".join((report.text, *(one or "" for one in told))))
