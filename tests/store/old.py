"""Records as earlier schemas left them."""

from importlib.resources import files

from alembic import command
from alembic.config import Config

from onrecord.store.database import database
from onrecord.store.location import record_url


def made(place, revision, *acts):
    """A record of that schema, with what the statements put there."""
    url = record_url(place)
    engine = database(url).connect(url)
    config = Config()
    config.set_main_option("script_location", str(files("onrecord.store") / "migrations"))
    config.set_main_option("path_separator", "os")
    with engine.execution_options(writing=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        for act, terms in acts:
            connection.exec_driver_sql(act, terms)
    engine.dispose()
