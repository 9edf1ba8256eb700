"""The hall: opens the rooms from Settings and runs them in order.

Library and command line both come in here; no view opens a room by itself.
"""

import logging
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from sayso import __version__
from sayso.atlas import Gazetteer, Notify, open_gazetteer
from sayso.errors import PackError, SaysoError
from sayso.intake import open_reports
from sayso.reading import Reader
from sayso.settings import Settings
from sayso.vocabulary import Reading, Rejection, RejectionReason, Report, withhold_private

log = logging.getLogger(__name__)


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
        self._reader = Reader.open(
            version=__version__,
            pack=self._settings.pack,
            threads=self._settings.threads,
            gazetteer=self._open_gazetteer(notify),
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
