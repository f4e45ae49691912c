"""Brings a database to the schema of this version, by the packaged migrations."""

from importlib.resources import files

import sqlalchemy as sa

HEAD = "0001"
"""The newest migration, known without loading Alembic: an up-to-date record opens at once."""


class TooNewError(RuntimeError):
    """The record was made by a newer onrecord than this one."""


def bring_up(engine: sa.Engine) -> None:
    """Make or migrate the tables; does nothing where they are of this version.

    Raises `TooNewError` where the record is of a version that this one does not know.
    """
    with engine.connect() as connection:
        if _revision(connection) == HEAD:
            return
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(files("onrecord.store") / "migrations"))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise TooNewError(
                f"the record has schema {_revision(connection)}, this onrecord knows {HEAD}"
            ) from error


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None
