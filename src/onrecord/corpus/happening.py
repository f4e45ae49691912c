"""What happened: shards -> event claims with what links them; tasks of them -> happenings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from onrecord.corpus.database import rows_of
from onrecord.corpus.rows import Row, amount_cells, day_cell, when_cells
from onrecord.corpus.taking_part import Part, parties_of, taking_part, told_again
from onrecord.corpus.work import Step, rows_of_links
from onrecord.model import Event, Reading
from onrecord.record.blocking import links_of_event
from onrecord.record.claims import Claim, claims_of
from onrecord.record.happenings import Happening, happenings
from onrecord.record.identity import Identities, Party
from onrecord.record.memory import FORGETFUL, Memory
from onrecord.record.periods import Period, period
from onrecord.record.tellings import tell

SCENES = "scenes.parquet"
"""The file of the reports with their families and affairs."""

_event = msgspec.json.Decoder(Event)
_parts = msgspec.json.Decoder(tuple[Part, ...])


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around some claims, by report: a `Setting` of the record room."""

    who: Identities
    published: Mapping[str, str | None]
    affairs: Mapping[str, frozenset[str]]
    memory: Memory = FORGETFUL

    def day(self, report: str) -> Period | None:
        """The day on which a report was published; None where it is not known."""
        return period(self.published[report])

    def affair(self, report: str) -> frozenset[str]:
        """The names that tell what a report is about."""
        return self.affairs[report]


def claims(step: Step) -> None:
    """A shard -> its event claims, with who takes part in them and what links them with others."""
    readings = dict(step.readings())
    told = [(n, c) for n, reading in readings.items() for c in _events_of(reading)]
    edges = (min(readings, default=0), max(readings, default=-1))
    within = [("number", sign, edge) for sign, edge in zip((">=", "<="), edges, strict=True)]
    scenes = {row["report"]: row for row in rows_of(step.work / SCENES, *within)}
    who = parties_of(step, [claim for _, claim in told], *within)
    around = Around(
        who=who,
        published={key: row["published"] for key, row in scenes.items()},
        affairs={key: frozenset(row["affair"]) for key, row in scenes.items()},
    )
    keys: list[Row] = []
    rows: list[Row] = []
    for number, claim in told:
        found, thing, scene = tell(claim, around), int(claim.id, 16) >> 1, scenes[claim.report]
        keys += rows_of_links(thing, links_of_event(found))
        rows.append(
            {
                "thing": thing,
                "number": number,
                "report": claim.report,
                "published": scene["published"],
                "family": scene["family"],
                "affair": scene["affair"] if found.hangs_on_affair else [],
                "claim": claim.id,
                "event": msgspec.json.encode(claim.fact).decode(),
                "parties": msgspec.json.encode(taking_part(claim, who)).decode(),
            }
        )
    step.write(event_keys=keys, claims=rows)


def _events_of(reading: Reading) -> Iterator[Claim]:
    return (claim for claim in claims_of(reading) if claim.kind == "event")


def merged_events(step: Step) -> None:
    """Event claims that are linked -> the happenings that they tell of."""
    rows = rows_of(step.work / "claims.parquet", ("task", "==", step.number))
    by_id = {row["claim"]: row for row in rows}
    affairs: dict[str, frozenset[str]] = {}
    for row in rows:
        affairs[row["report"]] = affairs.get(row["report"], frozenset()) | set(row["affair"])
    around = Around(
        who=told_again((row["report"], _parts.decode(row["parties"])) for row in rows),
        published={row["report"]: row["published"] for row in rows},
        affairs=affairs,
    )
    found = happenings(map(_claim, rows), around)
    tellings = [
        {
            "happening": happening.id,
            "number": by_id[claim.id]["number"],
            "report": claim.report,
            "event": claim.fact.id,
        }
        for happening in found
        for claim in happening.claims
        if isinstance(claim.fact, Event)
    ]
    step.write(
        tellings=tellings,
        happenings=[_row(one, [by_id[claim.id] for claim in one.claims]) for one in found],
    )


def _row(one: Happening, told: list[Row]) -> Row:
    """A happening, with the rows of the claims that tell of it."""
    days = sorted(day for row in told if (day := day_cell(row["published"])))
    return {
        "happening": one.id,
        "type": one.type,
        "mission": one.mission and one.mission.name,
        "mission_party": one.mission and one.mission.key,
        "item": one.item,
        "place": one.place,
        "certainty": one.certainty,
        "polarity": one.polarity,
        "tellings": len(told),
        "reports": len({row["report"] for row in told}),
        "sources": len({row["family"] for row in told}),
        "first_published": next(iter(days), None),
        "last_published": next(reversed(days), None),
        **_sides("actor", one.actors),
        **_sides("recipient", one.recipients),
        **amount_cells(one.quantity),
        **when_cells(one.date),
    }


def _sides(side: str, parties: tuple[Party, ...]) -> Row:
    return {
        f"{side}s": [party.name for party in parties],
        f"{side}_parties": [party.key for party in parties],
    }


def _claim(row: Row) -> Claim:
    event = _event.decode(row["event"])
    return Claim(
        id=row["claim"],
        kind="event",
        type=event.type,
        report=row["report"],
        sentence=event.sentence,
        mark=event.trigger,
        fact=event,
    )
