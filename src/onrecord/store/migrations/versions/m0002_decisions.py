"""Decisions, and where what is known of a report was declared."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of decisions, which only grows; a column for what reports declare."""
    op.add_column(
        "reports", sa.Column("declared", sa.Text, nullable=False, server_default=sa.text("'[]'"))
    )
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("time", sa.Text, nullable=False),
        sa.Column("undoes", sa.Text, sa.ForeignKey("decisions.id")),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER decisions_no_{act.lower()} BEFORE {act} ON decisions "
            "BEGIN SELECT RAISE(ABORT, 'decisions are kept for ever'); END"
        )
