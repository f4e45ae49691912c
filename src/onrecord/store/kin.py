"""What is on the record already of a report that comes in: a copy of it, or an older version."""

from typing import Literal

import sqlalchemy as sa

from onrecord.model import Report
from onrecord.record.copies import is_copy, sketch
from onrecord.store.rows import report_of
from onrecord.store.tables import reports, sketches

Kin = Literal["copy", "version"]

_COMPARED = 8  # known texts that share most of the sketch


def kin(connection: sa.Connection, report: Report) -> Kin | None:
    """A new version is another text at the address of a known one; a copy shares half its text."""
    if report.url is not None:
        at = sa.select(reports.c.id).where(reports.c.url == report.url, reports.c.id != report.id)
        if connection.execute(at.limit(1)).first():
            return "version"
    return "copy" if any(is_copy(report, known) for known in _alike(connection, report)) else None


def keep_sketch(connection: sa.Connection, report: Report) -> None:
    """Put the sketch of a report that is on the record beside it."""
    number = connection.execute(
        sa.select(reports.c.number).where(reports.c.id == report.id)
    ).scalar_one()
    rows = [{"band": band, "report": number} for band in sorted(sketch(report))]
    if rows:
        connection.execute(sa.insert(sketches), rows)


def sketched(connection: sa.Connection, report: Report) -> bool:
    """Whether the sketch on the record is that of the report."""
    query = (
        sa.select(sketches.c.band)
        .join(reports, reports.c.number == sketches.c.report)
        .where(reports.c.id == report.id)
    )
    return set(connection.execute(query).scalars()) == sketch(report)


def _alike(connection: sa.Connection, report: Report) -> list[Report]:
    """The known reports whose sketch has most in common with that of this one."""
    bands = sketch(report)
    if not bands:
        return []
    found = (
        sa.select(sketches.c.report, sa.func.count().label("common"))
        .join(reports, reports.c.number == sketches.c.report)
        .where(sketches.c.band.in_(bands), reports.c.id != report.id)
        .group_by(sketches.c.report)
        .order_by(sa.desc("common"), sketches.c.report)
        .limit(_COMPARED)
        .subquery()
    )
    query = sa.select(reports).join(found, found.c.report == reports.c.number)
    return [report_of(row) for row in connection.execute(query).mappings()]
