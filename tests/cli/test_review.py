"""`onrecord review`, `decide`, `decisions` and `changes`: what people and scripts do with them."""

import io
import json
import os
import pty
import select
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import made_up
import pytest

from onrecord.cli.session import HELP, Session
from onrecord.record import fold
from onrecord.review import Signature, correct, judge, undo
from onrecord.store import Current, open_record
from onrecord.views import EVERYTHING

GOLDEN = Path(__file__).parent / "golden"
ADA = ("--author", "Ada")


def listed(onrecord, command, place):
    code, out, _ = onrecord(*command.split(), "--format", "json", "--record", place)
    assert code == 0
    return json.loads(out)


def fact(onrecord, place, what):
    """The id of the fact in the queue that begins so."""
    (row,) = [r for r in listed(onrecord, "review --list", place) if r["what"].startswith(what)]
    return row["id"]


@pytest.fixture
def decided(record):
    """The made-up record with decisions of known times."""
    with open_record(record) as records:
        start = fold(records.readings())
        by = {
            name: Signature(author=name, time=datetime(2031, 3, 9, hour, tzinfo=UTC), note=note)
            for name, hour, note in (("Ada", 9, "see the annex"), ("Ben", 11, None))
        }
        pledge, *_ = (h.id for h in start.happenings if h.type == "PLEDGE")
        seize, *_ = (h.id for h in start.happenings if h.type == "SEIZE")
        made = [correct(start, pledge, "quantity", "410", by["Ada"])]
        made.append(judge(fold(records.readings(), made), "reject", seize, by["Ben"]))
        made.append(judge(fold(records.readings(), made), "accept", pledge, by["Ben"]))
        made.append(undo(fold(records.readings(), made), made[1].id, by["Ada"]))
        for decision in made:
            records.decide(decision)
    return record


COMMANDS = {
    "review.md": "review --list --format md",
    "review.csv": "review --list --format csv",
    "decisions.md": "decisions --format md",
    "decisions.jsonl": "decisions --format jsonl",
    "changes.md": "changes --since 2031-03-03 --format md",
    "changes.csv": "changes --since 2031-03-03 --format csv",
    "changes.txt": "changes --since 2031-03-03",
}


@pytest.mark.parametrize("name", COMMANDS)
def test_golden(onrecord, decided, name):
    """GOLDEN=write renews the files: read the diff."""
    code, out, err = onrecord(*COMMANDS[name].split(), "--record", decided)
    assert (code, err) == (0, "")
    if os.environ.get("GOLDEN") == "write":
        (GOLDEN / name).write_bytes(out.encode())
    assert out.encode() == (GOLDEN / name).read_bytes()


def test_as_of_is_what_was_decided_until_then(onrecord, decided):
    pledged = [
        [row["min"] for row in listed(onrecord, f"ledger --as-of {day}", decided)
         if row["status"] == "pledged"]
        for day in ("2031-03-08", "2031-03-09")
    ]  # fmt: skip
    assert pledged == [[400], [410]]
    assert listed(onrecord, "decisions --as-of 2031-03-08", decided) == []


def test_every_fact_shows_who_decided_what(onrecord, decided):
    (row,) = [r for r in listed(onrecord, "ledger", decided) if r["status"] == "pledged"]
    told = ["quantity corrected by Ada: see the annex", "accepted by Ben"]
    assert row["decisions"] == told
    why = json.loads(onrecord("why", row["id"], "--record", decided, "--format", "json")[1])
    assert [(d["author"], d["action"], d["value"]) for d in why["decisions"]] == [
        ("Ada", "correct", "410 engineer"),
        ("Ben", "accept", None),
    ]
    text = onrecord("why", row["id"], "--record", decided)[1]
    assert "2031-03-09 Ada correct quantity = 410 engineer: see the annex" in " ".join(text.split())


def test_scripts_decide_without_a_terminal(onrecord, record):
    seized = fact(onrecord, record, "Rebels · seize")
    code, out, err = onrecord("decide", "reject", seized, *ADA, "--record", record)
    assert (code, err) == (0, "")
    assert not [r for r in listed(onrecord, "timeline", record) if r["type"] == "SEIZE"]
    assert onrecord("decide", "undo", out.strip(), *ADA, "--record", record)[0] == 0
    assert [r for r in listed(onrecord, "timeline", record) if r["type"] == "SEIZE"]


