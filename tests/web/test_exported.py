"""The desk gives the forms that the command line writes, byte for byte."""

import io
import zipfile

import pytest
from desks import serving

from onrecord.exports.formats import Target, files, is_folder, kind, lines
from onrecord.record import fold
from onrecord.store import open_record
from onrecord.views import select


@pytest.fixture
def desk(place):
    with serving(str(place)) as client:
        yield client


def folded(place):
    with open_record(place) as records:
        return fold(records.readings(), records.decisions())


def test_every_form_is_there_and_the_same(desk, place):
    record = folded(place)
    asked = select(record, actor="Norland")
    for target in Target:
        told = desk.get(f"/api/export/{target}", params={"actor": "Norland"})
        assert told.status_code == 200
        name = told.headers["content-disposition"].partition("filename=")[2].strip('"')
        assert name.startswith("record.")
        if is_folder(target):
            with zipfile.ZipFile(io.BytesIO(told.content)) as packed:
                found = {inner: packed.read(inner) for inner in packed.namelist()}
            wanted = {inner: b"".join(pieces) for inner, pieces in files(target)(record, asked)}
            assert found == wanted, target
        elif target is not Target.XLSX:  # which tells when it was made
            assert told.content == b"".join(lines(target)(record, asked)), target


def test_what_cannot_be_given_is_told(desk):
    assert desk.get("/api/export/doc").status_code == 422
    assert desk.get("/api/export/csv", params={"actor": "Nobody"}).status_code == 404
    assert desk.get("/api/export/csv", params={"since": "soon"}).status_code == 400


def test_what_it_gives_is_described(desk):
    described = desk.get("/api/openapi.json").json()
    told = described["paths"]["/api/export/{target}"]["get"]
    assert {one["name"] for one in told["parameters"]} == {
        "target", "mission", "actor", "since", "until", "as_of",
    }  # fmt: skip
    assert described["components"]["schemas"]["Target"]["enum"] == list(Target)
    assert set(told["responses"]["200"]["content"]) == {kind(target)[1] for target in Target}
