"""Events as PETRARCH writes them: tab-separated, a line for each pair of source and target.

Columns: date (YYYYMMDD), source, target, CAMEO code, issues, sentence, publication, text of the
source, text of the target, the words of the action (PETRARCH2, PETRwriter). There are only events
that happened; one without a date has the day of its first report. Sentences are named by the id
of the report and their place in its text; issues stay empty.
"""

from collections.abc import Iterator

from onrecord.exports.cells import plain_cell
from onrecord.exports.chosen import choose
from onrecord.exports.dyads import dyads
from onrecord.record import Record
from onrecord.views.selection import EVERYTHING, Selection


def lines(record: Record, selection: Selection = EVERYTHING) -> Iterator[bytes]:
    """The lines of the file, each with its newline, in UTF-8."""
    for pair in dyads(record, choose(record, selection).events):
        best = pair.found.best
        cells = (
            pair.date.replace("-", ""),
            pair.source.code,
            pair.target.code,
            best.cameo,
            "",
            f"{best.report}_{best.start}_{best.end}",
            record.readings[best.report].report.publisher,
            pair.source.words,
            pair.target.words,
            best.trigger,
        )
        yield "\t".join(map(plain_cell, cells)).encode() + b"\n"
