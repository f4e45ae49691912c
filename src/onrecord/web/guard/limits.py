"""How much a request may send, and how long it may take."""

import asyncio

from fastapi import FastAPI, HTTPException, Request, status
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.guard.origins import SAFE
from onrecord.web.guard.refusals import refuse

_TOO_LARGE = status.HTTP_413_CONTENT_TOO_LARGE


class Sized:
    """Refuses bodies of more than `most` bytes, at the latest when they have come that far."""

    def __init__(self, app: ASGIApp, desk: FastAPI, most: int) -> None:
        self._app, self._desk, self._most = app, desk, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        error = HTTPException(_TOO_LARGE, f"More than {self._most:,} bytes are too many at once.")
        declared = Headers(scope=scope).get("content-length", "0")
        if not declared.isdecimal() or int(declared[:20]) > self._most:
            await refuse(self._desk, Request(scope), error)(scope, receive, send)
            return
        come = 0

        async def counted() -> Message:
            nonlocal come
            message = await receive()
            come += len(message.get("body", b""))
            if come > self._most:
                raise error
            return message

        await self._app(scope, counted, send)


class Timed:
    """Answers 503 to a request to read that takes longer than `seconds`.

    The work itself cannot be stopped, and goes on: what it finds is kept for the next who asks.
    """

    def __init__(self, app: ASGIApp, desk: FastAPI, seconds: float) -> None:
        self._app, self._desk, self._seconds = app, desk, seconds
        self._late: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in time."""
        if scope["type"] != "http" or scope["method"] not in SAFE:
            await self._app(scope, receive, send)
            return
        answer = _Answer(send)
        work = asyncio.ensure_future(self._app(scope, receive, answer))
        try:
            await asyncio.wait({work}, timeout=self._seconds)
        except asyncio.CancelledError:
            work.cancel()
            raise
        if work.done() or answer.started:
            await work
            return
        answer.late = True
        self._late.add(work)
        work.add_done_callback(self._forget)
        said = "This takes too long. Ask for less, or ask again in a minute."
        error = HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, said)
        await refuse(self._desk, Request(scope), error)(scope, receive, send)

    def _forget(self, work: asyncio.Task[None]) -> None:
        self._late.discard(work)
        if not work.cancelled():
            work.exception()  # nobody is there any more to be told


class _Answer:
    """An answer on its way: nothing of it is sent once it is too late."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.started = self.late = False

    async def __call__(self, message: Message) -> None:
        if not self.late:
            self.started = True
            await self._send(message)
