"""What the interface says of itself holds, whatever it is asked: schemathesis on its OpenAPI."""

import made_up
import pytest
import schemathesis
from desks import served
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from onrecord.record import claims_of
from onrecord.store import open_record
from onrecord.web.desk import create_app

OPERATIONS = {
    "missions", "ledger", "timeline", "figures", "statements", "actors", "conflicts", "changes",
    "reports", "report", "fact", "decisions", "decide", "export",
}  # fmt: skip
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
]


@pytest.fixture(scope="module")
def described(tmp_path_factory):
    """The operations of the interface by their names, each with what it takes and gives."""
    place = str(tmp_path_factory.mktemp("desk") / "record.db")
    with open_record(place) as records:
        for reading in (made_up.first(), made_up.second(), made_up.hostile()):
            records.add(reading, "0.1.0")
    with served(create_app(place)) as address:
        schema = schemathesis.openapi.from_url(f"{address}/api/openapi.json")
        found = [operation.ok() for operation in schema.get_all_operations()]
        yield {one.definition.raw["operationId"]: one for one in found}


def test_the_interface_is_whole(described):
    assert set(described) == OPERATIONS


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_the_interface_is_as_described(described, name, mode):
    @settings(
        max_examples=15,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(described[name].as_strategy(generation_mode=mode))
    def ask(case):
        case.call_and_validate(checks=CHECKS)

    ask()


@pytest.mark.parametrize("name", ["report", "fact"])
def test_what_is_there_is_as_described(described, name):
    reading = made_up.first()
    keys = {"report": reading.report.id, "fact": next(iter(claims_of(reading))).id}
    case = described[name].Case(path_parameters={"key": keys[name]})
    assert case.call_and_validate(checks=CHECKS).status_code == 200
