"""A record of every earlier schema opens as it was, and is sound."""

from itertools import count

import pytest
from genuine import identified, reading
from old import made

from onrecord.model import Reading, Report
from onrecord.record.copies import sketch
from onrecord.store import open_record
from onrecord.store.rows import claim_rows, reading_row, report_row

WORDS = " ".join(f"word{number}" for number in range(60))
LONG, COPY = (identified(Reading(report=Report(id="", text=f"{a} {WORDS}"))) for a in ("A", "The"))


def acts(revision, readings):
    """What adding readings wrote then: numbers since the third schema, sketches since the fourth.

    Declarations have always been none where nothing is told of them.
    """
    reports, claims = count(1), count(1)
    for one in readings:
        number = next(reports)
        report = {name: told for name, told in report_row(one.report).items() if name != "declared"}
        yield "reports", numbered(report, revision, number)
        yield "readings", reading_row(one, "0.9")
        for row in claim_rows(one):
            yield "claims", numbered(row, revision, next(claims))
        if revision >= "0004":
            for band in sketch(one.report):
                yield "sketches", {"band": band, "report": number}


def numbered(row, revision, number):
    return {**row, "number": number} if revision >= "0003" else row


def statement(table, row, mark):
    names = ", ".join(f'"{name}"' for name in row)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join([mark] * len(row))})", tuple(
        row.values()
    )


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", "0004"])
def test_what_is_there_stays_and_is_found(place, kind, revision):
    made_up = (*(reading(number) for number in range(4)), LONG)
    kept = sorted(made_up, key=lambda one: one.report.id)
    mark = "?" if kind == "sqlite" else "%s"
    made(place, revision, *(statement(*act, mark) for act in acts(revision, kept)))
    with open_record(place) as records:
        assert list(records.readings()) == kept
        assert records.check() == ()
        assert len(records.search("moise")) == len(records.search_reports("moise said")) == 4
        assert records.add(reading(5), "1.0") == "added"
        assert records.add(COPY, "1.0") == "copy"
        assert records.add(kept[0], "1.0") == "reread"
        assert records.check() == ()
