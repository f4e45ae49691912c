"""A record's database as it is, behind the record's back."""

import sqlalchemy as sa

from onrecord.store.database import database
from onrecord.store.location import record_url


def spoil(place, *acts):
    """Change it."""
    url = record_url(place)
    engine = database(url).connect(url).execution_options(writing=True)
    try:
        with engine.begin() as connection:
            for act in acts:
                connection.exec_driver_sql(act)
    finally:
        engine.dispose()


def breaking(place, table, condition="true"):
    """From now on nothing that fits the condition can be put into the table."""
    raising = "RAISE integrity_constraint_violation USING MESSAGE = 'disk on fire'"
    if "://" not in place:
        spoil(
            place,
            f"CREATE TRIGGER fault BEFORE INSERT ON {table} WHEN {condition} "
            "BEGIN SELECT RAISE(ABORT, 'disk on fire'); END",
        )
        return
    spoil(
        place,
        "CREATE OR REPLACE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {raising}; END $$",
        f"CREATE TRIGGER fault BEFORE INSERT ON {table} FOR EACH ROW WHEN ({condition}) "
        "EXECUTE FUNCTION fault()",
    )


def healed(place, table):
    """Undo `breaking`."""
    spoil(place, f"DROP TRIGGER fault{'' if '://' not in place else f' ON {table}'}")


def rows(place, query):
    """What a query says."""
    url = record_url(place)
    engine = database(url).connect(url)
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(sa.text(query))]
    finally:
        engine.dispose()
