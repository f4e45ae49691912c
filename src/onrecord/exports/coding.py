"""Events as event coders write them: source, action, target, one row for each event."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache

import msgspec

from onrecord.exports.coding_actors import actor_code, code_of_name, unknown
from onrecord.exports.coding_states import alpha3, state_named
from onrecord.exports.visible import visible
from onrecord.lexicon import table
from onrecord.model import Actor, Event, Place, Reading, Ref, Span

_FORMULA = ("=", "+", "-", "@")  # what a spreadsheet would take for a formula
_CODES = ("source", "target", "goldstein", "scale")  # columns that may begin so


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """An event as a row.

    `source` and `target` are CAMEO actor codes ("---" for nobody that can be told), `*_text` the
    words that name them. `date` is EDTF, `cameo` an event code with its two-digit `root`, `quad`
    the class of the root (1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4
    material conflict), `goldstein` the score of the code, `scale` PLOVER's score of its type.
    `happened` says that the report tells of it as done, by its own word or another's. `country`
    is the place's, ISO 3166-1 alpha-3. `start` and `end` are the sentence's code points.
    """

    report: str
    source_id: str | None
    event: str
    published: str | None
    date: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    cameo: str | None
    root: str | None
    quad: int | None
    goldstein: float | None
    plover: str | None
    mode: str | None
    context: tuple[str, ...]
    scale: float | None
    certainty: str
    polarity: str
    happened: bool
    trigger: str
    source_text: tuple[str, ...]
    target_text: tuple[str, ...]
    place: str | None
    country: str | None
    start: int
    end: int
    sentence: str


@dataclass(frozen=True)
class _Known:
    """What the refs of a reading point to."""

    text: str
    actors: dict[str, Actor]
    places: dict[Span, Place]


def coded(reading: Reading) -> Iterator[Coded]:
    """The events of a report as rows, in text order."""
    known = _known(reading)
    return (_row(reading, event, known) for event in reading.events)


def coded_one(reading: Reading, event: str) -> Coded:
    """The event of that id as a row. Raises `LookupError` where the reading has none."""
    found = {each.id: each for each in reading.events}[event]
    return _row(reading, found, _known(reading))


def _known(reading: Reading) -> _Known:
    return _Known(
        reading.report.text,
        {actor.id: actor for actor in reading.actors},
        {place.span: place for place in reading.places},
    )


def _row(reading: Reading, event: Event, known: _Known) -> Coded:
    report, plover = reading.report, event.plover
    root = event.cameo[:2] if event.cameo else None
    return Coded(
        report=report.id,
        source_id=report.source_id,
        event=event.id,
        published=report.published,
        date=event.date.edtf if event.date else None,
        source=_codes(event.actor, known),
        target=_codes(event.recipient, known),
        cameo=event.cameo,
        root=root,
        quad=_quads().get(root or ""),
        goldstein=_goldstein(event.cameo or ""),
        plover=plover.type if plover else None,
        mode=plover.mode if plover else None,
        context=plover.context if plover else (),
        scale=scale(plover.type, plover.mode) if plover else None,
        certainty=event.certainty,
        polarity=event.polarity,
        happened=happened(event),
        trigger=event.trigger.of(report.text),
        source_text=_texts(event.actor, known),
        target_text=_texts(event.recipient, known),
        place=event.place.name if event.place else None,
        country=_country(event.place, known) if event.place else None,
        start=event.sentence.start,
        end=event.sentence.end,
        sentence=event.sentence.of(report.text),
    )


def happened(event: Event) -> bool:
    """Whether the event is told as done: stated, alleged or estimated, and not negated.

    What is expected, conditional or denied is not.
    """
    done = table("cameo")["happened"].split()
    return event.certainty in done and event.polarity == "positive"


def _codes(refs: Iterable[Ref], known: _Known) -> tuple[str, ...]:
    """The code of each party, each once."""
    return tuple(dict.fromkeys(_code(ref, known) for ref in refs)) or (unknown(),)


def _code(ref: Ref, known: _Known) -> str:
    actor = known.actors.get(ref.actor or "")
    return actor_code(actor, _says(ref, known)) if actor else code_of_name(ref.name)


def _texts(refs: Iterable[Ref], known: _Known) -> tuple[str, ...]:
    return tuple(_says(ref, known) or ref.name for ref in refs)


def _says(ref: Ref, known: _Known) -> str:
    return ref.span.of(known.text) if ref.span else ""


def _country(ref: Ref, known: _Known) -> str | None:
    place = known.places.get(ref.span) if ref.span else None
    actor = known.actors.get(ref.actor or "")
    code = place.country if place else actor.country if actor else None
    return alpha3(code) or state_named(ref.name) or None


@cache
def _quads() -> dict[str, int]:
    return {
        root: number for number, roots in table("cameo")["quad"].items() for root in roots.split()
    }


@cache
def _scores() -> dict[str, float]:
    found = table("cameo")["goldstein"].items()
    return {code: float(score) for score, codes in found for code in codes.split()}


def _goldstein(cameo: str) -> float | None:
    """The score of the longest known code that this one begins with."""
    beginnings = (cameo[:length] for length in range(len(cameo), 1, -1))
    return next((_scores()[code] for code in beginnings if code in _scores()), None)


def scale(type_: str, mode: str | None) -> float | None:
    """PLOVER's score of an event type, or of its mode where that has its own."""
    scores: dict[str, float] = table("cameo")["scale"]
    return scores.get(f"{type_} {mode}", scores.get(type_))


def jsonl(row: Coded) -> bytes:
    """A row as a line of JSON, texts as they stand in the report."""
    return msgspec.json.encode(row) + b"\n"


def tsv_head() -> bytes:
    """The line with the names of the columns."""
    return ("\t".join(field.name for field in fields(Coded)) + "\n").encode()


def tsv(row: Coded) -> bytes:
    """A row as tab-separated values; several in one field are parted by semicolons.

    White space of any kind is a space and control characters are their code points, so that no
    field breaks its row; an apostrophe goes before what a spreadsheet would take for a formula.
    """
    cells = (_cell(field.name, getattr(row, field.name)) for field in fields(Coded))
    return ("\t".join(cells) + "\n").encode()


def _cell(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = visible(";".join(value) if isinstance(value, tuple) else str(value))
    return f"'{text}" if name not in _CODES and text.startswith(_FORMULA) else text
