"""Accounts, sessions, tokens: what counts, until when, and what is kept of it."""

import pytest

from onrecord.web.guard.accounts import SESSION, AccountError, Accounts
from onrecord.web.guard.attempts import MOST, WHILE, Attempts
from onrecord.web.guard.roles import ROLES, User, lesser

PASSWORD = "a quite long password"  # noqa: S105


class Clock:
    now = 1_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def accounts(tmp_path, clock):
    made = Accounts(tmp_path / "accounts.db", clock)
    made.add("ada", "editor", PASSWORD)
    return made


def test_looking_makes_no_file(tmp_path):
    accounts = Accounts(tmp_path / "none.db")
    assert not accounts.any()
    assert accounts.acts() == ()
    assert not accounts.file.exists()


def test_only_the_right_password_of_a_known_name_counts(accounts):
    assert accounts.verified("ada", PASSWORD) == User("ada", "editor")
    assert accounts.verified("ada", PASSWORD + "!") is None
    assert accounts.verified("bob", PASSWORD) is None
    assert accounts.verified("", "") is None


def test_only_its_user_can_read_the_file_and_no_secret_is_in_it(accounts):
    session = accounts.enter(User("ada", "editor"))
    token = accounts.grant("ada", "reader")
    assert accounts.file.stat().st_mode & 0o077 == 0
    kept = accounts.file.read_bytes()
    assert not any(secret.encode() in kept for secret in (PASSWORD, session, token))
    assert b"$argon2id$" in kept


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("ada", PASSWORD),  # there is one
        ("  ", PASSWORD),
        ("a\nb", PASSWORD),
        ("a\u202eb", PASSWORD),
        ("x" * 101, PASSWORD),
        ("bob", "short"),
        ("bob", "x" * 257),
    ],
)
def test_what_is_no_account(accounts, name, password):
    with pytest.raises(AccountError):
        accounts.add(name, "reader", password)
    assert [account.name for account in accounts.listed()] == ["ada"]


def test_a_session_ends_when_it_is_left_and_when_it_is_old(accounts, clock):
    ada = User("ada", "editor")
    one, other = accounts.enter(ada), accounts.enter(ada)
    assert one != other
    accounts.leave(one)
    assert accounts.session(one) is None
    clock.now += SESSION - 1
    assert accounts.session(other) == ada
    clock.now += 2
    assert accounts.session(other) is None


def test_what_an_account_had_goes_with_it(accounts):
    session, token = accounts.enter(User("ada", "editor")), accounts.grant("ada", "reader")
    accounts.remove("ada")
    accounts.add("ada", "admin", PASSWORD)
    assert accounts.session(session) is None
    assert accounts.token(token) is None


@pytest.mark.parametrize("role", ROLES)
def test_a_token_may_do_no_more_than_its_account(accounts, role):
    assert accounts.token(accounts.grant("ada", role)) == User("ada", lesser("editor", role))


def test_a_token_can_be_revoked(accounts):
    secret = accounts.grant("ada", "reader", "weekly export")
    (account,) = accounts.listed()
    (told,) = account.tokens
    assert told.endswith("(reader, weekly export)")
    accounts.revoke(told.split()[0])
    assert accounts.token(secret) is None
    with pytest.raises(AccountError):
        accounts.revoke(told.split()[0])


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_what_lesser_ones_may(role):
    may = [other for other in ROLES if User("ada", role).may(other)]
    assert may == list(ROLES[: ROLES.index(role) + 1])
    assert not User("nobody", None).may(role)


def test_many_failures_have_to_wait(clock):
    attempts = Attempts(clock)
    for _ in range(MOST):
        assert not attempts.wait("ada", "10.0.0.1")
        attempts.failed("ada", "10.0.0.1")
    assert 0 < attempts.wait("bob", "10.0.0.1") <= WHILE + 1
    assert attempts.wait("ada", "10.0.0.2")
    assert not attempts.wait("bob", "10.0.0.2")
    clock.now += WHILE + 1
    assert not attempts.wait("ada", "10.0.0.1")
