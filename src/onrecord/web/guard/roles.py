"""Who may do what: four roles, each of which may do all that the ones before it may."""

from dataclasses import dataclass
from typing import Any, Literal, get_args

from fastapi import Depends, HTTPException, Request, status

Role = Literal["reader", "reviewer", "editor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the one that may look to the one that may do everything."""


def rank(role: Role | None) -> int:
    """How much a role may do: 0 for none, then 1 to 4."""
    return 0 if role is None else ROLES.index(role) + 1


@dataclass(frozen=True, slots=True)
class User:
    """Somebody at the desk; without a role it is somebody who has not signed in."""

    name: str
    role: Role | None

    def may(self, role: Role | None) -> bool:
        """Whether what needs that role is open to this user; None needs nothing."""
        return rank(self.role) >= rank(role)


NOBODY = User("nobody", None)


@dataclass(frozen=True, slots=True)
class Need:
    """What a route declares: the least role that it is open to; None for everybody."""

    role: Role | None

    def __call__(self, request: Request) -> None:
        """Refuse a user who may not, also where no guard stands before the route."""
        if not who(request).may(self.role):
            raise HTTPException(status.HTTP_403_FORBIDDEN)


def needs(role: Role) -> Any:
    """What a route declares: the least role that it is open to."""
    return Depends(Need(role))


def open_to_all() -> Any:
    """What a route declares that people need before they can sign in."""
    return Depends(Need(None))


def who(request: Request) -> User:
    """Who asks."""
    user = request.scope.get("state", {}).get("user", NOBODY)
    assert isinstance(user, User)  # noqa: S101
    return user


def lesser(one: Role, other: Role) -> Role:
    """The role of the two that may do less."""
    return min(one, other, key=rank)
