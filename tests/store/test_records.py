"""What the store promises: whole reports or none, each once, found again as they were."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sheets import Sheet, amount, day

from onrecord.model import Block, Reading, Span
from onrecord.record import claims_of, fold
from onrecord.store import NoRecordError, TooNewError, open_record, record_url
from onrecord.store.records import version
from onrecord.store.sqlite import connect

ENGINE = "1.2.0"
TABLES = ("reports", "readings", "claims")


def reading(number: int = 1, published: str | None = "2031-02-10", words: str = "a") -> Reading:
    sheet = Sheet(f"{number:064x}", published)
    norland = sheet.actor("Norland", country="NL", aliases=("the Kingdom",))
    sheet.step("pledged", norland, quantity=amount(400), date=day("2031-02-05"), item="officers")
    sheet.statement(f"Moïse said {words}", sheet.office("Ada Brink", "Minister", "Norland"))
    sheet.figure("armed bands", amount(30, "band"), "2031", norland)
    made = sheet.reading()
    block = Block(role="body", span=Span(0, len(made.report.text)))
    report = replace(
        made.report, blocks=(block,), title="A “title”", url="https://gazette.example/1",
        publisher="Gazette", language="en", source_id="n1", path="a/b.txt",
    )  # fmt: skip
    return replace(made, report=report)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "record.db"


def content(place: Path) -> list[tuple[object, ...]]:
    """Every row of every table."""
    with sqlite3.connect(place) as connection:
        return [
            (table, *row)
            for table in TABLES
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
        ]


def test_what_is_added_comes_back_as_it_was(place: Path):
    with open_record(place) as records:
        assert records.add(reading(), ENGINE) == "added"
        assert list(records.readings()) == [reading()]
    with open_record(place) as records:
        assert list(records.readings()) == [reading()]
        assert records.count() == 1


def test_adding_twice_changes_nothing(place: Path):
    with open_record(place) as records:
        records.add(reading(), ENGINE)
        before = content(place)
        assert records.add(reading(), ENGINE) == "known"
        assert records.add(reading(), "1.1.9") == "known"
        assert content(place) == before


def test_a_newer_engine_replaces_the_reading_and_its_claims_whole(place: Path):
    newer = replace(reading(), events=(), commitments=())
    with open_record(place) as records:
        records.add(reading(), ENGINE)
        assert records.add(newer, "1.10.0") == "reread"
        assert list(records.readings()) == [newer]
        assert records.holds(newer.report.id, "1.10.0")
        assert not records.holds(newer.report.id, "1.11.0")
    with sqlite3.connect(place) as connection:
        ids = {row[0] for row in connection.execute("SELECT id FROM claims")}
    assert ids == {claim.id for claim in claims_of(newer)}


@pytest.mark.parametrize("table", ["reports", "readings", "claims"])
@pytest.mark.parametrize("engine", [ENGINE, "2.0.0"])
def test_a_failure_on_the_way_leaves_everything_as_it_was(place: Path, table: str, engine: str):
    with open_record(place) as records:
        records.add(reading(1), ENGINE)
        before = content(place)
        last = {"claims": "WHEN NEW.kind = 'statement'"}.get(table, "")
        with sqlite3.connect(place) as connection:
            connection.execute(
                f"CREATE TRIGGER fault BEFORE INSERT ON {table} {last} "
                "BEGIN SELECT RAISE(ABORT, 'disk on fire'); END"
            )
        for faulty in (reading(2), reading(1)):
            if table == "reports" and faulty.report.id == reading(1).report.id:
                continue
            if faulty.report.id == reading(1).report.id and engine == ENGINE:
                continue
            with pytest.raises(sa.exc.IntegrityError, match="disk on fire"):
                records.add(faulty, engine)
        assert content(place) == before
        with sqlite3.connect(place) as connection:
            connection.execute("DROP TRIGGER fault")
        assert records.add(reading(2), ENGINE) == "version"


def test_every_quote_is_the_sentence_that_its_offsets_point_to(place: Path):
    with open_record(place) as records:
        records.add(reading(), ENGINE)
        with sqlite3.connect(place) as connection:
            query = (
                'SELECT reports.text, "start", "end", quote FROM claims '
                "JOIN reports ON report = reports.id"
            )
            rows = list(connection.execute(query))
    assert rows
    assert all(text[start:end] == quote for text, start, end, quote in rows)


def test_the_file_is_sound_after_use(place: Path):
    with open_record(place) as records:
        records.add(reading(1), ENGINE)
        records.add(reading(1), "3")
        records.add(reading(2), ENGINE)
    with sqlite3.connect(place) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize(
    ("setting", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 30_000)],
)
def test_every_connection_is_durable_checked_and_patient(
    place: Path, setting: str, value: str | int
):
    engine = connect(record_url(place))
    with engine.connect() as connection:
        assert connection.execute(sa.text(f"PRAGMA {setting}")).scalar() == value
    engine.dispose()


def test_as_of_is_what_was_published_until_then(place: Path):
    with open_record(place) as records:
        for number, published in enumerate(["2031-02-10", "2031-02-11", None]):
            records.add(reading(number, published), ENGINE)
        dates = [r.report.published for r in records.readings(as_of="2031-02-10")]
        assert dates == ["2031-02-10"]
        assert len(list(records.readings(as_of="2031-12-31"))) == 2
        assert len(list(records.readings())) == 3
        assert records.undated() == 1


def test_the_order_of_adding_does_not_matter(tmp_path: Path):
    found = [reading(number) for number in range(3)]
    records = []
    for name, order in (("a", found), ("b", found[::-1])):
        with open_record(tmp_path / name) as store:
            for one in order:
                store.add(one, ENGINE)
            records.append(fold(store.readings()))
    assert repr(records[0]) == repr(records[1])


@pytest.mark.parametrize("words", ["Moise", "moïse said", "MOÏSE", "said Moise"])
def test_search_takes_no_notice_of_case_accents_and_order(place: Path, words: str):
    with open_record(place) as records:
        records.add(reading(), ENGINE)
        (claim,) = [c.id for c in claims_of(reading()) if c.kind == "statement"]
        assert claim in records.search(words)


@pytest.mark.parametrize(
    "words", ["", "  ", '"', "Moise unheard", "AND", "a OR", "*", "(", "quote:"]
)
def test_search_for_anything_is_safe_and_needs_all_words(place: Path, words: str):
    with open_record(place) as records:
        records.add(reading(), ENGINE)
        assert set(records.search(words)) <= {claim.id for claim in claims_of(reading())}
        assert records.search("Moise unheard") == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(words=st.text(st.characters(), max_size=20))
def test_search_never_raises(place: Path, words: str):
    with open_record(place) as records:
        assert isinstance(records.search(words), tuple)


def test_a_newer_schema_is_refused_and_left_alone(place: Path):
    open_record(place).close()
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(TooNewError, match="schema 9999, this onrecord knows"):
        open_record(place)
    with sqlite3.connect(place) as connection:
        assert connection.execute("SELECT * FROM alembic_version").fetchall() == [("9999",)]


@pytest.mark.parametrize("words", [b"This is a letter, and no record at all. " * 50, b"short"])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, words: bytes):
    place = tmp_path / "letter.txt"
    place.write_bytes(words)
    with pytest.raises(NoRecordError, match="no SQLite database"):
        open_record(place)
    assert place.read_bytes() == words


def test_a_database_of_something_else_is_refused_and_left_alone(tmp_path: Path):
    place = tmp_path / "other.db"
    with sqlite3.connect(place) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(NoRecordError, match="something else"):
        open_record(place)
    with sqlite3.connect(place) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    assert tables == [("bookmarks",)]


def test_a_folder_is_no_record(tmp_path: Path):
    with pytest.raises(OSError, match="unable to open"):
        open_record(tmp_path)


@pytest.mark.parametrize("address", ["postgresql://host/db", "nonsense://", "mysql://host/db"])
def test_an_address_of_another_kind_is_refused(address: str):
    with pytest.raises(ValueError, match="database"):
        open_record(address)


def test_versions_compare_by_number():
    assert version("0.10.2") > version("0.9.9")
    assert version("1.0") < version("1.0.1")
    assert version("1.x") == (1, 0)
