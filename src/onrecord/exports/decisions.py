"""What analysts decided, JSON Lines: one decision on each, in order of time, those undone included.

`onrecord import` puts them on another record. A decision points to a report by the hash of its
content and to places in its text, so that it means the same on every record with that report.
"""

from collections.abc import Iterator

import msgspec

from onrecord.exports.chosen import choose
from onrecord.record import Record
from onrecord.views.selection import EVERYTHING, Selection


def lines(record: Record, selection: Selection = EVERYTHING) -> Iterator[bytes]:
    """The lines of the file, each with its newline, in UTF-8."""
    encoder, rulings = msgspec.json.Encoder(), record.rulings
    wanted = rulings.history
    if selection != EVERYTHING:
        known = {claim.id for claims in choose(record, selection).facts() for claim in claims}
        wanted = tuple(d for d in wanted if known.intersection(rulings.claims_of(d)))
    return (encoder.encode(decision) + b"\n" for decision in wanted)
