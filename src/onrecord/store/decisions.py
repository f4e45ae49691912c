"""The decisions in the database: they are added and asked for, never changed."""

from typing import Any

import msgspec
import sqlalchemy as sa

from onrecord.model import Decision, Span
from onrecord.store.tables import decisions

_decode = msgspec.json.Decoder(Decision).decode


class OvertakenError(RuntimeError):
    """Somebody has decided on the same thing since it was looked at; `by` has what they said."""

    def __init__(self, by: tuple[Decision, ...]) -> None:
        super().__init__(f"{by[-1].author} has decided on this in the meantime")
        self.by = by


def put(connection: sa.Connection, decision: Decision, seen: int | None) -> bool:
    """Add a decision; False where it is there already. As `Records.decide`."""
    if not decision.targets:
        raise ValueError("a decision has to be about something")
    ids = sa.select(decisions.c.number).where(decisions.c.id == decision.id)
    if connection.execute(ids).scalar() is not None:
        return False
    if decision.undoes is not None:
        times = sa.select(decisions.c.time).where(decisions.c.id == decision.undoes)
        made = connection.execute(times).scalar()
        if made is None or made >= decision.time:
            raise ValueError(f"no earlier decision {decision.undoes} to undo")
    if seen is not None and (since := _since(connection, decision, seen)):
        raise OvertakenError(since)
    connection.execute(sa.insert(decisions), _row(decision))
    return True


def listed(connection: sa.Connection, as_of: str | None) -> tuple[Decision, ...]:
    """All decisions as they came in; with `as_of` (ISO date) those made until that day's end."""
    query = sa.select(decisions.c.body).order_by(decisions.c.number)
    if as_of is not None:
        query = query.where(sa.func.substr(decisions.c.time, 1, len(as_of)) <= as_of)
    return _decoded(connection, query)


def _since(connection: sa.Connection, decision: Decision, seen: int) -> tuple[Decision, ...]:
    """What was decided on the same words after the first `seen` decisions."""
    query = sa.select(decisions.c.body).order_by(decisions.c.number).offset(seen)
    places = _places(decision)
    return tuple(other for other in _decoded(connection, query) if places & _places(other))


def _decoded(connection: sa.Connection, query: sa.Select[Any]) -> tuple[Decision, ...]:
    return tuple(_decode(body) for body in connection.execute(query).scalars())


def _places(decision: Decision) -> set[tuple[str, Span]]:
    return {(target.report, target.span) for target in (*decision.targets, *decision.apart)}


def _row(decision: Decision) -> dict[str, Any]:
    return {
        "id": decision.id,
        "time": decision.time,
        "undoes": decision.undoes,
        "body": msgspec.json.encode(decision).decode(),
    }
