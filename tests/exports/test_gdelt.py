"""CAMEO's line and GDELT's tables, read back as their own users read them."""

from collections import Counter

import duckdb
import pytest

from onrecord.exports import cameo, gdelt
from onrecord.exports.cells import plain_cell
from onrecord.exports.chosen import choose
from onrecord.exports.dyads import dyads

EVENTS, MENTIONS = 61, 16


def rows(pieces):
    return [line.decode().removesuffix("\n").split("\t") for line in pieces]


def test_gdelt_columns_are_those_of_the_codebook(samples):
    files = {name: rows(pieces) for name, pieces in gdelt.files(samples)}
    events, mentions = files["events.export.csv"], files["events.mentions.csv"]
    assert len(events) > 30
    assert {len(row) for row in events} == {EVENTS}
    assert {len(row) for row in mentions} == {MENTIONS}
    assert {row[0] for row in mentions} == {row[0] for row in events}
    told = Counter(row[0] for row in mentions)
    assert len(told) == len(events)
    for row in events:
        assert told[row[0]] == int(row[31])
        assert row[26].startswith(row[28])
        assert int(row[33]) >= int(row[32]) >= 1


def test_duckdb_reads_both_tables(samples, tmp_path):
    for name, pieces in gdelt.files(samples):
        (tmp_path / name).write_bytes(b"".join(pieces))
    read = "SELECT * FROM read_csv('{}', delim='\t', header=false, quote='', escape='')"
    events = duckdb.sql(read.format(tmp_path / "events.export.csv"))
    found = events.fetchall()
    assert found
    assert {type(row[0]) for row in found} == {int}
    assert all(row[29] in {1, 2, 3, 4} and -10 <= row[30] <= 10 for row in found)


def test_an_event_of_the_world(world):
    (call,) = (
        pair for pair in dyads(world, choose(world).events) if pair.source.words == "Ada Brink"
    )
    assert (call.source.code, call.target.code) == ("NLDGOV", "SWE")
    assert call.date == "2031-02-06"
    lines = rows(cameo.lines(world))
    assert ["20310206", "NLDGOV", "SWE", "041"] in [row[:4] for row in lines]
    assert {row[3] for row in lines} == {
        "0334",
        "041",
        "071",
        "190",
    }  # nothing ahead, nothing denied
    assert {len(row) for row in lines} == {10}


@pytest.mark.parametrize(
    ("value", "cell"),
    [("=a", "'=a"), ("a\tb\nc", "a b c"), ("---", "---"), (-2.5, "-2.5"), ("\u202ex", "<U+202E>x")],
)
def test_cells(value, cell):
    assert plain_cell(value) == cell


def test_hostile_text_stays_in_its_cell(hostile):
    for lines in (cameo.lines(hostile), *(pieces for _, pieces in gdelt.files(hostile))):
        assert len({len(row) for row in rows(lines)}) <= 1