def test_a_split_and_a_merge_from_a_script(onrecord, record):
    pledge = next(r for r in listed(onrecord, "ledger", record) if r["status"] == "pledged")["id"]
    proofs = json.loads(onrecord("why", pledge, "--record", record, "--format", "json")[1])
    second = proofs["proofs"][1]["id"]
    assert onrecord("decide", "split", second, *ADA, "--record", record)[0] == 0
    assert [r["status"] for r in listed(onrecord, "ledger", record)].count("pledged") == 2
    assert onrecord("decide", "merge", pledge, second, *ADA, "--record", record)[0] == 0
    assert [r["status"] for r in listed(onrecord, "ledger", record)].count("pledged") == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("accept 00nothing", "no fact has an id that begins with '00nothing'"),
        ("undo 00nothing", "no decision has an id that begins with '00nothing'"),
        ("accept FACT FACT", "about one thing at a time"),
        ("correct FACT", "needs a field and a value"),
        ("correct FACT --field colour --value red", "events have no field 'colour': one of type,"),
        ("correct FACT --field type --value SWIM", "no type 'SWIM': one of"),
        ("correct FACT --field date --value soon", "'soon' is no date like"),
        ("correct FACT --field quantity --value lots", "'lots' is no quantity like"),
        ("note FACT", "a note needs words"),
        ("merge FACT", "a merge needs two facts"),
        ("split FACT", "nothing to split"),
        ("accept FACT --author=", "a decision needs an author"),
    ],
)
def test_what_makes_no_sense_is_one_line(onrecord, record, words, message):
    seized = fact(onrecord, record, "Rebels · seize")
    words = words.replace("FACT", seized).split()
    code, out, err = onrecord("decide", *words, "--record", record)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err
    assert listed(onrecord, "decisions", record) == []


@pytest.mark.parametrize(
    "typed", ["axnnot this ship\nedate\n2031\nuq", "a\nx\nn\nnot this ship\ne\ndate\n2031\nu\n"]
)
def test_keys_may_come_through_a_pipe(onrecord, record, monkeypatch, typed):
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    code, out, err = onrecord("review", "--author", "Ada", "--record", record)
    assert code == 0
    assert "1 of 10: contradicted, new" in out
    assert err == "onrecord: 3 decided, 8 left\n"
    acts = listed(onrecord, "decisions", record)
    assert [act["action"] for act in acts] == ["accept", "reject", "note", "correct", "undo"]
    assert (acts[2]["note"], acts[3]["value"]) == ("not this ship", "2031")


def test_nothing_typed_decides_nothing(onrecord, record, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert onrecord("review", "--record", record)[::2] == (0, "onrecord: 0 decided, 10 left\n")
    assert listed(onrecord, "decisions", record) == []


def test_the_queue_can_be_narrowed(onrecord, record):
    whole = listed(onrecord, "review --list", record)
    some = listed(onrecord, "review --list --actor Sudmark", record)
    assert {row["id"] for row in some} < {row["id"] for row in whole}
    assert all("Sudmark" in row["what"] for row in some)


class Scripted:
    """Somebody who answers as they were told to, and keeps what they are shown."""

    def __init__(self, *answers: str) -> None:
        self._answers = list(answers)
        self.shown: list[str] = []

    def show(self, text: str) -> None:
        self.shown.append(text)

    def key(self) -> str:
        return self._answers.pop(0) if self._answers else "q"

    def line(self, question: str) -> str:
        self.shown.append(question)
        return self._answers.pop(0)


def at_work(place, *answers, author="Ada"):
    desk = Scripted(*answers)
    with open_record(place) as records:
        session = Session(Current(records), desk, author, EVERYTHING)
        session.run()
        return session, desk, fold(records.readings(), records.decisions())


def test_a_session_decides_one_thing_after_the_other(record):
    session, desk, after = at_work(record, "a", "x", "n", "a rumour", "j", "k")
    assert [d.action for d in after.rulings.history] == ["accept", "reject", "note"]
    assert session.decided == 3
    assert desk.shown[0] == HELP
    assert "1 of" in desk.shown[1]


def test_a_session_goes_on_until_nothing_waits(record):
    session, desk, after = at_work(record, *"a" * 100)
    assert session.left == 0
    assert desk.shown[-1] == "nothing waits"
    assert len(after.rulings.history) == session.decided


def test_undo_takes_back_the_last_decision_and_brings_the_item_back(record):
    session, desk, after = at_work(record, "a", "x", "u", "u", "u")
    assert session.decided == 0
    assert after.rulings.in_force == ()
    assert desk.shown[-1].startswith("nothing to undo")
    assert [d.action for d in after.rulings.history] == ["accept", "reject", "undo", "undo"]


def test_an_edit_is_in_view_at_once(record):
    _, desk, after = at_work(record, "e", "as_of", "9 January 2031", "e", "quantity", "31", "q")
    assert "31 bands · 2031-01-09" in desk.shown[-1]
    assert "decided" in desk.shown[-1]
    assert next(d.value for d in after.rulings.history) == "2031-01-09"


def test_what_may_be_the_same_is_merged_by_its_number(record):
    session, desk, after = at_work(record, "m", "1", "q")
    assert "(1) against" in desk.shown[1]
    (made,) = after.rulings.history
    assert (made.action, len(made.targets)) == ("merge", 2)
    assert session.decided == 1
    assert "2. " in desk.shown[-1]


def test_a_mistake_costs_nothing(record):
    answers = ("e", "colour", "red", "m", "00nothing", "s", "7", "n", "", "z")
    session, desk, after = at_work(record, *answers)
    assert session.decided == 0
    assert after.rulings.history == ()
    told = [line for line in desk.shown if line.startswith(("figures have", "no fact", "none of"))]
    assert len(told) == 3
    assert desk.shown[-1] == HELP


def test_the_report_is_opened_at_the_sentence(record):
    _, desk, _ = at_work(record, "o")
    page = desk.shown[-1]
    assert "Coast Gazette" in page
    assert "[" in page


def test_two_analysts_do_not_overrule_each_other_unawares(record):
    with open_record(record) as records:
        ada, ben = Scripted("x"), Scripted("a")
        first = Session(Current(records), ada, "Ada", EVERYTHING)
        second = Session(Current(records), ben, "Ben", EVERYTHING)
        first.run()
        second.run()
        assert [d.author for d in records.decisions()] == ["Ada"]
        assert any("Ada has decided on this" in line for line in ben.shown)
        assert second.left == first.left


@pytest.mark.parametrize("name", ["first", "hostile"])
def test_what_a_report_says_does_nothing_to_the_terminal(tmp_path, name):
    place = tmp_path / "hostile.db"
    with open_record(place) as records:
        records.add(getattr(made_up, name)(), "0.1.0")
    _, desk, _ = at_work(place, "o", "a", "q")
    shown = "\n".join(desk.shown)
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_keys_at_a_real_terminal(record):
    command = [sys.executable, "-c", "import onrecord.cli as c; c.main()", "review"]
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*command, "--record", str(record), *ADA],
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
    ) as child:  # fmt: skip
        os.close(theirs)
        for key in b"axuq":
            wait_for_quiet(ours)
            os.write(ours, bytes([key]))
        assert "1 decided" in wait_for_quiet(ours)
        assert child.wait() == 0
    os.close(ours)
    with open_record(record) as records:
        assert [d.action for d in records.decisions()] == ["accept", "reject", "undo"]


