"""Claims point to their reports; views with plain names of what these say, for Datasette.

The views are SQLite's alone: Datasette opens files, and PostgreSQL refuses a NUL in JSON, which a
report may have. Lists are JSON; for SQLite a text ends at a NUL.
"""
# ruff: noqa: S608 - all that the queries are made of stands in this file

import sqlalchemy as sa
from alembic import op

from onrecord.store.words import Words

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def _value(path: str, of: str = "one") -> str:
    """A value of a part of a reading."""
    return f"json_extract({of}.value, '$.{path}')"


def _listed(path: str, name: str = "$.name", of: str = "one") -> str:
    """A JSON list of something that each member of a list has."""
    members = f"json_each({of}.value, '$.{path}') AS member"
    return f"(SELECT json_group_array(json_extract(member.value, '{name}')) FROM {members})"


def _words(path: str, of: str = "one") -> str:
    """The words of the report at a span."""
    start, end = _value(f"{path}[0]", of), _value(f"{path}[1]", of)
    return f"substr(reports.text, {start} + 1, {end} - {start})"


def _passage(of: str = "one") -> str:
    """The sentence, and where it stands."""
    start, end = _value("sentence[0]", of), _value("sentence[1]", of)
    return f'{_words("sentence", of)} AS sentence, {_REPORT}, {start} AS start, {end} AS "end"'


def _amount(path: str = "") -> str:
    return ", ".join(
        f"{_value(path + name)} AS {name}" for name in ("min", "max", "approx", "unit")
    )


def _from(part: str) -> str:
    """Each thing of one kind in each reading, with its report."""
    return (
        "FROM readings JOIN reports ON reports.id = readings.report, "
        f"json_each(readings.body, '$.{part}') AS one"
    )


_REPORT = (
    "reports.title AS title, reports.publisher AS publisher, reports.published AS published, "
    "reports.url AS url, reports.id AS report"
)
_DATE = f"{_value('date.edtf')} AS date, {_value('date.inferred')} AS inferred"
_DECIDED = ("author", "action", "field", "value", "note")
_COUNTED = ("events", "commitments", "statements", "figures")

_VIEWS = {
    "reports_read": (
        "SELECT reports.title AS title, reports.publisher AS publisher, "
        "reports.published AS published, reports.url AS url, reports.language AS language, "
        + ", ".join(f"json_array_length(readings.body, '$.{n}') AS {n}" for n in _COUNTED)
        + ", readings.engine AS engine, reports.id AS report, reports.number AS number "
        "FROM reports JOIN readings ON readings.report = reports.id"
    ),
    "sentences": (
        "SELECT claims.kind AS kind, claims.type AS type, claims.quote AS sentence, "
        f'{_REPORT}, claims.start AS start, claims."end" AS "end", '
        "claims.id AS claim, claims.number AS number "
        "FROM claims JOIN reports ON reports.id = claims.report"
    ),
    "events": (
        f"SELECT {_value('type')} AS type, {_listed('actor')} AS actors, "
        f"{_listed('recipient')} AS recipients, {_value('mission.name')} AS mission, "
        f"{_value('item')} AS item, {_amount('quantity.')}, {_value('place.name')} AS place, "
        f"{_DATE}, {_value('certainty')} AS certainty, {_value('polarity')} AS polarity, "
        f"{_value('attribution.source.name')} AS source, {_passage()} {_from('events')}"
    ),
    "commitments": (
        f"SELECT {_value('party.name')} AS party, {_value('status')} AS status, "
        f"{_value('item')} AS item, {_amount('quantity.')}, {_value('mission.name')} AS mission, "
        f"{_value('beneficiary.name')} AS beneficiary, {_DATE}, "
        f"{_value('certainty')} AS certainty, {_passage('event')} {_from('commitments')} "
        "JOIN json_each(readings.body, '$.events') AS event "
        f"ON {_value('id', 'event')} = {_value('event')}"
    ),
    "statements": (
        f"SELECT {_value('speaker.name')} AS speaker, {_words('content')} AS content, "
        f"{_value('direct')} AS direct, {_value('channel')} AS channel, "
        f"{_value('addressee.name')} AS addressee, {_DATE}, {_passage()} {_from('statements')}"
    ),
    "figures": (
        f"SELECT {_value('measure')} AS measure, {_amount()}, {_value('of')} AS of, "
        f"{_value('as_of')} AS as_of, {_value('attribution.source.name')} AS source, "
        f"{_passage()} {_from('figures')}"
    ),
    "actors": (
        f"SELECT {_value('name')} AS name, {_value('kind')} AS kind, "
        f"{_value('country')} AS country, {_listed('roles', '$.title')} AS roles, "
        f"{_value('aliases')} AS aliases, json_array_length(one.value, '$.mentions') AS mentions, "
        f"{_REPORT} {_from('actors')}"
    ),
    "places": (
        f"SELECT {_value('name')} AS name, {_value('country')} AS country, "
        f"{_value('latitude')} AS latitude, {_value('longitude')} AS longitude, "
        f"{_value('geonames')} AS geonames, {_words('span')} AS words, {_REPORT} {_from('places')}"
    ),
    "decisions_made": (
        "SELECT one.time AS time, "
        + "".join(f"json_extract(one.body, '$.{name}') AS {name}, " for name in _DECIDED)
        + "json_extract(one.body, '$.targets[0].kind') AS kind, "
        "json_extract(one.body, '$.targets[0].type') AS type, "
        "substr(reports.text, json_extract(one.body, '$.targets[0].span[0]') + 1, "
        "json_extract(one.body, '$.targets[0].span[1]') - "
        "json_extract(one.body, '$.targets[0].span[0]')) AS words, "
        f"{_REPORT}, one.undoes AS undoes, one.id AS decision, one.number AS number "
        "FROM decisions AS one LEFT JOIN reports "
        "ON reports.id = json_extract(one.body, '$.targets[0].report')"
    ),
}


def upgrade() -> None:
    """Turn the key of claims from readings to reports, which have titles; make the views."""
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint("claims_report_fkey", "claims", type_="foreignkey")
        op.create_foreign_key("claims_report_fkey", "claims", "reports", ["report"], ["id"])
        return
    _claims()
    for name, query in _VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")


def _claims() -> None:
    """The table made anew: SQLite changes no key in place. The index of words stays as it is."""
    op.create_table(
        "claims_anew",
        sa.Column("id", Words, primary_key=True),
        sa.Column("report", Words, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("kind", Words, nullable=False),
        sa.Column("type", Words, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("quote", Words, nullable=False),
        sa.Column("number", sa.Integer),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO claims_anew SELECT * FROM claims ORDER BY id")
    op.drop_table("claims")  # with its indices and triggers
    op.rename_table("claims_anew", "claims")
    op.create_index("ix_claims_report", "claims", ["report"])
    op.create_index("claims_by_kind", "claims", ["kind", "type"])
    op.create_index("claims_by_number", "claims", ["number"], unique=True)
    op.execute(
        "CREATE TRIGGER claim_words_come AFTER INSERT ON claims BEGIN "
        "INSERT INTO claim_words (rowid, quote) VALUES (new.number, new.quote); END"
    )
    op.execute(
        "CREATE TRIGGER claim_words_go AFTER DELETE ON claims BEGIN INSERT INTO claim_words "
        "(claim_words, rowid, quote) VALUES ('delete', old.number, old.quote); END"
    )
