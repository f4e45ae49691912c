"""Signing in and out."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response, status
from fastapi.responses import RedirectResponse

from onrecord.web.guard.accounts import LONGEST, SESSION, Accounts
from onrecord.web.guard.attempts import Attempts
from onrecord.web.guard.gate import COOKIE, address_of
from onrecord.web.guard.origins import safe_next
from onrecord.web.guard.roles import open_to_all

_LONG = 2000  # characters of an address
_WRONG = "No account has this name and password."


def door(accounts: Accounts, attempts: Attempts) -> APIRouter:
    """The routes of a desk that has accounts."""
    router = APIRouter(dependencies=[open_to_all()], include_in_schema=False)

    @router.get("/login")
    def ask(
        request: Request, onward: Annotated[str, Query(alias="next", max_length=_LONG)] = "/"
    ) -> Response:
        return _asked(request, onward)

    @router.post("/login")
    def enter(
        request: Request,
        name: Annotated[str, Form(max_length=LONGEST)],
        password: Annotated[str, Form(max_length=LONGEST)],
        onward: Annotated[str, Form(alias="next", max_length=_LONG)] = "/",
    ) -> Response:
        keys = f"name {name.strip()}", f"address {address_of(request)}"
        if wait := attempts.wait(*keys):
            told = "Too many have failed to sign in. Try again in a quarter of an hour."
            late = _asked(request, onward, told, status.HTTP_429_TOO_MANY_REQUESTS)
            late.headers["Retry-After"] = str(wait)
            return late
        user = accounts.verified(name, password)
        if user is None:
            attempts.failed(*keys)
            accounts.note(name, "sign in", "refused", address_of(request))
            return _asked(request, onward, _WRONG, status.HTTP_401_UNAUTHORIZED)
        accounts.note(user.name, "sign in", "done", address_of(request))
        there = RedirectResponse(safe_next(onward), status.HTTP_303_SEE_OTHER)
        there.set_cookie(
            COOKIE,
            accounts.enter(user),
            max_age=SESSION,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return there

    @router.post("/logout")
    def leave(request: Request) -> Response:
        accounts.leave(request.cookies.get(COOKIE, ""))
        gone = RedirectResponse("/login", status.HTTP_303_SEE_OTHER)
        gone.delete_cookie(COOKIE, httponly=True, samesite="strict")
        return gone

    return router


def _asked(
    request: Request, onward: str, told: str = "", code: int = status.HTTP_200_OK
) -> Response:
    from onrecord.web.paper import page

    return page(request, "login.html", status=code, onward=safe_next(onward), told=told)
