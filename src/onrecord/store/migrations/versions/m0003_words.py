"""An index of the words of reports and claims that the database itself keeps."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TABLES = {"reports": ("title", "text"), "claims": ("quote",)}


def upgrade() -> None:
    """Number the rows, and index their words in the transaction that writes them."""
    op.execute("DROP TABLE claim_words")
    for table, columns in _TABLES.items():
        op.execute(f"ALTER TABLE {table} ADD COLUMN number INTEGER")
        op.execute(
            f"UPDATE {table} SET number = counted.number FROM "  # noqa: S608
            f"(SELECT id, row_number() OVER (ORDER BY id) AS number FROM {table}) AS counted "
            f"WHERE counted.id = {table}.id"
        )
        op.execute(f"CREATE UNIQUE INDEX {table}_by_number ON {table} (number)")
        _index(table, columns)


def _index(table: str, columns: tuple[str, ...]) -> None:
    """A full-text index without a copy of the texts; triggers keep it."""
    words, names = f"{table.removesuffix('s')}_words", ", ".join(columns)
    op.execute(
        f"CREATE VIRTUAL TABLE {words} USING fts5({names}, content = '{table}', "
        "content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2')"
    )
    old, new = (", ".join(f"{row}.{column}" for column in columns) for row in ("old", "new"))
    op.execute(
        f"CREATE TRIGGER {words}_come AFTER INSERT ON {table} BEGIN "  # noqa: S608
        f"INSERT INTO {words} (rowid, {names}) VALUES (new.number, {new}); END"
    )
    op.execute(
        f"CREATE TRIGGER {words}_go AFTER DELETE ON {table} BEGIN "  # noqa: S608
        f"INSERT INTO {words} ({words}, rowid, {names}) VALUES ('delete', old.number, {old}); END"
    )
    op.execute(f"INSERT INTO {words} ({words}) VALUES ('rebuild')")  # noqa: S608
