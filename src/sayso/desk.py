"""The hall: opens the rooms from Settings and runs them in order.

Library and command line both come in here; no view opens a room by itself.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from sayso import __version__
from sayso.atlas import Gazetteer, Notify, open_gazetteer
from sayso.errors import PackError, SaysoError
from sayso.intake import Roll, open_judgements, open_reports
from sayso.reading import Reader
from sayso.settings import Settings
from sayso.vocabulary import (
    CasualtySheet,
    ControlSheet,
    Judgement,
    Reading,
    Rejection,
    RejectionReason,
    Report,
    Weighed,
    report_id,
    withhold_private,
    withhold_weighed,
)
from sayso.weighing import RULES, casualty_sheets, control_sheets, lay_out, weigh

log = logging.getLogger(__name__)
Heed = Callable[[str, Rejection | None], None]


class Desk:
    """Reads reports and keeps the account straight.

    >>> import sayso
    >>> for found in sayso.Desk().read(["examples/kostiantynivka.txt"]):  # doctest: +SKIP
    ...     print(found.lang, len(found.claims))
    """

    def __init__(self, settings: Settings | None = None, notify: Notify | None = None) -> None:
        """Open the rooms; raises PackError where a model pack of one's own is missing or damaged.

        The first time the gazetteer is made, of which ``notify`` is told. Where it cannot be, no places are read and
        ``no_places`` says why.
        """
        self._settings = settings or Settings()
        self.no_places: str | None = None
        self._gazetteer = self._open_gazetteer(notify)
        self._reader = Reader.open(
            version=__version__,
            pack=self._settings.pack,
            threads=self._settings.threads,
            gazetteer=self._gazetteer,
        )

    def _open_gazetteer(self, notify: Notify | None) -> Gazetteer | None:
        try:
            return open_gazetteer(self._settings, notify)
        except SaysoError as error:
            log.warning("no gazetteer", extra={"reason": str(error)})
            self.no_places = str(error)
            return None

    def read(self, specs: Iterable[str], *, show_private: bool = False) -> Iterator[Reading | Rejection]:
        """Read inputs in order: paths as typed, ``-`` for standard input.

        Gives a Reading for every report and a Rejection for every input, or line of one, that cannot be read; never
        raises for bad input. Raises PackError where the pack for a report's language is missing or damaged. Private
        persons are withheld unless ``show_private``.
        """
        for spec in specs:
            for found in open_reports(spec):
                yield found if isinstance(found, Rejection) else self._read_report(found, show_private=show_private)

    def weigh(
        self,
        specs: Iterable[str],
        *,
        judgements: Sequence[Judgement] = (),
        show_private: bool = False,
        heed: Heed | None = None,
    ) -> Weighed:
        """Read all inputs as `read` does and say what their claims rest on.

        People's ``judgements`` win over every score. Of reports with one id the first is taken and the others are
        rejected; one text that several published is several reports. ``heed`` is called after each report with the
        input it stands in, and with its Rejection if it is one. Private persons are withheld unless ``show_private``,
        after weighing: their names tell origins apart.
        """
        found = list(self._read_each(specs, heed or _ignore))
        readings = {one.report.id: one for one in found if isinstance(one, Reading)}
        weighing = weigh(readings.values(), judgements, self._reader.opponents)
        rejections = tuple(one for one in found if isinstance(one, Rejection))
        weighed = Weighed(readings=readings, weighing=weighing, rejections=rejections)
        return weighed if show_private else withhold_weighed(weighed)

    def _read_each(self, specs: Iterable[str], heed: Heed) -> Iterator[Reading | Rejection]:
        roll = Roll()
        for spec in specs:
            for found in open_reports(spec):
                one = found if isinstance(found, Rejection) else self._read_once(found, roll)
                heed(spec, one if isinstance(one, Rejection) else None)
                yield one

    def _read_once(self, report: Report, roll: Roll) -> Reading | Rejection:
        entered = roll.enter(report)
        if isinstance(entered, str):
            return _refuse_twice(report, entered)
        return self._read_report(entered, show_private=True)

    def control(self, place: str, weighed: Weighed) -> tuple[ControlSheet, ...]:
        """Say who says what of the hold on a place, a sheet for each place that the name may mean.

        ``place`` is a name in any script, one it had once, or a number of GeoNames.
        """
        statements = lay_out(weighed.readings.values())
        found = (control_sheets(name, weighed.weighing, statements) for name in self._names_of(place, weighed))
        return next(filter(None, found), ())

    def casualties(self, place: str, weighed: Weighed) -> tuple[CasualtySheet, ...]:
        """Give the figures of casualties that are told of events in a place, a sheet for each event; as `control`."""
        statements = lay_out(weighed.readings.values())
        found = (casualty_sheets(name, weighed.weighing, statements) for name in self._names_of(place, weighed))
        return next(filter(None, found), ())

    def _names_of(self, place: str, weighed: Weighed) -> Iterator[str]:
        """Give a place as it was asked for, then by the numbers of what the gazetteer knows by that name."""
        yield place
        known = {one.geonameid for reading in weighed.readings.values() for one in reading.places}
        for entry in self._gazetteer.find(place) if self._gazetteer else ():
            if entry.geonameid is not None and entry.geonameid in known:
                yield str(entry.geonameid)

    @staticmethod
    def rules() -> Mapping[str, str]:
        """Give what rules of weighing say of themselves, by the name that their reasons bear."""
        return RULES

    @staticmethod
    def judge(spec: str) -> tuple[tuple[Judgement, ...], tuple[Rejection, ...]]:
        """Read people's judgements, one a line of JSON; lines that cannot be used are named and left out."""
        found = list(open_judgements(spec))
        judgements = tuple(one for one in found if isinstance(one, Judgement))
        return judgements, tuple(one for one in found if isinstance(one, Rejection))

    def _read_report(self, report: Report, *, show_private: bool) -> Reading | Rejection:
        try:
            reading = self._reader.read_report(report, now=datetime.now(UTC))
            return reading if show_private else withhold_private(reading)
        except PackError:
            raise
        except Exception as error:
            log.exception("reader failed", extra={"report": report.id})
            made = report.provenance
            detail = f"{type(error).__name__}; a fault of sayso's: please report it with this input"
            return Rejection(where=made.where, reason=RejectionReason.READER_FAILED, detail=detail, line=made.line)


def _ignore(spec: str, rejection: Rejection | None) -> None:
    """Heed nothing."""


def _refuse_twice(report: Report, before: str) -> Rejection:
    """Refuse a report that was read before, and say where."""
    made = report.provenance
    is_computed = report.id == report_id(report.text)
    what = "the same text" if is_computed else f"a report with the id {report.id[:80]!r}"
    detail = f"{what} was read from {before}; it counts once"
    return Rejection(where=made.where, reason=RejectionReason.DUPLICATE_ID, detail=detail, line=made.line)
