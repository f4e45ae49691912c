"""Claims with a field corrected by an analyst: the id and the evidence stay as they were read."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal

from onrecord.model import (
    Amount,
    Attribution,
    Commitment,
    Event,
    Figure,
    Kind,
    Plover,
    Ref,
    Value,
    When,
)
from onrecord.record.claims import Claim, Office

Form = Literal["name", "names", "text", "amount", "date", "choice"]

FIELDS: Mapping[Kind, Mapping[str, Form]] = {
    "event": {
        "type": "choice",
        "actor": "names",
        "recipient": "names",
        "mission": "name",
        "item": "text",
        "quantity": "amount",
        "place": "name",
        "date": "date",
        "certainty": "choice",
        "polarity": "choice",
    },
    "commitment": {
        "status": "choice",
        "party": "name",
        "mission": "name",
        "beneficiary": "name",
        "item": "text",
        "quantity": "amount",
        "date": "date",
        "certainty": "choice",
    },
    "figure": {
        "measure": "text",
        "quantity": "amount",
        "of": "text",
        "as_of": "date",
        "source": "name",
    },
    "statement": {"speaker": "name", "channel": "text"},
    "actor": {"name": "text", "kind": "choice"},
    "role": {"holder": "name", "title": "text", "of": "text", "since": "date", "until": "date"},
}
"""What can be corrected of each kind of fact, and which form its value has."""

NEEDED = frozenset(
    ("type", "status", "certainty", "polarity", "measure", "title", "holder", "name", "kind")
)
"""Fields that cannot be emptied."""

_SHARED = FIELDS["event"].keys() & FIELDS["commitment"].keys()

_FORMS: Mapping[Form, Callable[[Any], object]] = {
    "name": lambda value: Ref(name=value) if value else None,
    "names": lambda value: tuple(Ref(name=name) for name in value or ()),
    "text": lambda value: value,
    "amount": lambda value: value,
    "date": lambda value: value and When(value=value, edtf=value, span=None),
    "choice": lambda value: value,
}


def corrected(claim: Claim, field: str, value: Value) -> Claim:
    """The claim with another value in a field of `FIELDS`."""
    fact: Any = claim.fact
    made: Any = _FORMS[FIELDS[claim.kind][field]](value)
    if isinstance(fact, Figure):
        return replace(claim, fact=_figure(fact, field, value))
    if isinstance(fact, Office):
        return replace(claim, fact=_office(fact, field, value))
    if field == "type":
        return replace(claim, type=made, fact=_of_type(fact, made))
    type_ = made if field == "status" else claim.type
    return replace(claim, type=type_, fact=replace(fact, **{field: made}))


def carried(one: Claim, other: Claim, field: str, value: Value) -> tuple[str, Value] | None:
    """What a correction of one claim says of another that was read from the same event.

    A field that both have alike is corrected in both; the type of an event gives its steps their
    status, and its only actor is their party. None where it says nothing.
    """
    fact, told = one.fact, other.fact
    if field in _SHARED and getattr(fact, field) == getattr(told, field):
        return field, value
    if isinstance(fact, Event) and isinstance(told, Commitment):
        if field == "type":
            return "status", _status(str(value))
        if field == "actor" and isinstance(value, tuple) and len(value) == 1:
            return ("party", value[0]) if _is_party(told, fact) else None
    if isinstance(fact, Commitment) and isinstance(told, Event) and field == "party":
        return ("actor", (str(value),)) if _is_party(fact, told) else None
    return None


def _is_party(step: Commitment, event: Event) -> bool:
    return step.party is not None and [ref.name for ref in event.actor] == [step.party.name]


def _status(type_: str) -> str | None:
    """The status that events of that type set; None where they bind nobody."""
    from onrecord.lexicon.frames import frames

    frame = frames().get(type_)
    return frame.commitment if frame else None


def _of_type(event: Any, type_: str) -> Event:
    """The event with the codes of its new type as well."""
    from onrecord.lexicon.frames import frames

    frame = frames().get(type_)
    plover = frame and Plover(**vars(frame.plover))
    changed: Event = replace(event, type=type_, plover=plover, cameo=frame.cameo if frame else None)
    return changed


def _figure(figure: Figure, field: str, value: Any) -> Figure:
    if field == "quantity":
        amount = value or Amount(min=None, max=None, approx=False, unit=figure.unit, span=None)
        low, high = amount.min, amount.max
        return replace(figure, min=low, max=high, approx=amount.approx, unit=amount.unit)
    if field == "source":
        source = Ref(name=value) if value else None
        return replace(figure, attribution=Attribution(source=source) if source else None)
    return replace(figure, **{field: value})


def _office(office: Office, field: str, value: Any) -> Office:
    if field == "holder":
        return replace(office, holder=Ref(name=value))
    return replace(office, role=replace(office.role, **{field: value}))
