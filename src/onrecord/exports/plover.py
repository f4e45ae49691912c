"""Events in PLOVER's own fields, JSON Lines (PLOVER manual, draft 0.8, table of record fields).

What is denied, negated or conditional did not happen and is left out, and so is what has no
PLOVER type or no date at all. What is still ahead is coded as the manual says: as AGREE or
CONCEDE. Fields of our own come last; `link` is the id of the undertaking's first step.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from onrecord import __version__
from onrecord.events.fillers import classes_of_word
from onrecord.exports.chosen import choose
from onrecord.exports.coding import scale
from onrecord.exports.coding_record import CodedEvent, CodedParty, coded_events
from onrecord.exports.coding_states import alpha3, is_alpha3
from onrecord.exports.days import days
from onrecord.exports.dyads import day_of
from onrecord.exports.locations import Location
from onrecord.exports.undertakings import Undertaking, undertakings
from onrecord.model import Amount
from onrecord.record import Record
from onrecord.record.tellings import standing
from onrecord.views.amounts import is_code
from onrecord.views.selection import EVERYTHING, Selection

_CHARS = 3  # of a code, and of each sector


def lines(record: Record, selection: Selection = EVERYTHING) -> Iterator[bytes]:
    """The lines of the file, each with its newline, in UTF-8."""
    encoder, undertaken = msgspec.json.Encoder(), undertakings(record)
    for found in coded_events(record, choose(record, selection).events):
        fields = _fields(record, found, undertaken.get(found.event.claims[0].id))
        if fields is not None:
            yield encoder.encode(fields) + b"\n"


def _fields(
    record: Record, found: CodedEvent, undertaken: Undertaking | None
) -> dict[str, Any] | None:
    event, best = found.event, found.best
    type_, first = _type(found), day_of(record, event)
    if type_ is None or first is None:
        return None
    same = type_ == best.plover
    _, last = days(event.period)
    report = record.readings[best.report].report
    known: dict[str, Any] = {
        "id": event.id,
        "date": first,
        "enddate": last if event.period and last != first else None,
        "actor": _entities(found.actors),
        "recipient": _entities(found.recipients),
        "event": type_,
        "event_loc": _location(found.location),
        "event_text": [best.trigger],
        "quad_code": quads()[type_],
        "event_scale": scale(type_, best.mode if same else None),
        "mode": [best.mode] if best.mode and same else None,
        "context": list(best.context),
        "link": undertaken.line if undertaken else None,
        "text_info": [{"sequence": 1, "start": best.start, "end": best.end}],
        "size": _size(event.quantity, _toll(found)),
        "cite_info": {
            "title": report.title,
            "publication": report.publisher,
            "url": report.url,
            "language": report.language,
            "coder": f"onrecord {__version__}",
            "codebook": "PLOVER",
            "version": "0.8",
        },
        "onrecord_type": event.type,
        "item": event.item,
        "certainty": event.certainty,
        "date_edtf": event.date.edtf if event.date else None,
        "date_is_of": "event" if event.period else "publication",
        "mission": event.mission.name if event.mission else None,
        "commitment_stage": undertaken.status if undertaken else None,
        "report": best.report,
        "reports": len({claim.report for claim in event.claims}),
        "independent": record.independent(event.claims),
    }
    return _told(known)


def _told(fields: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known, which the manual leaves out; of its own lists `actor` stays."""
    cut = {key: _told(v) if isinstance(v, dict) else v for key, v in fields.items()}
    return {
        key: v for key, v in cut.items() if key == "actor" or (v is not None and v not in ([], {}))
    }


def _type(found: CodedEvent) -> str | None:
    """The PLOVER type, if it happened or is ahead."""
    event, type_ = found.event, found.best.plover
    told = standing(event.certainty, event.polarity)
    if type_ is None or told == "denied" or event.certainty == "conditional":
        return None
    ahead: dict[str, str] = _table()["ahead"]
    return ahead.get(type_) if told == "ahead" else type_


def _entities(parties: Sequence[CodedParty]) -> list[dict[str, Any]]:
    return [
        _told({**entity(p.code), "entity_text": p.words, "entity_name": p.name}) for p in parties
    ]


def entity(code: str) -> dict[str, str | None]:
    """`code` and `sector` of an entity for a CAMEO actor code."""
    begins = (key for key in _table()["codes"] if code.startswith(key))
    family = next(begins, None)
    known = _table()["codes"][family] if family else None
    rest = code[len(family) :] if family else code
    if family is None and is_alpha3(code[:_CHARS]):
        known, rest = code[:_CHARS], code[_CHARS:]
    parts = (rest[at : at + _CHARS] for at in range(0, len(rest), _CHARS))
    told = (_table()["as"].get(part, part) for part in parts)
    return {"code": known, "sector": next((part for part in told if part in sectors()), None)}


def _location(found: Location | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "extracted_place": found.words,
        "resolved_place": found.name if found.latitude is not None else None,
        "geonameid": str(found.geonames) if found.geonames else None,
        "lat": found.latitude,
        "lon": found.longitude,
        "country_code": alpha3(found.country) or None,
    }


def _size(amount: Amount | None, toll: str | None) -> dict[str, Any] | None:
    """What is counted, or the sum of money, with its bounds: our own fields.

    The dead, injured and arrested are the manual's: the least number that is told.
    """
    if amount is None:
        return None
    known: dict[str, Any] = {"min": amount.min, "max": amount.max, "approx": amount.approx}
    if toll and _counts_people(amount):
        known = {toll: amount.min} | known
    return known | {"currency" if is_code(amount.unit) else "unit": amount.unit}


def _toll(found: CodedEvent) -> str | None:
    """Which of the manual's fields of `size` the number of such an event is."""
    told = _table()["toll"].get(found.event.type, {})
    words = told.get("words")
    return told.get("field") if words is None or found.best.trigger in words.split() else None


def _counts_people(amount: Amount) -> bool:
    """Whether it has a whole number of people: nothing else is told to be counted."""
    known = classes_of_word(amount.unit.split()[-1]) if amount.unit else {"people"}
    return isinstance(amount.min, int) and not known.isdisjoint(_table()["people"].split())


@cache
def quads() -> dict[str, int]:
    """The quad code of each of PLOVER's event types."""
    return {type_: quad for quad, types in _table()["quad"].items() for type_ in types.split()}


@cache
def sectors() -> frozenset[str]:
    """PLOVER's sectors."""
    return frozenset(_table()["sectors"].split())


@cache
def _table() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load(
        (files("onrecord.exports") / "plover.yaml").read_text("utf-8")
    )
    return told
