"""Reports, readings, claims."""

import sqlalchemy as sa
from alembic import op

from onrecord.store.words import Words

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables, and the index of words over claims."""
    op.create_table(
        "reports",
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
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "readings",
        sa.Column("report", Words, sa.ForeignKey("reports.id"), primary_key=True),
        sa.Column("engine", Words, nullable=False),
        sa.Column("body", Words, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claims",
        sa.Column("id", Words, primary_key=True),
        sa.Column("report", Words, sa.ForeignKey("readings.report"), nullable=False, index=True),
        sa.Column("kind", Words, nullable=False),
        sa.Column("type", Words, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("quote", Words, nullable=False),
        sa.Index("claims_by_kind", "kind", "type"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name != "sqlite":  # there only since the third schema
        return
    op.execute(
        "CREATE VIRTUAL TABLE claim_words USING fts5("
        "quote, claim UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2')"
    )
