"""The tables of the record."""

import sqlalchemy as sa

metadata = sa.MetaData()

reports = sa.Table(
    "reports",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("source_id", sa.Text),
    sa.Column("path", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("publisher", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("published", sa.Text, index=True),
    sa.Column("language", sa.Text),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("blocks", sa.Text, nullable=False),
    sa.Column("declared", sa.Text, nullable=False, server_default=sa.text("'[]'")),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Reports, immutable, each text once. `blocks` and `declared` are JSON; `published` an ISO date."""

readings = sa.Table(
    "readings",
    metadata,
    sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), primary_key=True),
    sa.Column("engine", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""The latest reading of each report: JSON as on the wire, with the report's text left out."""

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("report", sa.Text, sa.ForeignKey("readings.report"), nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("quote", sa.Text, nullable=False),
    sa.Index("claims_by_kind", "kind", "type"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""What each report says: the claim's place and its words. Follows from the readings."""

decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("time", sa.Text, nullable=False),
    sa.Column("undoes", sa.Text, sa.ForeignKey("decisions.id")),
    sa.Column("body", sa.Text, nullable=False),
    sqlite_strict=True,
)
"""What analysts decided, numbered from 1 as it came in; `body` is JSON. Nothing is ever changed or
taken away: triggers see to that."""
