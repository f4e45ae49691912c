"""Reports -> the record: what `add` and `watch` have in common."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.cli.inputs import Inputs
from onrecord.intake.attempts import engine
from onrecord.model import Report

if TYPE_CHECKING:
    from onrecord.store import Records

_WORDS = {  # for one, for more
    "copy": ("copy of a known text", "copies of known texts"),
    "version": ("new version of a known one", "new versions of known ones"),
    "reread": ("read again", "read again"),
    "known": ("already known", "already known"),
    "unread": ("kept unread (not English)", "kept unread (not English)"),
}


def keep(reports: Iterable[Report], inputs: Inputs, records: "Records", done: Counter[str]) -> None:
    """Read reports and put them on the record; `done` counts what became of them."""
    from onrecord.reading import is_foreign

    by = engine()
    for reading in inputs.readings(_new(reports, records, by, done)):
        done[records.add(reading, by)] += 1
        done["unread"] += is_foreign(reading.report)


def summary(done: Counter[str], failed: int) -> str:
    """As in "12 added, 3 copies of known texts, 1 failed"; copies are on the record, too."""
    parts = [f"{done['added']} added"]
    for key, (one, many) in _WORDS.items():
        if done[key]:
            parts.append(f"{done[key]} {one if done[key] == 1 else many}")
    return ", ".join([*parts, f"{failed} failed"] if failed else parts)


def _new(
    reports: Iterable[Report], records: "Records", by: str, done: Counter[str]
) -> Iterator[Report]:
    """The reports that this version has not read yet; the others are counted as known."""
    for report in reports:
        if records.holds(report.id, by):
            done["known"] += 1
        else:
            yield report