def wait_for_quiet(terminal: int) -> str:
    """What is printed until the program waits for a key: keys typed ahead are not taken."""
    shown = b""
    with suppress(OSError):  # the terminal is gone when the program is
        while not shown or select.select([terminal], [], [], 1)[0]:
            shown += os.read(terminal, 1 << 16)
    return shown.decode()


QUESTIONS = (
    "ledger", "timeline", "figures", "statements", "actors", "missions", "conflicts", "decisions",
    "review --list", "export --to jsonl", "changes --since 2031-02",
)  # fmt: skip


@pytest.mark.parametrize("command", QUESTIONS)
@pytest.mark.parametrize("day", ["2031-03-02", "2031-03-08", "2031-03-09", "2031"])
def test_as_of_is_the_record_of_that_day(onrecord, decided, tmp_path, command, day):
    """What was known then is what a record says that has nothing later."""
    until = day if len(day) > 4 else f"{day}-12-31"
    then = tmp_path / "then.db"
    with open_record(decided) as now, open_record(then) as records:
        for reading in now.readings():
            if reading.report.published <= until:
                records.add(reading, "0.1.0")
        for decision in now.decisions():
            if decision.time[:10] <= until:
                records.decide(decision)
    asked = (*command.split(), "--as-of", day, "--record", decided)
    assert onrecord(*asked) == onrecord(*command.split(), "--record", then)


def test_decisions_can_be_narrowed(onrecord, decided):
    def ids(*words):
        code, out, _ = onrecord("decisions", *words, "--format", "json", "--record", decided)
        assert code == 0
        return [(row["author"], row["action"]) for row in json.loads(out)]

    assert ids("--author", "Ben") == [("Ben", "reject"), ("Ben", "accept")]
    assert ids("--actor", "Norland") == [("Ada", "correct"), ("Ben", "accept")]
    assert ids("--actor", "Rebels") == [("Ben", "reject"), ("Ada", "undo")]
    assert ids("--since", "2031-03-10") == []
    assert len(ids("--until", "2031-03")) == 4


def actor(onrecord, place, name):
    """The ids of the actors of that name."""
    return [row["id"] for row in listed(onrecord, "actors", place) if row["name"] == name]


def test_actors_are_merged_split_and_explained(onrecord, record):
    (norland,), (sudmark,) = (actor(onrecord, record, name) for name in ("Norland", "Sudmark"))
    merged = onrecord("decide", "merge", norland, sudmark, "--record", record, *ADA)[1].strip()
    assert len(actor(onrecord, record, "Norland") + actor(onrecord, record, "Sudmark")) == 1
    parties = {row["party"] for row in listed(onrecord, "ledger", record)}
    assert len(parties & {"Norland", "Sudmark"}) == 1
    why = json.loads(onrecord("why", norland, "--record", record, "--format", "json")[1])
    assert (why["kind"], [d["action"] for d in why["decisions"]]) == ("actor", ["merge"])
    assert onrecord("why", norland, "--record", record)[0] == 0
    assert onrecord("decide", "undo", merged, "--record", record, *ADA)[0] == 0
    assert actor(onrecord, record, "Sudmark") == [sudmark]
    assert {row["action"] for row in listed(onrecord, "decisions", record)} == {"merge", "undo"}
    assert len(actor(onrecord, record, "Norland")) == 1
