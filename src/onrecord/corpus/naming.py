"""Shards -> texts, and actors with what links them; tasks of these -> copies, and parties."""

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from onrecord.corpus.database import rows_of
from onrecord.corpus.rows import Row
from onrecord.corpus.work import Step, rows_of_links
from onrecord.model import Actor, Reading, Report, Span
from onrecord.record.blocking import links_of_actor, links_of_report, mark, name_of
from onrecord.record.claims import Claim
from onrecord.record.comparing import affair_of
from onrecord.record.copies import families
from onrecord.record.identity import names_of, parties_in
from onrecord.record.naming import actor_of
from onrecord.record.periods import period
from onrecord.record.plainness import plain
from onrecord.record.portraits import Surroundings
from onrecord.record.sightings import sightings_of

CODES = "codes.json"
"""The file of the plain names of all states, with their codes."""

_actor = msgspec.json.Decoder(Actor)
_report = msgspec.json.Decoder(Report)


def sift(step: Step) -> None:
    """A shard -> its texts and whom they name, once for equal reports."""
    texts: list[Row] = []
    keys: list[Row] = []
    sightings: list[Row] = []
    for number, reading in step.readings():
        report = reading.report
        thing = mark(report.id)
        keys += rows_of_links(thing, links_of_report(report))
        texts.append(
            {
                "thing": thing,
                "number": number,
                "report": report.id,
                "published": report.published,
                "affair": sorted(affair_of(report)),
                "text": msgspec.json.encode(report).decode(),
            }
        )
        sightings += _sightings(number, reading)
    step.write(text_keys=keys, texts=texts, sightings=sightings)


def _sightings(number: int, reading: Reading) -> Iterator[Row]:
    present = sorted({plain(actor.name) for actor in reading.actors})
    for place, sighting in enumerate(sightings_of(reading)):
        actor = actor_of(sighting)
        yield {
            "thing": mark(name_of(sighting)),
            "number": number,
            "report": sighting.report,
            "published": reading.report.published,
            "place": place,
            "sighting": sighting.id,
            "start": sighting.mark.start,
            "end": sighting.mark.end,
            "name": plain(actor.name),
            "actor": msgspec.json.encode(replace(actor, mentions=())).decode(),
            "state": actor.country if actor.kind == "state" else None,
            "present": present,
        }


def copies(step: Step) -> None:
    """Texts that share something -> which are copies of which."""
    rows = rows_of(step.work / "texts.parquet", ("task", "==", step.number))
    found = families(_report.decode(row["text"]) for row in rows)
    step.write(copies=({"report": key, "family": found[key]} for key in sorted(found)))


def name_keys(step: Step) -> None:
    """The sightings of a shard -> what links their names with others."""
    codes = _codes(step)
    found: dict[tuple[int, int], Row] = {}
    for row in rows_of(step.file("sightings")):
        for key in rows_of_links(row["thing"], links_of_actor(_sighting(row), codes)):
            known = found.setdefault((key["thing"], key["key"]), key)
            known["kept"] |= key["kept"]
            known["sought"] |= key["sought"]
    step.write(name_keys=found.values())


def parties(step: Step) -> None:
    """Sightings whose names are linked -> the parties that they are."""
    rows = rows_of(step.work / "sightings.parquet", ("task", "==", step.number))
    around = Surroundings(
        present={row["report"]: row["present"] for row in rows},
        days={row["report"]: period(row["published"]) for row in rows},
        codes=_codes(step),
    )
    numbers = {row["report"]: row["number"] for row in rows}
    found = parties_in([_sighting(row) for row in rows], around)
    identities = [
        {
            "number": numbers[sighting.report],
            "report": sighting.report,
            "actor": actor_of(sighting).id,
            "party": party.key,
        }
        for party, own in found
        for sighting in own
    ]
    step.write(
        names=(
            {"name": name, "party": party.key, "own": own}
            for party, _ in found
            for name, own in names_of(party)
        ),
        parties=(
            {
                "party": party.key,
                "name": party.name,
                "kind": party.kind,
                "country": party.country,
                "aliases": party.aliases,
                "reports": len(party.reports),
            }
            for party, _ in found
        ),
        identities=sorted(identities, key=lambda row: (row["number"], row["actor"])),
    )


def _sighting(row: Row) -> Claim:
    """The sighting that a row tells of, with as much of its evidence as tells its place."""
    actor, at = _actor.decode(row["actor"]), Span(row["start"], row["end"])
    return Claim(
        id=row["sighting"],
        kind="actor",
        type=actor.kind,
        report=row["report"],
        sentence=at,
        mark=at,
        fact=actor,
    )


def _codes(step: Step) -> dict[str, str]:
    return msgspec.json.decode((step.work / CODES).read_bytes(), type=dict[str, str])
