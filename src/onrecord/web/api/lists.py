"""The lists of the record, as the commands have them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from fastapi import APIRouter, Request, Response

from onrecord.record import Record
from onrecord.views.actors import Row as Actor
from onrecord.views.actors import actors
from onrecord.views.conflicts import Disagreement, conflicts
from onrecord.views.figures import Row as Figure
from onrecord.views.figures import measured
from onrecord.views.figures import row as figure
from onrecord.views.ledger import Step, lines, step
from onrecord.views.missions import Mission, operations
from onrecord.views.selection import Selection
from onrecord.views.timeline import Entry, entry, happened
from onrecord.web.api.answers import PROBLEMS, Filters, Part, Rows, answer, edition_of, part
from onrecord.web.guard import needs
from onrecord.web.known import Edition

F = TypeVar("F")

router = APIRouter(dependencies=[needs("reader")], responses=PROBLEMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class List(Generic[F]):
    """A list: `found` picks facts cheaply, `row` makes the row of one of them."""

    name: str
    says: str
    kind: type
    found: Callable[[Edition, Selection], Sequence[F]]
    row: Callable[[Record, F], Any]


def _steps(edition: Edition, selection: Selection) -> Sequence[Any]:
    return [(line, stage) for line in edition.once(lines, selection) for stage in line.stages]


def _step(record: Record, found: Any) -> Step:
    return step(record, *found)


def _view(view: Callable[[Record, Selection], Sequence[Any]]) -> Callable[..., Sequence[Any]]:
    return lambda edition, selection: edition.once(view, selection)


def _itself(_: Record, row: Any) -> Any:
    return row


def add(listed: List[Any]) -> None:
    """Give the list its address."""

    def rows(request: Request, asked: Filters, wanted: Part) -> Response:
        def work() -> Any:
            edition = edition_of(request, asked)
            found = listed.found(edition, asked.selection(edition))
            return part(request, found, wanted, lambda one: listed.row(edition.record, one))

        return answer(request, work)

    router.get(
        f"/{listed.name}",
        operation_id=listed.name,
        summary=listed.says,
        response_model=Rows[listed.kind],  # type: ignore[name-defined]
    )(rows)


for one in (
    List(
        name="missions", says="The missions, with their contributors.",
        kind=Mission, found=_view(operations), row=_itself,
    ),
    List(
        name="ledger", says="What each party undertook, step by step.",
        kind=Step, found=_steps, row=_step,
    ),
    List(
        name="timeline", says="What happened, in order of time.",
        kind=Entry, found=_view(happened), row=entry,
    ),
    List(
        name="figures", says="The numbers about the state of the world.",
        kind=Figure, found=_view(measured), row=figure,
    ),
    List(
        name="actors", says="Who is on the record, and in which roles.",
        kind=Actor, found=_view(actors), row=_itself,
    ),
    List(
        name="conflicts", says="Where reports contradict each other.",
        kind=Disagreement, found=_view(conflicts), row=_itself,
    ),
):  # fmt: skip
    add(one)
