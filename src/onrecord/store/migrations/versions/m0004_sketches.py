"""Sketches of the reports, by which copies are found at the door."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and the sketches of what is on the record."""
    from onrecord.store.kin import keep_sketch
    from onrecord.store.rows import report_of
    from onrecord.store.tables import reports

    op.create_table(
        "sketches",
        sa.Column("band", sa.Integer, primary_key=True),
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.number"), primary_key=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sketches_report", "sketches", ["report"])
    connection = op.get_bind()
    for row in connection.execute(sa.select(reports)).mappings().all():
        keep_sketch(connection, report_of(row))
