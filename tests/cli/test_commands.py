import os
import subprocess
import sys

import made_up
import pytest

from onrecord import __version__, wire
from onrecord.cli.app import run
from onrecord.store import open_record

COMMANDS = (
    "read", "code", "add", "ledger", "timeline", "figures", "statements", "actors", "missions",
    "conflicts", "changes", "brief", "why", "review", "decide", "decisions", "reread", "export",
    "backup", "restore", "check", "search",
)  # fmt: skip


def test_help_names_every_command(onrecord):
    code, out, err = onrecord("--help")
    assert (code, err) == (0, "")
    for name in COMMANDS:
        assert f"\n  {name} " in out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(onrecord, name):
    code, out, err = onrecord(name, "--help")
    assert (code, err) == (0, "")
    assert f"\n  onrecord {name} " in out


def test_version(onrecord):
    assert onrecord("--version") == (0, f"onrecord {__version__}\n", "")


@pytest.mark.parametrize(
    "words",
    ["raed", "read", "ledger --no-such", "ledger --format xml", "export", "export --to xml", "why"],
)
def test_wrong_usage_is_one_line(onrecord, words):
    code, out, err = onrecord(*words.split())
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_a_wrong_command_gets_a_hint(onrecord):
    assert "Did you mean 'read', 'reread'?" in onrecord("raed")[2]


def test_debug_shows_where_an_error_came_from(record):
    with pytest.raises(Exception, match="no mission called"):
        run(["ledger", "--debug", "--record", record, "--mission", "Nowhere"])


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from onrecord.cli.app import run; run(['--help']);"
        "heavy = {'spacy', 'sqlalchemy', 'trafilatura', 'rich', 'rapidfuzz', 'yaml', 'alembic'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_reading_loads_nothing_of_the_record(tmp_path):
    (tmp_path / "short.txt").write_text("Ghana sent 200 soldiers to Mali.")
    code = (
        "import sys; from onrecord.cli.app import run; run(['read', sys.argv[1]]);"
        "heavy = {'onrecord.record', 'onrecord.views', 'onrecord.store', 'onrecord.exports',"
        "'sqlalchemy', 'rich', 'trafilatura', 'spacy.cli'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    words = [sys.executable, "-c", code, str(tmp_path / "short.txt")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_goes_away_ends_the_command_quietly(tmp_path):
    place = tmp_path / "many.db"
    with open_record(place) as records:
        for number in range(40):
            draft = made_up.Draft(f"{number:064x}", "Nothing happened. " * 500)
            records.add(draft.reading(), "0.1.0")
    command = [sys.executable, "-c", "import onrecord.cli as c; c.main()", "export"]
    with subprocess.Popen(
        [*command, "--to", "jsonl", "--record", str(place)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        child.stdout.readline()
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait() == 0


def test_a_terminal_without_the_character_is_no_error(record):
    command = [sys.executable, "-c", "import onrecord.cli as c; c.main()", "statements"]
    done = subprocess.run(
        [*command, "--record", record],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "“We will not wait,”".encode() in done.stdout


def test_the_contract_of_read_keeps_its_keys():
    import json

    reading = json.loads(wire.encode(made_up.first()))
    assert list(reading) == [
        "report", "times", "quantities", "actors", "places", "events", "statements", "figures",
        "commitments",
    ]  # fmt: skip
    assert set(reading["events"][0]) == {
        "id", "type", "sentence", "trigger", "actor", "recipient", "mission", "item", "quantity",
        "place", "date", "certainty", "polarity", "attribution", "plover", "cameo", "confidence",
        "why",
    }  # fmt: skip
    assert set(reading["commitments"][0]) == {
        "party", "mission", "beneficiary", "item", "quantity", "status", "date", "certainty",
        "event",
    }  # fmt: skip
    assert set(reading["figures"][0]) == {
        "measure", "min", "max", "approx", "unit", "of", "as_of", "attribution", "span",
        "sentence",
    }  # fmt: skip
    assert set(reading["statements"][0]) == {
        "id", "speaker", "direct", "cue", "content", "channel", "sentence", "addressee", "date",
    }  # fmt: skip
    assert reading["events"][0]["actor"][0]["span"] == [4, 19]
    assert wire.decode(wire.encode(made_up.first())) == made_up.first()
