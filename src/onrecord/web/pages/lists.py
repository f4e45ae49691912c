"""The lists of the record: ledger, statements, actors, contradictions."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter

from onrecord.record import Line, Record, Stage
from onrecord.record.sayings import Saying
from onrecord.views.actors import Row as Actor
from onrecord.views.actors import actors
from onrecord.views.conflicts import Disagreement, conflicts
from onrecord.views.ledger import Step, lines, step
from onrecord.views.statements import Quote, quote, said
from onrecord.web.asked import Asked
from onrecord.web.guard import needs
from onrecord.web.known import Edition
from onrecord.web.pages.listed import Listed, add

router = APIRouter(dependencies=[needs("reader")])


def _steps(edition: Edition, asked: Asked) -> Sequence[tuple[Line, Stage]]:
    found = edition.once(lines, asked.selection(edition))
    return [(line, stage) for line in found for stage in line.stages]


def _step(record: Record, found: tuple[Line, Stage]) -> Step:
    return step(record, *found)


def _sayings(edition: Edition, asked: Asked) -> Sequence[Saying]:
    return edition.once(said, asked.selection(edition), about=asked.q)


def _actors(edition: Edition, asked: Asked) -> Sequence[Actor]:
    return edition.once(actors, asked.selection(edition))


def _conflicts(edition: Edition, asked: Asked) -> Sequence[Disagreement]:
    return edition.once(conflicts, asked.selection(edition))


def _itself(_: Record, row: Any) -> Any:
    return row


for listed in (
    Listed(name="ledger", kind=Step, found=_steps, row=_step, template="ledger.html"),
    Listed(
        name="statements",
        kind=Quote,
        found=_sayings,
        row=quote,
        template="statements.html",
        size=60,
    ),
    Listed(name="actors", kind=Actor, found=_actors, row=_itself, template="actors.html"),
    Listed(
        name="conflicts",
        kind=Disagreement,
        found=_conflicts,
        row=_itself,
        template="conflicts.html",
        size=50,
    ),
):
    add(router, listed)
