"""The record of a store as it is now, for those who ask again and again."""

from threading import Lock
from typing import TYPE_CHECKING

from onrecord.record import Record, fold
from onrecord.record.memory import Memory
from onrecord.store.records import Records

if TYPE_CHECKING:
    from onrecord.model import Reading

_FEW = 200  # readings that are asked for one by one


class Current:
    """Folds the record of a store, and again only what has changed since. Threads may share it."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self._memory = Memory()
        self._marks: dict[str, str] = {}
        self._readings: dict[str, Reading] = {}
        self._lock = Lock()

    def record(self) -> Record:
        """What all readings and decisions come to now, as `fold` makes it of them."""
        with self._lock:
            self._read()
            return fold(self._readings.values(), self.records.decisions(), self._memory)

    def _read(self) -> None:
        """Take up the readings that are new, or by another engine than before."""
        marks = self.records.marks()
        new = [report for report, mark in marks.items() if self._marks.get(report) != mark]
        few = len(new) <= _FEW
        found = map(self.records.reading, new) if few else self.records.readings()
        read = self._readings | {reading.report.id: reading for reading in found}
        self._readings = {report: read[report] for report in marks if report in read}
        self._marks = marks
