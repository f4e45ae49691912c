"""Who may do what at the desk."""

from dataclasses import dataclass
from getpass import getuser
from typing import Any, Literal

from fastapi import Depends, FastAPI, Request

Role = Literal["reader", "reviewer", "editor", "admin"]


@dataclass(frozen=True, slots=True)
class User:
    """Somebody at the desk."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Guard:
    """What the desk is guarded by."""


def protect(app: FastAPI, guard: Guard) -> None:
    """Put the guard before the desk."""
    app.state.guard = guard


def needs(role: Role) -> Any:
    """What every route declares: the least role that it is open to."""

    def allowed() -> Role:
        return role

    return Depends(allowed)


def who(request: Request) -> User:  # noqa: ARG001
    """Who asks."""
    return User(getuser(), "editor")
