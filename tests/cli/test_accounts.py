"""`onrecord accounts`: who may open the desk, and `serve` where nobody may."""

import io

import pytest

PASSWORD = "a quite long password"  # noqa: S105


@pytest.fixture
def type_in(monkeypatch):
    return lambda words: monkeypatch.setattr("sys.stdin", io.StringIO(f"{words}\n"))


def test_an_account_from_its_beginning_to_its_end(onrecord, record, type_in):
    type_in(PASSWORD)
    assert onrecord("accounts", "add", "ada", "--role", "editor", "--record", record)[0] == 0
    code, secret, told = onrecord("accounts", "token", "ada", "--note", "x", "--record", record)
    assert code == 0
    assert secret.startswith("onrecord_")
    assert told == "onrecord: keep it: it is not shown again\n"
    listed = onrecord("accounts", "list", "--format", "csv", "--record", record)[1]
    head, row = listed.splitlines()
    assert head == "name,role,made,tokens"
    assert row.startswith("ada,editor,")
    key = row.rpartition(",")[0].rpartition(",")[2] if '"' not in row else row.split('"')[1]
    assert onrecord("accounts", "revoke", key.split()[0], "--record", record)[0] == 0
    assert onrecord("accounts", "remove", "ada", "--record", record)[0] == 0
    assert onrecord("accounts", "list", "--record", record)[2] == "onrecord: nothing found\n"
    log = onrecord("accounts", "log", "--format", "md", "--record", record)[1]
    assert [line.split(" | ")[3] for line in log.splitlines()[2:]] == [
        "add account ada", "make token of ada", f"revoke token {key.split()[0]}",
        "remove account ada",
    ]  # fmt: skip
    assert PASSWORD not in log


@pytest.mark.parametrize(
    ("words", "typed", "line"),
    [
        (("add", "ada"), "short", "a password has 12 to 256 characters"),
        (("add", " "), PASSWORD, "a name has 1 to 100 characters, all of them visible"),
        (("remove", "bob"), "", "there is no account 'bob'"),
        (("token", "bob"), "", "there is no account 'bob'"),
        (("revoke", "0"), "", "there is no token '0'"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(onrecord, record, type_in, words, typed, line):
    type_in(typed)
    code, out, err = onrecord("accounts", *words, "--record", record)
    assert (code, out, err) == (2, "", f"onrecord: {line}\n")


def test_a_desk_for_others_needs_accounts(onrecord, record):
    code, out, err = onrecord("serve", "--host", "192.0.2.1", "--record", record)
    assert (code, out) == (2, "")
    assert err == (
        "onrecord: other computers could open the record: make an account first, with "
        "onrecord accounts add NAME\n"
    )
