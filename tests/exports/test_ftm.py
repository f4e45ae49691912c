"""FollowTheMoney's own model reads the statements."""

import io
import json
from itertools import groupby

import pytest
from followthemoney import model
from followthemoney.statement.serialize import read_json_statements

from onrecord.exports import ftm
from onrecord.exports.ftm_values import prefix


def entities(record):
    """The entities that the statements make up; each value as FtM itself would have it."""
    rows = [json.loads(line) for line in ftm.lines(record)]
    read = list(read_json_statements(io.BytesIO(b"".join(ftm.lines(record)))))
    assert len(read) == len(rows)
    found = {}
    for id_, group in groupby(read, key=lambda s: s.entity_id):
        statements = list(group)
        assert id_ not in found, "the statements of an entity stand together"
        (schema,) = {s.schema for s in statements}
        entity = model.make_entity(schema)
        entity.id = id_
        for statement in statements:
            clean = entity.schema.get(statement.prop).type.clean(statement.value)
            assert clean == statement.value, (statement.prop, statement.value)
            entity.add(statement.prop, statement.value)
        found[id_] = entity
    return found


@pytest.mark.parametrize("name", ["samples", "world"])
def test_every_entity_is_valid_and_points_to_others(request, name):
    record = request.getfixturevalue(name)
    found = entities(record)
    for entity in found.values():
        for prop in entity.schema.required:
            assert entity.get(prop), (entity.schema.name, prop)
        for prop, value in entity.itervalues():
            if prop.type.name == "entity":
                other = found[value].schema
                assert other.is_a(prop.range), (prop.qname, other.name)


def test_kinds(samples, world):
    kinds = {entity.schema.name for entity in entities(samples).values()}
    assert {"Article", "Person", "PublicBody", "Organization", "Territory", "Position"} <= kinds
    assert {"Occupancy", "Event", "Documentation", "Note", "UnknownLink", "Membership"} <= kinds
    by_kind = {entity.schema.name: entity for entity in entities(world).values()}
    assert by_kind["Payment"].get("amount") == ["5000000"]
    assert by_kind["Payment"].get("currency") == ["USD"]
    assert by_kind["Occupancy"].get("startDate") == ["2029"]
    assert by_kind["Call"].get("date") == ["2031-02-06"]


def test_values_of_claims_have_them_for_their_origin(samples):
    claims = set(samples.claims)
    rows = [json.loads(line) for line in ftm.lines(samples)]
    told = [row for row in rows if row["prop"] == "summary" and row["schema"] == "Event"]
    assert told
    assert {row["origin"] for row in told} <= claims
    assert all(row["first_seen"] for row in told)


def test_hostile_text_is_data(hostile):
    rows = [json.loads(line) for line in ftm.lines(hostile)]
    assert any("\u202e" in row["value"] for row in rows if row["prop"] == "summary")
    assert "javascript:alert(1)" not in {row["value"] for row in rows}


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2031", "2031"),
        ("2031-03", "2031-03"),
        ("2031-33", "2031-01-01"),
        ("../2031", "2031-12-31"),
    ],
)
def test_dates(edtf, date):
    assert prefix(edtf) == date
