"""Brings a database to the schema of this version, by the packaged migrations."""

from importlib.resources import files

import sqlalchemy as sa

from onrecord.store.database import database

HEAD = "0005"
"""The newest migration, known without loading Alembic: an up-to-date record opens at once."""


class TooNewError(RuntimeError):
    """The record was made by a newer onrecord than this one."""


class NoRecordError(RuntimeError):
    """The file is something else than a record of onrecord."""


def bring_up(engine: sa.Engine) -> None:
    """Make or migrate the tables; does nothing where they are of this version.

    Raises `TooNewError` where the record is of a version that this one does not know,
    `NoRecordError` where the file is no SQLite database, or a database of something else, and
    `OSError` where it cannot be opened.
    """
    try:
        with engine.connect() as connection:
            revision = _revision(connection)
    except sa.exc.DatabaseError as error:
        raise _told(error, engine) from error
    if revision != HEAD:
        _migrate(engine.execution_options(writing=True))


def _told(error: sa.exc.DatabaseError, engine: sa.Engine) -> NoRecordError | OSError:
    if database(engine.url).is_foreign(error):
        return NoRecordError(f"{engine.url.database} is no SQLite database")
    return OSError(f"{engine.url.database}: {error.orig}")


def _migrate(engine: sa.Engine) -> None:
    """Bring up the schema in one transaction, unless another process was quicker."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(files("onrecord.store") / "migrations"))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        revision = _revision(connection)
        if revision == HEAD:
            return
        if revision is None and sa.inspect(connection).get_table_names():
            raise NoRecordError(f"{engine.url.database} is a database of something else")
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise TooNewError(
                f"the record has schema {revision}, this onrecord knows {HEAD}: update onrecord"
            ) from error


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None
