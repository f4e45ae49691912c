"""Accounts, sessions, tokens and the audit log, in a small database of their own.

Passwords are kept as argon2id hashes. Sessions and tokens are random, 256 bits each, so that one
round of SHA-256 is enough to keep them: whoever reads the file can use neither.
"""

import hashlib
import secrets
import sqlite3
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from onrecord.web.guard.roles import Role, User, lesser

BESIDE = ".desk.db"
"""What the name of the file has behind the name of the record's."""
SESSION = 12 * 60 * 60
"""Seconds that a session lasts."""
SHORTEST, LONGEST = 12, 256
"""Characters of a password."""

_PATIENCE = 10  # seconds that a writer waits for another one
_NAME = 100  # characters
_MADE = """
CREATE TABLE IF NOT EXISTS accounts (
  name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, made TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sessions (
  hash TEXT PRIMARY KEY, until REAL NOT NULL,
  account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE
) STRICT;
CREATE TABLE IF NOT EXISTS tokens (
  id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, role TEXT NOT NULL, note TEXT NOT NULL,
  made TEXT NOT NULL, account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE
) STRICT;
CREATE TABLE IF NOT EXISTS acts (
  number INTEGER PRIMARY KEY, time TEXT NOT NULL, who TEXT NOT NULL, address TEXT NOT NULL,
  act TEXT NOT NULL, outcome TEXT NOT NULL
) STRICT;
"""


