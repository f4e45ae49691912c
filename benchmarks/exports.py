"""Every form of the record of 100,000 claims: seconds, memory, and what a real consumer reads.

    python benchmarks/exports.py [CLAIMS] [FORM...]

The readings are those of benchmarks/record.py, with some codes and places, in a record on disk.
Each form is written by `onrecord export` itself, so that its seconds and its peak of memory are
those of the whole command: to load the libraries, to fold the record, and to write.
"""

import json
import multiprocessing
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.exports.formats import Target
from onrecord.model import Place, Plover, Reading, Ref
from onrecord.store import open_record
from record import CLAIMS, readings

MOST = 200e6  # bytes of memory that an export of 100,000 claims may take
_CONTEXT = multiprocessing.get_context("fork")
_TERMS = Path(__file__).resolve().parents[1] / "tests" / "exports" / "anno.context.json"
_PART = 300  # things of linked data that are expanded, which is slow
_STATEMENTS = 50_000  # of FollowTheMoney that are read
_TAB = "SELECT * FROM read_csv('{}', delim='\t', header=false, quote='', escape='')"


def exported(record: Path, target: Target, place: Path) -> tuple[float, int]:
    """Writes a form: seconds of the processor and the most memory in bytes, by the system."""
    command = Path(sys.executable).with_name("onrecord")
    words = (command, "export", "--record", record, "--to", target, "-o", place)
    child = subprocess.Popen(words)
    _, ended, used = os.wait4(child.pid, 0)
    if ended:
        raise RuntimeError(f"onrecord export --to {target} failed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def _size(place: Path) -> int:
    """The bytes of a file, or of the files of a folder."""
    return sum(f.stat().st_size for f in (place.iterdir() if place.is_dir() else [place]))


def _rows(query: str, place: Path, ending: str = "") -> str:
    """What DuckDB counts in a file, or in the files of a folder with that ending."""
    import duckdb

    found = sorted(place.glob(f"*{ending}")) if place.is_dir() else [place]
    count = sum(len(duckdb.sql(query.format(file)).fetchall()) for file in found)
    return f"DuckDB: {count:,} rows"


def _objects(place: Path) -> str:
    return _rows("SELECT json FROM read_ndjson_objects('{}', maximum_object_size=100000000)", place)


def _sheets(place: Path) -> str:
    import openpyxl

    with place.open("rb") as file:
        book = openpyxl.load_workbook(file, read_only=True)
        count = sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True))
    return f"openpyxl: {count:,} rows"


def _statements(place: Path) -> str:
    from followthemoney import model
    from followthemoney.statement.serialize import read_json_statements

    with place.open("rb") as file:
        found = list(islice(read_json_statements(file), _STATEMENTS))
    schemata = {statement.schema for statement in found}
    if not all(model.get(schema) for schema in schemata):
        raise ValueError("a schema that FollowTheMoney has not")
    return f"followthemoney: {len(found):,} statements of {len(schemata)} schemata"


def _graph(place: Path, things: Callable[[Any], list[Any]]) -> str:
    from pyld import jsonld

    def bundled(url: str, _options: object) -> dict[str, Any]:
        document = json.loads(_TERMS.read_text("utf-8"))
        kind = "application/ld+json"
        return {"contentType": kind, "contextUrl": None, "documentUrl": url, "document": document}

    document = json.loads(place.read_bytes())
    found = things(document)
    total = len(found)
    del found[_PART:]
    quads = jsonld.to_rdf(document, {"documentLoader": bundled})["@default"]
    return f"pyld: {len(quads):,} triples of {len(found):,} things of {total:,}"


def _calendar(place: Path) -> str:
    import icalendar

    events = icalendar.Calendar.from_ical(place.read_bytes()).walk("VEVENT")
    return f"icalendar: {len(events):,} events"


def _sources(place: Path) -> str:
    import bibtexparser

    return f"bibtexparser: {len(bibtexparser.loads(place.read_text('utf-8')).entries):,} sources"


def _json(place: Path, things: Callable[[Any], list[Any]]) -> str:
    return f"json: {len(things(json.loads(place.read_bytes()))):,} things"


def _database(place: Path) -> str:
    with closing(sqlite3.connect(place / "record.db")) as connection:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        (count,) = connection.execute("SELECT count(*) FROM evidence").fetchone()
    return f"sqlite3: {sound}, {count:,} rows of evidence"


READERS: dict[Target, Callable[[Path], str]] = {
    Target.JSONL: _objects,
    Target.CSV: partial(_rows, "SELECT * FROM read_csv('{}', all_varchar=true)"),
    Target.XLSX: _sheets,
    Target.PLOVER: _objects,
    Target.CAMEO: partial(_rows, _TAB),
    Target.GDELT: partial(_rows, _TAB, ending=".csv"),
    Target.FTM: _statements,
    Target.ANNOTATIONS: partial(_graph, things=lambda found: found["first"]["items"]),
    Target.JSONLD: partial(_graph, things=lambda found: found["@graph"]),
    Target.TIMELINEJS: partial(_json, things=lambda found: found["events"]),
    Target.GEOJSON: partial(_json, things=lambda found: found["features"]),
    Target.ICS: _calendar,
    Target.BIB: _sources,
    Target.CSL: partial(_json, things=list),
    Target.PARQUET: partial(_rows, "SELECT * FROM '{}'", ending=".parquet"),
    Target.SQLITE: _database,
    Target.DECISIONS: _objects,
}


def read(target: Target, place: Path) -> str:
    """What a consumer makes of a form, in a line."""
    try:
        return READERS[target](place)
    except Exception as error:  # noqa: BLE001 a consumer may fail in any way: that is the finding
        return f"FAILED {type(error).__name__}: {error}"


def _apart(work: Callable[..., Any], *given: Any) -> Any:
    """What a function gives in a process of its own, whose memory goes with it."""
    hears, tells = _CONTEXT.Pipe(duplex=False)
    child = _CONTEXT.Process(target=lambda: tells.send(work(*given)))
    child.start()
    tells.close()
    found = hears.recv()
    child.join()
    return found


def _make(claims: int, place: Path) -> None:
    with open_record(place) as records:
        for reading in readings(claims):
            records.add(_coded(reading), "1.0.0")


def _coded(reading: Reading) -> Reading:
    """With what the coded forms and the map need: a report has two coded events and one place."""
    first, second, third, *others = reading.events
    put = Place(span=third.trigger, name="Port", latitude=1.5, longitude=2.5)
    where = Ref(name=put.name, span=put.span)
    coded = [
        replace(event, cameo=cameo, plover=Plover(type=type_))
        for event, cameo, type_ in zip(
            (first, second), ("0334", "190"), ("AGREE", "ASSAULT"), strict=True
        )
    ]
    events = (*coded, replace(third, place=where), *others)
    return replace(reading, events=events, places=(put,))


def main(claims: int = CLAIMS, *names: str) -> int:
    """Prints a row for each form; 1 where a consumer cannot read one, or one takes too much."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.db"
        _apart(_make, claims, record)
        print(f"{'form':12}{'seconds':>8}{'peak MB':>9}{'size MB':>9}  read by")
        failed = 0
        for target in map(Target, names or Target):
            place = Path(folder) / target
            seconds, peak = exported(record, target, place)
            told = _apart(read, target, place)
            failed += told.startswith("FAILED") or peak > MOST
            much = "  TOO MUCH MEMORY" if peak > MOST else ""
            row = f"{target:12}{seconds:8.1f}{peak / 1e6:9.0f}{_size(place) / 1e6:9.1f}"
            print(f"{row}  {told}{much}", flush=True)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2]), *sys.argv[2:]))
