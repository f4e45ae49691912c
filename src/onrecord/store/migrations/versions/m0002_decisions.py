"""Decisions, and where what is known of a report was declared."""

import sqlalchemy as sa
from alembic import op

from onrecord.store.words import Words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of decisions, which only grows; a column for what reports declare."""
    op.add_column(
        "reports", sa.Column("declared", Words, nullable=False, server_default=sa.text("'[]'"))
    )
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", Words, nullable=False, unique=True),
        sa.Column("time", Words, nullable=False),
        sa.Column("undoes", Words, sa.ForeignKey("decisions.id")),
        sa.Column("body", Words, nullable=False),
        sqlite_strict=True,
    )
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER decisions_no_{act.lower()} BEFORE {act} ON decisions "
                "BEGIN SELECT RAISE(ABORT, 'decisions are kept for ever'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION onrecord_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE integrity_constraint_violation USING MESSAGE = 'decisions are kept for ever'; "
        "END $$"
    )
    for act in ("UPDATE", "DELETE", "TRUNCATE"):
        op.execute(
            f"CREATE TRIGGER decisions_no_{act.lower()} BEFORE {act} ON decisions "
            "FOR EACH STATEMENT EXECUTE FUNCTION onrecord_kept()"
        )
