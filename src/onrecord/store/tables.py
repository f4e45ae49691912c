"""The tables of the record."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TEXT

metadata = sa.MetaData()

_words = sa.Text().with_variant(TEXT(collation="C"), "postgresql")  # ordered by code point


def _numbered(table: str) -> sa.Column[int]:
    """The next number of a table, by which the index of words knows the row."""
    last = sa.text(f"(SELECT coalesce(max(number), 0) + 1 FROM {table})")  # noqa: S608
    return sa.Column("number", sa.Integer, unique=True, default=last)


reports = sa.Table(
    "reports",
    metadata,
    sa.Column("id", _words, primary_key=True),
    sa.Column("source_id", _words),
    sa.Column("path", _words),
    sa.Column("title", _words),
    sa.Column("publisher", _words),
    sa.Column("url", _words),
    sa.Column("published", _words, index=True),
    sa.Column("language", _words),
    sa.Column("text", _words, nullable=False),
    sa.Column("blocks", _words, nullable=False),
    sa.Column("declared", _words, nullable=False, server_default=sa.text("'[]'")),
    _numbered("reports"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Reports, immutable, each text once. `blocks` and `declared` are JSON; `published` an ISO date."""

readings = sa.Table(
    "readings",
    metadata,
    sa.Column("report", _words, sa.ForeignKey("reports.id"), primary_key=True),
    sa.Column("engine", _words, nullable=False),
    sa.Column("body", _words, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""The latest reading of each report: JSON as on the wire, with the report's text left out."""

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("id", _words, primary_key=True),
    sa.Column("report", _words, sa.ForeignKey("readings.report"), nullable=False, index=True),
    sa.Column("kind", _words, nullable=False),
    sa.Column("type", _words, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("quote", _words, nullable=False),
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
    sa.Column("id", _words, nullable=False, unique=True),
    sa.Column("time", _words, nullable=False),
    sa.Column("undoes", _words, sa.ForeignKey("decisions.id")),
    sa.Column("body", _words, nullable=False),
    sqlite_strict=True,
)
"""What analysts decided, numbered from 1 as it came in; `body` is JSON. Nothing is ever changed or
taken away: triggers see to that."""
