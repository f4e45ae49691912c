"""How the interface answers: JSON, in parts of bounded size, with a tag of the record's state."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

import msgspec
from fastapi import Depends, Query, Request, Response, status
from pydantic import BaseModel

from onrecord import __version__
from onrecord.lexicon import fingerprint
from onrecord.web.addresses import address
from onrecord.web.asked import Asked
from onrecord.web.known import Edition, Known

T = TypeVar("T")
Text = Annotated[str | None, Query(max_length=300)]

MOST = 500
"""Rows of one answer."""
_FURTHEST = 10_000_000


class Rows(BaseModel, Generic[T]):
    """A part of a list. `total` counts all of it; `next` is the address of the part after this."""

    total: int
    offset: int
    limit: int
    next: str | None
    rows: list[T]


class Problem(BaseModel):
    """What is wrong with a request, in words for people; names or ids that come near."""

    detail: str
    nearest: list[str] = []


@dataclass(frozen=True, slots=True)
class Slice:
    """Which part of a list is asked for."""

    offset: int
    limit: int


def _slice(
    offset: Annotated[int, Query(ge=0, le=_FURTHEST, description="Rows to leave out.")] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST, description="The most rows to give.")] = 100,
) -> Slice:
    return Slice(offset, limit)


def _filters(
    mission: Text = None,
    actor: Text = None,
    since: Text = None,
    until: Text = None,
    as_of: Text = None,
) -> Asked:
    return Asked(
        mission=mission or None,
        actor=actor or None,
        since=since or None,
        until=until or None,
        as_of=as_of or None,
    )


def _day(as_of: Text = None) -> Asked:
    return Asked(as_of=as_of or None)


Part = Annotated[Slice, Depends(_slice)]
Filters = Annotated[Asked, Depends(_filters)]
Day = Annotated[Asked, Depends(_day)]

_SAID = {
    400: "What is asked for makes no sense.",
    401: "Nobody is signed in.",
    403: "The role is not enough.",
    404: "Nothing on the record has this name or id.",
    503: "It takes too long.",
}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    304: {"description": "It is as the tag has it."},
    **{code: {"model": Problem, "description": said} for code, said in _SAID.items()},
}
"""What else may come of a question."""


def known_of(request: Request) -> Known:
    """The record of the desk."""
    found: Known = request.app.state.known
    return found


def edition_of(request: Request, asked: Asked) -> Edition:
    """The record as of the day asked for."""
    return known_of(request).edition(asked.known.last if asked.known else None)


def answer(request: Request, work: Callable[[], Any]) -> Response:
    """What `work` gives as JSON; without working where the client has it already."""
    tag = _tag(request)
    headers = {"ETag": tag, "Vary": "Authorization, Cookie"}
    if _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=headers)
    body = msgspec.json.encode(work())
    return Response(body, headers=headers, media_type="application/json")


def part(
    request: Request,
    found: Sequence[Any],
    asked: Slice,
    row: Callable[[Any], Any] = lambda one: one,
) -> dict[str, Any]:
    """The rows that are asked for, made from what was found."""
    end = asked.offset + asked.limit
    query = dict(request.query_params) | {"offset": str(end), "limit": str(asked.limit)}
    return {
        "total": len(found),
        "offset": asked.offset,
        "limit": asked.limit,
        "next": address(request.url.path, **query) if end < len(found) else None,
        "rows": [row(one) for one in found[asked.offset : end]],
    }


def _tag(request: Request) -> str:
    """Another one for every address, state of the record, engine and lexicon."""
    state = known_of(request).records.state()
    told = (
        __version__,
        fingerprint(),
        state,
        request.url.path,
        sorted(request.query_params.multi_items()),
    )
    return f'W/"{hashlib.sha256(repr(told).encode(errors="replace")).hexdigest()[:32]}"'


def _has(given: str, tag: str) -> bool:
    known = {one.strip().removeprefix("W/") for one in given.split(",")}
    return "*" in known or tag.removeprefix("W/") in known
