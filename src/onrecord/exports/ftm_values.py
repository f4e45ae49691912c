"""Ids, dates and sums as FollowTheMoney has them."""

import hashlib
import re
from collections.abc import Iterator

from onrecord.exports.days import days
from onrecord.model import When
from onrecord.record import Happening, Party
from onrecord.record.periods import Period, period
from onrecord.record.tellings import standing
from onrecord.views.amounts import is_code

_PREFIX = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")


def entity_id(kind: str, key: str) -> str:
    """The id of an entity: the same as long as the key is."""
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return f"onrecord-{kind}-{digest[:20]}"


def prefix(edtf: str | None) -> str | None:
    """A date that is a year, a month or a day; others by their first day."""
    if edtf and _PREFIX.fullmatch(edtf):
        return edtf
    first, last = days(period(edtf))
    return first or last


def dates(date: When | None, when: Period | None) -> Iterator[tuple[str, str]]:
    """The properties of an interval: `date` where it is one of FtM's own, else both its ends."""
    edtf = date.edtf if date else None
    if edtf and _PREFIX.fullmatch(edtf):
        yield "date", edtf
        return
    for prop, day in zip(("startDate", "endDate"), days(when), strict=True):
        if day:
            yield prop, day


def payment(event: Happening) -> tuple[Party, Party, str, str] | None:
    """Payer, beneficiary, sum and currency of money that was given; None for other events."""
    amount = event.quantity
    given = standing(event.certainty, event.polarity) == "done" and event.type == "FUND"
    if not given or amount is None or amount.unit is None or not is_code(amount.unit):
        return None
    if len(event.actors) != 1 or len(event.recipients) != 1 or amount.min != amount.max:
        return None
    return event.actors[0], event.recipients[0], str(amount.min), amount.unit
