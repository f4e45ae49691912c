"""Who may do what at the desk, and what nobody may."""

from dataclasses import dataclass
from functools import partial
from getpass import getuser
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.routing import iter_route_contexts

from onrecord.web.guard.accounts import BESIDE, Accounts
from onrecord.web.guard.attempts import Attempts
from onrecord.web.guard.door import door
from onrecord.web.guard.gate import COOKIE, Gate, needed
from onrecord.web.guard.headers import Headed
from onrecord.web.guard.limits import Sized, Timed
from onrecord.web.guard.origins import LOOPBACK
from onrecord.web.guard.roles import NOBODY, Role, User, needs, open_to_all, who

__all__ = [
    "Guard",
    "NoAccountsError",
    "Role",
    "User",
    "can_leave",
    "is_open",
    "needs",
    "open_to_all",
    "protect",
    "who",
]

_BODY = 64_000_000  # bytes: the largest report of any format, and what a form has around it
_SECONDS = 30.0


class NoAccountsError(RuntimeError):
    """A desk that others can reach, with nobody who may sign in."""

    def __init__(self) -> None:
        super().__init__(
            "other computers could open the record: make an account first, "
            "with onrecord accounts add NAME"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """What the desk is guarded by.

    `accounts` are those beside the record where None. `local` says that only this computer can
    reach the desk: while nobody has an account, its user is then an editor. `hosts` are the names
    that the desk goes by, `body` the most bytes of a request, `seconds` the longest time of a
    request to read.
    """

    accounts: Path | None = None
    local: bool = True
    hosts: tuple[str, ...] = LOOPBACK
    body: int = _BODY
    seconds: float = _SECONDS


def protect(app: FastAPI, guard: Guard) -> None:
    """Put the guard before the desk.

    Raises `NoAccountsError` where other computers could reach it and nobody has an account.
    """
    from onrecord.store import beside

    accounts = Accounts(guard.accounts or beside(app.state.place, BESIDE))
    signing = accounts.any()
    if not (signing or guard.local):
        raise NoAccountsError
    app.state.accounts, app.state.signing = accounts, signing
    if signing:
        app.include_router(door(accounts, Attempts()))
    knows = partial(_known, accounts) if signing else _local
    app.state.roles = {
        route.path: need.role
        for route in iter_route_contexts(app.routes)
        if "GET" in (getattr(route, "methods", None) or ()) and (need := needed(route))
    }
    # The last one added is the first to see a request.
    app.add_middleware(Sized, desk=app, most=guard.body)
    app.add_middleware(Gate, desk=app, hosts=guard.hosts, knows=knows, log=accounts)
    app.add_middleware(Timed, desk=app, seconds=guard.seconds)
    app.add_middleware(Headed, desk=app)


def is_open(request: Request, path: str) -> bool:
    """Whether the page at that path, as its route has it, is open to whoever asks."""
    roles: dict[str, Role | None] = request.app.state.roles
    return path in roles and who(request).may(roles[path])


def can_leave(request: Request) -> bool:
    """Whether whoever asks has signed in, and can sign out."""
    return bool(request.app.state.signing) and who(request) != NOBODY


def _local(_: Request) -> User:
    """Whoever sits at this computer."""
    try:
        return User(getuser(), "editor")
    except (OSError, KeyError, ImportError):  # a system that knows no name for its user
        return User("editor", "editor")


def _known(accounts: Accounts, request: Request) -> User:
    """Who shows a token, or else has a session; nobody where neither counts."""
    given = request.headers.get("authorization")
    if given is not None:
        scheme, _, secret = given.partition(" ")
        return (accounts.token(secret) if scheme.casefold() == "bearer" else None) or NOBODY
    secret = request.cookies.get(COOKIE, "")
    return (accounts.session(secret) if secret else None) or NOBODY
