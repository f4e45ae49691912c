"""A PostgreSQL server for the tests alone: on a socket of its own, in a folder that goes away."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

OLDEST = 15
_ACCOUNTS = ("postgres", "nobody")  # the server will not run as root


def programs() -> Path | None:
    """The folder with the newest server's programs, if there is one that is new enough."""
    found = [Path(path).parent for path in filter(None, [shutil.which("initdb")])]
    debian = Path("/usr/lib/postgresql")
    numbers = [int(path.name) for path in debian.glob("*") if path.name.isdecimal()]
    found += [debian / str(number) / "bin" for number in sorted(numbers, reverse=True)]
    return next((folder for folder in found if _version(folder) >= OLDEST), None)


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """The address of a new server's first database."""
    account = _account()
    place = tempfile.mkdtemp(prefix="onrecord-", dir="/tmp")
    if account:
        shutil.chown(place, account)
    data = f"{place}/data"
    options = f"-c listen_addresses='' -c unix_socket_directories={place} -c fsync=off"

    def run(program: str, *words: str) -> None:
        subprocess.run(
            [folder / program, "-D", data, *words], user=account, cwd=place, check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    try:
        run("initdb", "--username=tester", "--auth=trust", "--encoding=UTF8", "--locale=C")
        run("pg_ctl", "start", "--wait", f"--log={place}/log", f"--options={options}")
        try:
            yield f"postgresql://tester@/postgres?host={place}"
        finally:
            run("pg_ctl", "stop", "--mode=immediate")
    finally:
        shutil.rmtree(place)


def database(address: str, name: str) -> str:
    """The address of a new, empty database of that server."""
    _do(address, f"CREATE DATABASE {name}")
    return address.replace("/postgres?", f"/{name}?")


def schema(address: str, name: str) -> str:
    """The address of a new, empty schema of that database: it takes no files of its own."""
    _do(address, f"CREATE SCHEMA {name}")
    return f"{address}&options=-csearch_path%3D{name}"


def _do(address: str, act: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(act)


def _account() -> str | None:
    if os.name != "posix" or os.geteuid() != 0:
        return None
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in _ACCOUNTS if name in known)


def _version(folder: Path) -> int:
    try:
        said = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout
    except OSError:
        return 0
    return int(re.findall(r"\d+", said)[0])
