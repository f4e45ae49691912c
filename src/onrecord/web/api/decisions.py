"""Decisions: those that were made, and new ones."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Request, Response, status
from pydantic import BaseModel, ConfigDict, Field

from onrecord.model import Action
from onrecord.record.facts import NoFactError
from onrecord.review import Signature, decide
from onrecord.store import OvertakenError
from onrecord.views.decisions import Act, decisions
from onrecord.web.api.answers import (
    PROBLEMS,
    Filters,
    Part,
    Problem,
    Rows,
    Text,
    answer,
    edition_of,
    known_of,
    part,
)
from onrecord.web.errors import missing
from onrecord.web.guard import needs, who

router = APIRouter(responses=PROBLEMS)

_IDS, _ID = 200, 100  # of one decision, characters of each
_LONG = 5000  # characters

Words = Annotated[str, Field(max_length=_LONG)]


class Wanted(BaseModel):
    """A decision to make.

    `ids` are those of the fact, or how they begin; of several facts to merge; of the claims to
    split off a fact; of the decision to undo. A correction has a `field` and a `value`. `seen`
    counts the decisions that were known when it was made up, so that nobody is overruled unawares.
    """

    model_config = ConfigDict(extra="forbid")

    action: Action
    ids: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=_ID)]],
        Field(min_length=1, max_length=_IDS),
    ]
    field: Words | None = None
    value: Words | None = None
    note: Words | None = None
    seen: Annotated[int, Field(ge=0, le=2**31)] | None = None


class Made(BaseModel):
    """A decision that is on the record; `seen` counts those that are."""

    id: str
    seen: int


@router.get(
    "/decisions",
    operation_id="decisions",
    response_model=Rows[Act],
    dependencies=[needs("reader")],
)
def listed(request: Request, asked: Filters, wanted: Part, author: Text = None) -> Response:
    """What was decided, by whom, and whether it still counts."""

    def work() -> Any:
        edition = edition_of(request, asked)
        found = edition.once(decisions, asked.selection(edition), author=author or None)
        return part(request, found, wanted)

    return answer(request, work)


@router.post(
    "/decisions",
    operation_id="decide",
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs("reviewer")],
    responses={409: {"model": Problem, "description": "Somebody else was quicker: look again."}},
)
def made(request: Request, wanted: Wanted) -> Made:
    """Accept, reject, correct, merge, split, note or undo, in the name of whoever asks."""
    known = known_of(request)
    record = known.at()
    before = len(record.rulings.history)
    by = Signature(author=who(request).name, time=datetime.now(UTC), note=wanted.note)
    try:
        made = decide(record, wanted.action, wanted.ids, by, field=wanted.field, value=wanted.value)
        known.records.decide(made, seen=before if wanted.seen is None else wanted.seen)
    except NoFactError as error:
        raise missing(str(error)) from error
    except OvertakenError as error:
        raise HTTPException(status.HTTP_409_CONFLICT, f"{error}: look again") from error
    except ValueError as error:
        raise HTTPException(status.HTTP_400_BAD_REQUEST, str(error)) from error
    return Made(id=made.id, seen=known.records.state().decisions)
