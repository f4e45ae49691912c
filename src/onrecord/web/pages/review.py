"""The review: the queue, one item at a time, and what is decided on it."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request, Response, status
from fastapi.responses import RedirectResponse

from onrecord.review import Signature
from onrecord.store import OvertakenError
from onrecord.web import reviewing
from onrecord.web.addresses import address
from onrecord.web.asked import FILTERS, Asked, Filters
from onrecord.web.guard import needs, who
from onrecord.web.known import Edition, Known
from onrecord.web.pages.facts import context
from onrecord.web.pages.listed import edition_of, mission_names
from onrecord.web.paper import page
from onrecord.web.reviewing import Act, Queue

router = APIRouter(dependencies=[needs("reviewer")])

_ID = 64
_WORDS = 2000
_SHOWN = 20  # sentences of an item
_STAYS = frozenset(("correct", "merge", "split", "note"))

Word = Annotated[str, Form(max_length=_WORDS)]
Key = Annotated[str | None, Query(max_length=_ID)]
Approvals = Annotated[int, Query(ge=1, le=9)]


@router.get("/review", name="review")
def review(
    request: Request,
    asked: Filters,
    item: Key = None,
    reason: Key = None,
    approvals: Approvals = 1,
    did: Key = None,
) -> Response:
    """The item in view, the first that waits where none is named."""
    edition = edition_of(request, asked)
    kept = {"reason": reason, "approvals": approvals if approvals > 1 else None}
    return _shown(request, asked, edition, kept, item, did=did)


@router.post("/review", name="decide")
def decide(
    request: Request,
    asked: Filters,
    act: Annotated[str, Form(max_length=_ID)],
    item: Annotated[str, Form(max_length=_ID)],
    seen: Annotated[int, Form(ge=0)],
    after: Annotated[str, Form(max_length=_ID)] = "",
    field: Word = "",
    value: Word = "",
    note: Word = "",
    other: Word = "",
    claims: Annotated[list[str] | None, Form()] = None,
    reason: Key = None,
    approvals: Approvals = 1,
) -> Response:
    """Keep a decision and go on; where somebody was quicker, show what they said instead."""
    kept = {"reason": reason, "approvals": approvals if approvals > 1 else None}
    wanted = Act(
        action=act, item=item, seen=seen, field=field, value=value, note=note, other=other,
        claims=tuple(claims or ()),
    )  # fmt: skip
    known: Known = request.app.state.known
    edition = known.edition()
    if asked.as_of:
        told = "The past can be looked at, but not decided on."
        return _shown(request, asked, edition, kept, item, status=400, trouble=told)
    by = Signature(author=who(request).name, time=datetime.now(UTC), note=note.strip() or None)
    try:
        made = reviewing.decision(edition.record, wanted, by)
        known.records.decide(made, seen=seen)
    except OvertakenError as error:
        now = known.edition()
        theirs = [reviewing.made(now, one) for one in error.by]
        return _shown(
            request, asked, now, kept, item,
            status=status.HTTP_409_CONFLICT, theirs=theirs, wanted=wanted,
        )  # fmt: skip
    except (ValueError, LookupError) as error:
        told = f"{error}"
        return _shown(request, asked, edition, kept, item, status=400, trouble=told, wanted=wanted)
    stay = act in _STAYS or act == "undo"
    target = made.targets[0].claim if act == "undo" and made.targets else item
    query = {**asked.kept(*FILTERS), **kept, "item": target if stay else after, "did": made.id}
    return RedirectResponse(address("/review", **query), status.HTTP_303_SEE_OTHER)


def _shown(
    request: Request,
    asked: Asked,
    edition: Edition,
    kept: dict[str, Any],
    item: str | None,
    *,
    did: str | None = None,
    status: int = 200,
    **more: Any,
) -> Response:
    name = who(request).name
    queue = reviewing.waiting(
        edition, asked.selection(edition), name, kept["approvals"] or 1, kept["reason"]
    )
    number = queue.place(item)
    again = reviewing.seen_again(edition, item) if item and number is None else None
    if number is None and again is None and queue.items:
        number = 0
    found = again or (queue.items[number] if number is not None else None)
    sheet = reviewing.sheet(edition, found) if found else None
    done = next((d for d in edition.record.rulings.history if d.id == did), None)
    told: dict[str, Any] = {"trouble": None, "theirs": (), "wanted": None, **more}
    return page(
        request,
        "review.html",
        asked,
        status=status,
        sheet=sheet,
        contexts=[context(edition.record, p) for p in sheet.why.proofs[:_SHOWN]]
        if sheet and sheet.why
        else (),
        queue=queue,
        number=number,
        around=_around(queue, number),
        kept=kept,
        seen=len(edition.record.rulings.history),
        done=reviewing.made(edition, done) if done else None,
        history=reviewing.history(edition, name),
        missions=edition.once(mission_names),
        **told,
    )


def _around(queue: Queue, number: int | None) -> tuple[str | None, str | None]:
    """The ids of the items before and after, round and round."""
    count = len(queue.items)
    if number is None:
        return (None, queue.items[0].id if count else None)
    if count < 2:  # noqa: PLR2004
        return (None, None)
    return (queue.items[number - 1].id, queue.items[(number + 1) % count].id)
