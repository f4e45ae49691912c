"""Every fault that a record can have is told in one line; what follows from readings is mended."""

import pytest
from genuine import identified, reading

from onrecord.model import Decision, Span, Target
from onrecord.store import NoRecordError, open_record
from onrecord.store.database import database
from onrecord.store.location import record_url

ENGINE = "1.0"
KNOWN = reading(1)
ID = KNOWN.report.id
AT = f"report {ID[:12]}: "
MEND = "; onrecord check --mend makes it anew"
TARGET = Target(report=ID, kind="event", type="PLEDGE", span=Span(0, 3), claim="c1", alone=True)
DECISION = Decision(
    id="d1", author="Ada", time="2031-02-01T09:00:00.000000Z", action="accept", targets=(TARGET,)
)


@pytest.fixture
def place(tmp_path):
    found = tmp_path / "record.db"
    with open_record(found) as records:
        records.add(KNOWN, ENGINE)
        records.add(reading(2), ENGINE)
        records.decide(DECISION)
    return found


def spoil(place, *acts):
    """Change the database behind the record's back."""
    url = record_url(place)
    engine = database(url).connect(url)
    with engine.begin() as connection:
        for act in acts:
            connection.exec_driver_sql(act)
    engine.dispose()


def faults(place):
    with open_record(place) as records:
        return records.check()


def mended(place):
    with open_record(place) as records:
        records.mend()
        return records.check()


def test_a_sound_record_has_none(place):
    assert faults(place) == ()
    assert mended(place) == ()


MENDABLE = [
    ("UPDATE claims SET quote = 'other words' WHERE kind = 'statement'", "its quotation is not"),
    ('UPDATE claims SET "end" = "end" - 1 WHERE kind = \'figure\'', "its quotation is not"),
    ("UPDATE claims SET type = 'REQUEST' WHERE kind = 'event'", "is not as it is in the reading"),
    ("UPDATE claims SET id = 'x' WHERE kind = 'event'", "is not in the reading"),
    ("DELETE FROM claims WHERE kind = 'commitment'", "is missing"),
]


@pytest.mark.parametrize(("act", "line"), MENDABLE)
def test_claims_follow_from_readings(place, act, line):
    spoil(place, f"{act} AND report = '{ID}'")
    found = faults(place)
    assert any(one.startswith(f"{AT}claim ") and line in one for one in found)
    assert all(one.endswith(MEND) for one in found)
    assert mended(place) == ()


def test_a_sketch_that_is_not_that_of_the_text_is_made_anew(place):
    spoil(place, "INSERT INTO sketches (band, report) SELECT 7, min(number) FROM reports")
    (line,) = faults(place)
    assert line.endswith(f"the sketch that finds its copies is not that of its text{MEND}")
    assert mended(place) == ()


@pytest.mark.parametrize("table", ["reports", "claims"])
def test_an_index_that_has_drifted_is_made_anew(place, table):
    index = table.removesuffix("s")
    spoil(place, f"INSERT INTO {index}_words ({index}_words) VALUES ('delete-all')")
    line = f"index: the words of {table} are not those on the record{MEND}"
    assert faults(place) == (line,)
    assert mended(place) == ()


@pytest.mark.parametrize(
    ("act", "line"),
    [
        ("UPDATE reports SET text = text || 'More.'", "its content is not what its id is the"),
        ("UPDATE reports SET title = 'Another'", "its content is not what its id is the hash of"),
        ("UPDATE reports SET published = '2031-03-01'", "its content is not what its id is the"),
        ("UPDATE reports SET blocks = '{'", "its blocks cannot be read: "),
    ],
)
def test_reports_are_what_their_ids_say(place, act, line):
    spoil(place, f"{act} WHERE id = '{ID}'")
    (found, *_) = faults(place)
    assert found.startswith(AT + line)
    assert any(one.startswith(AT + line) for one in mended(place))


def test_a_reading_that_cannot_be_read_keeps_its_claims(place):
    spoil(place, f"UPDATE readings SET body = '[]' WHERE report = '{ID}'")
    with open_record(place) as records:
        found = records.search("Moise")
        (fault,) = records.check()
        assert fault.startswith(f"{AT}its reading cannot be read: ")
        records.mend()
        assert set(records.search("Moise")) == set(found)


@pytest.mark.parametrize(
    ("acts", "line"),
    [
        (("DELETE FROM claims", "DELETE FROM readings"), "no reading"),
        (("DELETE FROM readings",), "claims without a reading"),
        (("DELETE FROM reports",), "readings without a report"),
    ],
)
def test_nothing_is_half_there(place, acts, line):
    keys = {"reports": "id"}
    spoil(
        place,
        "PRAGMA foreign_keys = OFF",
        "COMMIT",
        "PRAGMA foreign_keys = OFF",
        "BEGIN",
        *(f"{act} WHERE {keys.get(act.split()[-1], 'report')} = '{ID}'" for act in acts),
    )
    assert any(one == AT + line for one in faults(place))


def test_decisions_are_about_reports_on_the_record(place):
    lost = Target(report="f" * 64, kind="event", type="", span=Span(0, 1), claim="c", alone=True)
    with open_record(place) as records:
        records.decide(
            Decision(id="d2", author="Ben", time=DECISION.time, action="accept", targets=(lost,))
        )
        assert records.check() == (
            "decision d2 is about report ffffffffffff, which is not on the record",
        )


@pytest.mark.parametrize(
    ("act", "line"),
    [
        ("SET body = '{}'", "decision d1 cannot be read: "),
        ("SET time = '2031'", "decision d1 is not what its row says"),
    ],
)
def test_decisions_are_what_was_decided(place, act, line):
    spoil(place, "DROP TRIGGER decisions_no_update", f"UPDATE decisions {act}")
    (found,) = faults(place)
    assert found.startswith(line)


def test_a_damaged_file_is_told_by_the_database(place):
    with open_record(place) as records:
        for number in range(3, 60):
            records.add(reading(number), ENGINE)
    content = bytearray(place.read_bytes())
    for page in range(6, 12):
        content[page * 4096 + 8 : page * 4096 + 60] = b"\xff" * 52
    place.write_bytes(content)
    found = faults(place)
    assert found
    assert all(one.startswith("database: ") and "\n" not in one for one in found)


def test_damage_anywhere_is_told(place):
    """Where it hits what every opening needs, the record does not open; never another error."""
    content = place.read_bytes()
    told = []
    for start in range(8, len(content), 4096):
        place.write_bytes(content[:start] + b"\xff" * 152 + content[start + 152 :])
        try:
            told.append(len(faults(place)))
        except (OSError, NoRecordError) as error:
            told.append(len(str(error).splitlines()))
    assert len(told) > 20
    assert told.count(0) < 5  # pages that hold nothing
    assert max(told) < 120


def test_an_identified_reading_is_the_same_again():
    assert identified(KNOWN) == KNOWN
