"""Every route with every role: what is open to whom, and that nothing is open by default."""

import re

import pytest
from fastapi import APIRouter
from fastapi.routing import iter_route_contexts
from guarded import desk, sign_in, with_accounts
from starlette.routing import Mount

from onrecord.store import open_record
from onrecord.web.desk import create_app
from onrecord.web.guard import Guard
from onrecord.web.guard.gate import needed
from onrecord.web.guard.roles import ROLES, User

OPEN = {"/login", "/logout", "/static", "/healthz"}
"""What people, and who watches over the desk, need before they sign in."""


def routes(app):
    """Each route of a desk with its path, method and need."""
    for route in iter_route_contexts(app.routes):
        for method in getattr(route, "methods", None) or ["GET"]:
            yield route.path, method, needed(route)


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """A desk with accounts: its place and its routes."""
    place = tmp_path_factory.mktemp("desk") / "record.db"
    open_record(place).close()
    with_accounts(place)
    return place, sorted(routes(create_app(str(place), Guard())), key=str)


def test_every_route_says_whom_it_is_open_to(known):
    undeclared = [path for path, _, need in known[1] if need is None]
    assert undeclared == []


def test_little_is_open_to_all(known):
    assert {path for path, _, need in known[1] if need and need.role is None} <= OPEN


def test_who_reads_changes_nothing(known):
    changing = [
        (path, method)
        for path, method, need in known[1]
        if method not in {"GET", "HEAD"} and path not in OPEN
        if User("reader", "reader").may(need.role)
    ]
    assert changing == []


@pytest.mark.parametrize("role", [None, *ROLES])
def test_every_route_with_every_role(known, role):
    place, declared = known
    user = User("x", role)
    with desk(place) as client:
        if role:
            sign_in(client, role)
        for path, method, need in declared:
            if path in {"/logout", "/static"}:
                continue
            some = re.sub(r"\{[^}]*\}", "x", path)
            code = client.request(method, some).status_code
            if user.may(need.role):
                assert code not in {401, 403}, (method, path)
            elif role:
                assert code == 403, (method, path)
            else:
                page = method == "GET" and not path.startswith("/api")
                assert code == (303 if page else 401), (method, path)


def test_what_declares_nothing_is_open_to_nobody(known):
    place, _ = known
    reached = []

    def forgotten(app):
        app.get("/forgotten")(lambda: reached.append("route"))
        router = APIRouter(prefix="/deep")
        router.post("/forgotten")(lambda: reached.append("router"))
        app.include_router(router)
        app.add_route("/plain", lambda _: reached.append("plain"))
        app.routes.append(Mount("/mounted", app=lambda *_: reached.append("mount")))

    with desk(place, add=forgotten) as client:
        sign_in(client, "admin")
        assert client.get("/forgotten").status_code == 403
        assert client.post("/deep/forgotten").status_code == 403
        assert client.get("/plain").status_code == 403
        assert client.get("/mounted/anything").status_code == 403
    assert reached == []
