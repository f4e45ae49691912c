"""The gate before every route: from where, who, and whether they may."""

from collections.abc import Callable
from urllib.parse import quote

from fastapi import FastAPI, HTTPException, Request, status
from fastapi.routing import RouteContext, iter_route_contexts
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.routing import Match, Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.guard.accounts import Accounts
from onrecord.web.guard.origins import SAFE, is_known_host, is_own
from onrecord.web.guard.refusals import refuse
from onrecord.web.guard.roles import NOBODY, Need, User, rank

COOKIE = "onrecord_session"
"""The cookie that holds a session's secret."""
STATIC = "/static"
"""What is mounted there is open to all: style, script and outlines, the same for everybody."""

Knows = Callable[[Request], User]
"""Who sends a request."""


class Gate:
    """Lets a request through to a route that is open to whoever sends it.

    A route that declares no need is open to nobody. What could change something is put down in
    the audit log, with its outcome.
    """

    def __init__(
        self, app: ASGIApp, desk: FastAPI, hosts: tuple[str, ...], knows: Knows, log: Accounts
    ) -> None:
        self._app, self._desk, self._hosts, self._knows, self._log = app, desk, hosts, knows, log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let it through, or not."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return  # websockets: the desk has none
        request = Request(scope)
        scope.setdefault("state", {})["user"] = NOBODY
        error = self._misled(scope)
        if error is None:
            scope["state"]["user"] = await run_in_threadpool(self._knows, request)
            error = self._closed(request)
        put_down = False

        async def noted(message: Message) -> None:
            nonlocal put_down
            if message["type"] == "http.response.start":  # no answer goes out before its line
                put_down = True
                await run_in_threadpool(self._note, request, message["status"])
            await send(message)

        app = refuse(self._desk, request, error) if error else self._app
        if scope["method"] in SAFE:
            await app(scope, receive, send)
            return
        try:
            await app(scope, receive, noted)
        finally:
            if not put_down:
                await run_in_threadpool(self._note, request, 500)

    def _misled(self, scope: Scope) -> HTTPException | None:
        headers = Headers(scope=scope)
        if not is_known_host(headers, self._hosts):
            said = "The desk does not go by this name."
            return HTTPException(status.HTTP_421_MISDIRECTED_REQUEST, said)
        if scope["method"] not in SAFE and not is_own(headers):
            said = "Another site has sent this. Nothing was changed."
            return HTTPException(status.HTTP_403_FORBIDDEN, said)
        return None

    def _closed(self, request: Request) -> HTTPException | None:
        user: User = request.state.user
        need = _need(self._desk, request.scope)
        if need is None:
            return HTTPException(status.HTTP_403_FORBIDDEN, "Nobody may see or do this.")
        if user.may(need.role):
            return None
        if user.role is not None:
            said = f"This needs the role of {need.role}; {user.name} is {user.role}."
            return HTTPException(status.HTTP_403_FORBIDDEN, said)
        path = request.url.path
        if path.startswith("/api") or request.method not in SAFE:
            headers = {"WWW-Authenticate": "Bearer"}
            return HTTPException(status.HTTP_401_UNAUTHORIZED, "Sign in first.", headers)
        back = quote(f"{path}?{request.url.query}" if request.url.query else path, safe="/")
        headers = {"Location": f"/login?next={back}"}
        return HTTPException(status.HTTP_303_SEE_OTHER, headers=headers)

    def _note(self, request: Request, outcome: int) -> None:
        user: User = request.state.user
        act = f"{request.method} {request.url.path}"[:300]
        self._log.note(user.name, act, str(outcome), address_of(request))


def address_of(request: Request) -> str:
    """The network address that a request comes from."""
    return request.client.host if request.client else ""


def needed(route: RouteContext) -> Need | None:
    """What a route declares; None for one that declares nothing."""
    if route.path == STATIC and isinstance(route.original_route, Mount):
        return Need(None)
    dependant = getattr(route, "dependant", None)
    calls = [found.call for found in dependant.dependencies] if dependant else []
    declared = [call for call in calls if isinstance(call, Need)]
    return max(declared, key=lambda need: rank(need.role)) if declared else None


def _need(desk: FastAPI, scope: Scope) -> Need | None:
    """What the route that answers this request declares; where there is none, nothing is needed."""
    for route in iter_route_contexts(desk.routes):
        if route.matches(scope)[0] is Match.FULL:
            return needed(route)
    return Need(None)
