"""The tables of the record."""

import sqlalchemy as sa

from onrecord.store.words import Words

metadata = sa.MetaData()


def _numbered(table: str) -> sa.Column[int]:
    """The next number of a table, by which the index of words knows the row."""
    last = sa.text(f"(SELECT coalesce(max(number), 0) + 1 FROM {table})")  # noqa: S608
    return sa.Column("number", sa.Integer, unique=True, default=last)


reports = sa.Table(
    "reports",
    metadata,
    sa.Column("id", Words, primary_key=True),
    sa.Column("source_id", Words),
    sa.Column("path", Words),
    sa.Column("title", Words),
    sa.Column("publisher", Words),
    sa.Column("url", Words),
    sa.Column("published", Words, index=True),
    sa.Column("language", Words),
    sa.Column("text", Words, nullable=False),
    sa.Column("blocks", Words, nullable=False),
    sa.Column("declared", Words, nullable=False, server_default=sa.text("'[]'")),
    _numbered("reports"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Reports, immutable, each text once. `blocks` and `declared` are JSON; `published` an ISO date."""

readings = sa.Table(
    "readings",
    metadata,
    sa.Column("report", Words, sa.ForeignKey("reports.id"), primary_key=True),
    sa.Column("engine", Words, nullable=False),
    sa.Column("body", Words, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""The latest reading of each report: JSON as on the wire, with the report's text left out."""

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("id", Words, primary_key=True),
    sa.Column("report", Words, sa.ForeignKey("reports.id"), nullable=False, index=True),
    sa.Column("kind", Words, nullable=False),
    sa.Column("type", Words, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("quote", Words, nullable=False),
    _numbered("claims"),
    sa.Index("claims_by_kind", "kind", "type"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""What each report says: the claim's place and its words. Follows from the readings."""

sketches = sa.Table(
    "sketches",
    metadata,
    sa.Column("band", sa.Integer, primary_key=True),
    sa.Column("report", sa.Integer, sa.ForeignKey("reports.number"), primary_key=True, index=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""By which copies are found: the numbers of `record.copies.sketch`. Follows from the reports."""

decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", Words, nullable=False, unique=True),
    sa.Column("time", Words, nullable=False),
    sa.Column("undoes", Words, sa.ForeignKey("decisions.id")),
    sa.Column("body", Words, nullable=False),
    sqlite_strict=True,
)
"""What analysts decided, numbered from 1 as it came in; `body` is JSON. Nothing is ever changed or
taken away: triggers see to that."""
