"""What is known of a whole corpus between two steps of merging it, each in a file of its own."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

import msgspec

from onrecord import wire
from onrecord.corpus.database import fill, opened, store, streamed
from onrecord.corpus.folder import replaced
from onrecord.corpus.happening import SCENES
from onrecord.corpus.naming import CODES
from onrecord.corpus.taking_part import LOCAL, NAMED
from onrecord.corpus.work import SPARE
from onrecord.record.fold import taken
from onrecord.record.identity import owner

Files = Sequence[Path]

_BATCH = 10_000  # names at a time
_LOCAL = """
  SELECT number, report, actor, party, p.name AS called, p.kind, p.country
  FROM identities JOIN parties p USING (party) ORDER BY number, actor"""
_NAMED = """
  SELECT o.name, party, p.name AS called, p.kind, p.country
  FROM owned o JOIN parties p USING (party) ORDER BY o.name"""
_SCENES = """
  SELECT t.number, t.report, t.published, head.report AS family, head.affair
  FROM texts t LEFT JOIN copies c USING (report)
  JOIN texts head ON head.report = coalesce(c.family, t.report) ORDER BY t.number"""


def spare(work: Path, reports: Files) -> None:
    """Of equal reports, the places of those that do not count."""
    if (work / SPARE).exists():
        return
    found: list[int] = []
    with opened(work, reports=reports) as database:
        rows = streamed(
            database,
            "SELECT report, number, reading FROM reports WHERE report IN "
            "(SELECT report FROM reports GROUP BY report HAVING count(*) > 1) "
            "ORDER BY report, number",
        )
        for _, equal in groupby(rows, itemgetter(0)):
            told = {number: wire.decode(reading) for _, number, reading in equal}
            one = taken(told.values())
            kept = next(number for number, reading in told.items() if reading == one)
            found += (number for number in told if number != kept)
    _write(work / SPARE, sorted(found))


def codes(work: Path, sightings: Files) -> None:
    """The plain names of all states with their codes; of several the last that is told."""
    if (work / CODES).exists():
        return
    with opened(work, sightings=sightings) as database:
        rows = streamed(
            database,
            "SELECT name, last(state ORDER BY report, place) FROM sightings WHERE state <> '' "
            "GROUP BY name ORDER BY name",
        )
        _write(work / CODES, dict(rows))


def known(work: Path, files: Mapping[str, Files]) -> None:
    """Whose each actor and each name is, and of which family and affair each report."""
    if (work / NAMED).exists():
        return
    with opened(work, **files) as database:
        store(database, _LOCAL, work / LOCAL)
        store(database, _SCENES, work / SCENES)
        database.execute("CREATE TABLE owned (name VARCHAR, party VARCHAR)")
        owned = _owned(streamed(database, "SELECT name, party, own FROM names ORDER BY name"))
        while some := list(islice(owned, _BATCH)):
            names, parties = zip(*some, strict=True)
            fill(database, "owned", {"name": names, "party": parties})
        store(database, _NAMED, work / NAMED)


def _owned(rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[str, str]]:
    """The names that tell of a single party, with its key."""
    for name, held in groupby(rows, itemgetter(0)):
        key = owner((party, own) for _, party, own in held)
        if key:
            yield name, key


def _write(file: Path, told: object) -> None:
    with replaced(file) as part:
        part.write(msgspec.json.encode(told))
