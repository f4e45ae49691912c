"""What a record holds, in numbers that change whenever it does."""

from typing import NamedTuple

import sqlalchemy as sa

from onrecord.store.tables import decisions, readings, reports


class State(NamedTuple):
    """How many reports each engine has read, and how many decisions there are.

    Reports and decisions are only ever added, and a report is read again only by another engine:
    two equal states of one database are the same record.
    """

    readings: tuple[tuple[str, int], ...]
    decisions: int


def state(connection: sa.Connection, as_of: str | None = None) -> State:
    """The state of a record; with `as_of` (ISO date) of what was known until that day."""
    read = sa.select(readings.c.engine, sa.func.count()).group_by(readings.c.engine)
    made = sa.select(sa.func.count()).select_from(decisions)
    if as_of is not None:
        read = read.join(reports).where(reports.c.published <= as_of)
        made = made.where(sa.func.substr(decisions.c.time, 1, len(as_of)) <= as_of)
    counted = sorted((str(engine), int(number)) for engine, number in connection.execute(read))
    return State(tuple(counted), connection.execute(made).scalar_one())
