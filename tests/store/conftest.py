"""The same tests on both stores: a place is a file of SQLite, or a database of PostgreSQL."""

import os
from itertools import count

import pytest
from server import OLDEST, database, programs, running, schema

KINDS = ("sqlite", "postgresql")
_NUMBERS = count(1)


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server's address; a test that needs it is skipped without one, but not in CI."""
    folder = programs()
    if folder is None:
        reason = f"no PostgreSQL {OLDEST} or newer on this machine"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with running(folder) as address:
        yield address


@pytest.fixture(params=KINDS)
def kind(request):
    """Which store it is."""
    return request.param


@pytest.fixture
def places(kind, tmp_path, request):
    """Makes the place of a record that is not there yet, by name."""
    return _places(kind, tmp_path, request, schema)


@pytest.fixture
def databases(kind, tmp_path, request):
    """As `places`, where a record has to have a database of PostgreSQL for itself."""
    return _places(kind, tmp_path, request, database)


@pytest.fixture
def place(places):
    """The place of a record that is not there yet."""
    return places("record")


def _places(kind, folder, request, make):
    known = {}

    def place(name):
        if kind == "sqlite":
            return str(folder / "deep" / f"{name}.db")
        if name not in known:
            known[name] = make(request.getfixturevalue("server"), f"t{next(_NUMBERS)}")
        return known[name]

    return place
