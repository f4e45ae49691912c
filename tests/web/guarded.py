"""Desks for tests of the guard: a real server, people who may open it, and people who may not."""

import socket
from contextlib import contextmanager

import httpx
from desks import served

from onrecord.web.desk import create_app
from onrecord.web.guard import Guard
from onrecord.web.guard.accounts import BESIDE, Accounts
from onrecord.web.guard.roles import ROLES

PASSWORD = "a quite long password"  # noqa: S105


def with_accounts(place, *roles):
    """Accounts beside the record, each named as its role."""
    accounts = Accounts(place.with_name(place.name + BESIDE))
    for role in roles or ROLES:
        accounts.add(role, role, PASSWORD)
    return accounts


@contextmanager
def desk(place, *, add=None, **guard):
    """A browser at the desk of a record; `add` may give the desk further routes.

    It follows no redirect unawares.
    """
    app = create_app(str(place), Guard(**guard))
    if add:
        add(app)
    with served(app) as address, httpx.Client(base_url=address, timeout=60) as client:
        yield client


def sign_in(client, name, onward="/", **headers):
    """The answer to somebody who signs in."""
    form = {"name": name, "password": PASSWORD, "next": onward}
    return client.post("/login", data=form, headers=headers)


def raw(client, head, body=b""):
    """The status code of a request as no well-made client sends it: its head line by line."""
    address = client.base_url.host, client.base_url.port
    with socket.create_connection(address, timeout=60) as connection:
        connection.sendall("\r\n".join([*head, "", ""]).encode() + body)
        return int(connection.recv(4096).split()[1])
