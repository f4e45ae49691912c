"""An index of the words of reports and claims that the database itself keeps."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TABLES = {"reports": ("title", "text"), "claims": ("quote",)}


def upgrade() -> None:
    """Number the rows, and index their words in the transaction that writes them."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE claim_words")
        index = _index
    else:
        _words()
        index = _column
    for table, columns in _TABLES.items():
        op.execute(f"ALTER TABLE {table} ADD COLUMN number INTEGER")
        op.execute(
            f"UPDATE {table} SET number = counted.number FROM "  # noqa: S608
            f"(SELECT id, row_number() OVER (ORDER BY id) AS number FROM {table}) AS counted "
            f"WHERE counted.id = {table}.id"
        )
        op.execute(f"CREATE UNIQUE INDEX {table}_by_number ON {table} (number)")
        index(table, columns)


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


def _words() -> None:
    """What words are in PostgreSQL: letters and digits, without case, accents and endings.

    The functions name the schema that they are in: a restored dump has none to look in.
    """
    schema = op.get_bind().exec_driver_sql("SELECT quote_ident(current_schema())").scalar_one()
    op.execute(
        f"CREATE TEXT SEARCH DICTIONARY {schema}.onrecord (TEMPLATE = snowball, Language = english)"
    )
    op.execute(f"CREATE TEXT SEARCH CONFIGURATION {schema}.onrecord (COPY = simple)")
    op.execute(
        f"ALTER TEXT SEARCH CONFIGURATION {schema}.onrecord "
        f"ALTER MAPPING FOR asciiword, word, numword WITH {schema}.onrecord"
    )
    op.execute(
        f"CREATE FUNCTION {schema}.onrecord_plain(content text) RETURNS text "
        "LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN regexp_replace(regexp_replace("
        r"normalize(content, NFKD), '[\u0300-\u036f]+', '', 'g'), "
        r"'[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f]+', ' ', 'g')"
    )
    words = f"to_tsvector('{schema}.onrecord', {schema}.onrecord_plain({{}}))"
    op.execute(
        f"CREATE FUNCTION {schema}.onrecord_words(content text) RETURNS tsvector "
        "LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$ "
        f"BEGIN RETURN {words.format('content')}; "
        "EXCEPTION WHEN program_limit_exceeded THEN "  # more different words than a row may have
        f"RETURN {words.format('left(content, 200000)')}; END $$"
    )


def _column(table: str, columns: tuple[str, ...]) -> None:
    """A column of words that the database generates, with an index."""
    content = " || ' ' || ".join(f"coalesce({column}, '')" for column in columns)
    op.execute(
        f"ALTER TABLE {table} ADD COLUMN words tsvector "
        f"GENERATED ALWAYS AS (onrecord_words({content})) STORED"
    )
    op.execute(f"CREATE INDEX {table}_words ON {table} USING gin (words)")