class AccountError(ValueError):
    """An account that cannot be made or found; the message is for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who may sign in. `tokens` has the id, the role and the note of each token."""

    name: str
    role: Role
    made: str
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something that somebody did at the desk, from which network address, and what came of it."""

    time: str
    who: str
    address: str
    act: str
    outcome: str


class Accounts:
    """The accounts in a file; it is made when something is first put into it.

    `now` gives seconds since the epoch.
    """

    def __init__(self, file: Path, now: Callable[[], float] = time.time) -> None:
        self.file = file
        self._now = now

    def any(self) -> bool:
        """Whether somebody can sign in."""
        return bool(self.listed())

    def listed(self) -> tuple[Account, ...]:
        """All accounts by name."""
        if not self.file.exists():
            return ()
        with self._open() as database:
            rows = database.execute("SELECT name, role, made FROM accounts ORDER BY name")
            found = rows.fetchall()
            tokens = database.execute(
                "SELECT account, id || ' (' || role || CASE note WHEN '' THEN '' ELSE ', ' END || "
                "note || ')' FROM tokens ORDER BY made, id"
            ).fetchall()
        return tuple(
            Account(
                name=name,
                role=role,
                made=made,
                tokens=tuple(token for account, token in tokens if account == name),
            )
            for name, role, made in found
        )

    def add(self, name: str, role: Role, password: str) -> None:
        """Make an account. Raises `AccountError` for a name or a password that cannot be."""
        name = unicodedata.normalize("NFC", name.strip())
        if not name or len(name) > _NAME or not name.isprintable():
            raise AccountError(f"a name has 1 to {_NAME} characters, all of them visible")
        if not SHORTEST <= len(password) <= LONGEST:
            raise AccountError(f"a password has {SHORTEST} to {LONGEST} characters")
        row = (name, role, _hasher().hash(password), self._time())
        with self._open() as database:
            try:
                database.execute("INSERT INTO accounts VALUES (?, ?, ?, ?)", row)
            except sqlite3.IntegrityError:
                raise AccountError(f"there is an account {name!r} already") from None

    def remove(self, name: str) -> None:
        """End an account with its sessions and tokens. Raises `AccountError` where it is none."""
        with self._open() as database:
            if not database.execute("DELETE FROM accounts WHERE name = ?", (name,)).rowcount:
                raise _no_account(name)

    def verified(self, name: str, password: str) -> User | None:
        """The user with that name and password. An unknown name takes as long as a known one."""
        name = unicodedata.normalize("NFC", name.strip())
        with self._open() as database:
            query = "SELECT role, password FROM accounts WHERE name = ?"
            row = database.execute(query, (name,)).fetchone()
        kept = row[1] if row else _nobody()
        try:
            _hasher().verify(kept, password[: LONGEST + 1])
        except (VerifyMismatchError, InvalidHashError):
            return None
        return User(name, row[0]) if row else None

    def enter(self, user: User) -> str:
        """Begin a session; returns the secret that the browser keeps."""
        secret = secrets.token_urlsafe(32)
        with self._open() as database:
            database.execute("DELETE FROM sessions WHERE until <= ?", (self._now(),))
            database.execute(
                "INSERT INTO sessions (hash, until, account) VALUES (?, ?, ?)",
                (_hash(secret), self._now() + SESSION, user.name),
            )
        return secret

    def leave(self, secret: str) -> None:
        """End a session."""
        with self._open() as database:
            database.execute("DELETE FROM sessions WHERE hash = ?", (_hash(secret),))

    def session(self, secret: str) -> User | None:
        """Whose session that is, if it has not run out."""
        query = (
            "SELECT name, role FROM sessions JOIN accounts ON name = account "
            "WHERE hash = ? AND until > ?"
        )
        with self._open() as database:
            row = database.execute(query, (_hash(secret), self._now())).fetchone()
        return User(*row) if row else None

    def grant(self, name: str, role: Role, note: str = "") -> str:
        """Make a token for programs of that account; it is told this once.

        It may do what both its role and the account's may do. Raises `AccountError` where there is
        no such account.
        """
        secret = f"onrecord_{secrets.token_urlsafe(32)}"
        row = (secrets.token_hex(4), _hash(secret), role, note, self._time(), name)
        with self._open() as database:
            try:
                database.execute("INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?)", row)
            except sqlite3.IntegrityError:
                raise _no_account(name) from None
        return secret

    def revoke(self, token: str) -> None:
        """End the token with that id. Raises `AccountError` where there is none."""
        with self._open() as database:
            if not database.execute("DELETE FROM tokens WHERE id = ?", (token,)).rowcount:
                raise AccountError(f"there is no token {token!r}")

    def token(self, secret: str) -> User | None:
        """Whose token that is."""
        query = (
            "SELECT name, accounts.role, tokens.role FROM tokens JOIN accounts ON name = account "
            "WHERE hash = ?"
        )
        with self._open() as database:
            row = database.execute(query, (_hash(secret),)).fetchone()
        return User(row[0], lesser(row[1], row[2])) if row else None

    def note(self, who: str, act: str, outcome: str, address: str = "") -> None:
        """Put an act down in the audit log."""
        with self._open() as database:
            database.execute(
                "INSERT INTO acts (time, who, address, act, outcome) VALUES (?, ?, ?, ?, ?)",
                (self._time(), who[:_NAME], address, act, outcome),
            )

    def acts(self) -> tuple[Act, ...]:
        """The audit log, in order of time."""
        if not self.file.exists():
            return ()
        with self._open() as database:
            rows = database.execute("SELECT time, who, address, act, outcome FROM acts ORDER BY 1")
            names = ("time", "who", "address", "act", "outcome")
            return tuple(Act(**dict(zip(names, row, strict=True))) for row in rows)

    def _time(self) -> str:
        moment = datetime.fromtimestamp(self._now(), UTC)
        return moment.isoformat(timespec="seconds").replace("+00:00", "Z")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are kept when all goes well."""
        if not self.file.exists():
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.touch(mode=0o600)
        database = sqlite3.connect(self.file, timeout=_PATIENCE)
        try:
            database.execute("PRAGMA foreign_keys = ON")
            if not database.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
                database.executescript(_MADE)
            with database:
                yield database
        finally:
            database.close()


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def _no_account(name: str) -> AccountError:
    return AccountError(f"there is no account {name!r}")


@cache
def _hasher() -> PasswordHasher:
    """With the parameters of RFC 9106 for machines with little memory."""
    return PasswordHasher()


@cache
def _nobody() -> str:
    """A hash that no password has: what unknown names are compared with."""
    return _hasher().hash(secrets.token_urlsafe(32))
