"""Whether the record is sound: nothing half there, every word where it is said to be."""

from collections.abc import Iterator
from textwrap import shorten
from typing import Any

import msgspec
import sqlalchemy as sa

from onrecord.model import Decision, Report
from onrecord.store.database import Database
from onrecord.store.kin import keep_sketch, sketched
from onrecord.store.rows import claim_rows, reading_of, report_of
from onrecord.store.tables import claims, decisions, readings, reports, sketches

_INDEXED = ("reports", "claims")
_MEND = "onrecord check --mend makes it anew"
_FIELDS = ("report", "kind", "type", "start", "end")
_LONGEST = 120  # letters of what a database says, which may quote what it cannot read


def faults(database: Database, connection: sa.Connection) -> Iterator[str]:
    """One line for each fault. `connection` is a writer's, so that nothing moves meanwhile."""
    try:
        yield from _faults(database, connection)
    except sa.exc.DBAPIError as error:  # damage that only shows where it is read
        yield f"database: {shorten(str(error.orig), _LONGEST)}"


def _faults(database: Database, connection: sa.Connection) -> Iterator[str]:
    broken = list(database.unsound(connection))
    yield from (f"database: {line}" for line in broken)
    if broken:  # what else would be found follows from it
        return
    yield from _orphans(connection)
    query = sa.select(reports.c.id).order_by(reports.c.id)
    for report in connection.execute(query).scalars().all():
        yield from _report(connection, report)
    yield from _decisions(connection)
    for table in _INDEXED:
        if database.drifted(connection, table):
            yield f"index: the words of {table} are not those on the record; {_MEND}"


def mend(database: Database, connection: sa.Connection) -> None:
    """Make anew what follows from reports and readings: sketches, claims, the indices of words."""
    for table in _INDEXED:  # first, because claims cannot leave an index that is broken
        database.reindex(connection, table)
    connection.execute(sa.delete(sketches))
    readable = sa.select(reports, readings.c.body).join(readings).order_by(reports.c.id)
    for row in connection.execute(readable).mappings().all():
        try:
            keep_sketch(connection, report_of(row))
            rows = claim_rows(reading_of(row))
        except msgspec.DecodeError:
            continue  # a fault that stays, and is told
        connection.execute(sa.delete(claims).where(claims.c.report == row["id"]))
        if rows:
            connection.execute(sa.insert(claims), rows)


def _orphans(connection: sa.Connection) -> Iterator[str]:
    for table, owner in ((readings, reports), (claims, readings)):
        key = owner.primary_key.columns[0]
        lone = sa.select(table.c.report).distinct().where(table.c.report.not_in(sa.select(key)))
        for report in connection.execute(lone.order_by(table.c.report)).scalars():
            kept, missing = table.name, owner.name.removesuffix("s")
            yield f"report {_short(report)}: {kept} without a {missing}"


def _report(connection: sa.Connection, report: str) -> Iterator[str]:
    """What is wrong with one report, its reading, and its claims."""
    query = sa.select(reports, readings.c.body).outerjoin(readings).where(reports.c.id == report)
    row = connection.execute(query).mappings().one()
    at = f"report {_short(report)}"
    try:
        found = report_of(row)
    except msgspec.DecodeError as error:
        yield f"{at}: its blocks cannot be read: {error}"
        return
    if _content_id(found) != report:
        yield f"{at}: its content is not what its id is the hash of"
    if not sketched(connection, found):
        yield f"{at}: the sketch that finds its copies is not that of its text; {_MEND}"
    if row["body"] is None:
        yield f"{at}: no reading"
        return
    try:
        expected = {claim["id"]: claim for claim in claim_rows(reading_of(row))}
    except msgspec.DecodeError as error:
        yield f"{at}: its reading cannot be read: {error}"
        return
    yield from (f"{at}: {line}" for line in _claims(connection, found, expected))


def _claims(
    connection: sa.Connection, report: Report, expected: dict[str, dict[str, Any]]
) -> Iterator[str]:
    query = sa.select(claims).where(claims.c.report == report.id).order_by(claims.c.id)
    kept = {row["id"]: row for row in connection.execute(query).mappings()}
    for key in sorted(expected.keys() - kept.keys()):
        yield f"claim {key} is missing; {_MEND}"
    for key, row in kept.items():
        if row["quote"] != report.text[row["start"] : row["end"]]:
            where = f"{row['start']} to {row['end']}"
            yield f"claim {key}: its quotation is not what stands at {where}; {_MEND}"
        elif key not in expected:
            yield f"claim {key} is not in the reading; {_MEND}"
        elif any(row[name] != expected[key][name] for name in _FIELDS):
            yield f"claim {key} is not as it is in the reading; {_MEND}"


def _decisions(connection: sa.Connection) -> Iterator[str]:
    known = set(connection.execute(sa.select(reports.c.id)).scalars())
    rows = connection.execute(sa.select(decisions).order_by(decisions.c.number)).mappings().all()
    before: set[str] = set()
    for row in rows:
        at = f"decision {row['id']}"
        try:
            decision = msgspec.json.decode(row["body"], type=Decision)
        except msgspec.DecodeError as error:
            yield f"{at} cannot be read: {error}"
            continue
        told = (decision.id, decision.time, decision.undoes)
        if told != (row["id"], row["time"], row["undoes"]):
            yield f"{at} is not what its row says"
        if decision.undoes is not None and decision.undoes not in before:
            yield f"{at} undoes {decision.undoes}, which is not on the record"
        before.add(row["id"])
        targets = {target.report for target in (*decision.targets, *decision.apart)}
        for report in sorted(targets - known):
            yield f"{at} is about report {_short(report)}, which is not on the record"


def _content_id(report: Report) -> str:
    from onrecord.documents.identity import content_id

    return content_id(report)


def _short(report: str) -> str:
    return report[:12]
