"""Rows of a made-up reading, hostile text, and nothing at all."""

import json
import re
from dataclasses import fields, replace

import made_up
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.coding import Coded, coded, happened, jsonl, tsv, tsv_head
from onrecord.model import Actor, Block, Event, Place, Plover, Reading, Ref, Report, Span

TEXT = (
    "Kenyan police officers landed in Kigali. Peru's senate may reject the plan. "
    "The Chilean navy denied that it had fired on rebels."
)
COLUMNS = [field.name for field in fields(Coded)]


def at(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def ref(name, actor, says):
    return Ref(name=name, actor=actor, span=at(says))


def reading():
    body = Block(role="body", span=Span(0, len(TEXT)))
    first, second, third = (at(s) for s in re.findall(r"[A-Z][^.]+\.", TEXT))
    report = Report(id="r" * 8, source_id="n1", text=TEXT, published="2030-05-02", blocks=(body,))
    return Reading(
        report=report,
        actors=(
            Actor(id="a1", name="Kenya", kind="state", country="KE"),
            Actor(id="a2", name="Senate of Peru", kind="organisation"),
            Actor(id="a3", name="Chile", kind="state", country="CL"),
            Actor(id="a4", name="rebels", kind="group"),
        ),
        places=(Place(span=at("Kigali"), name="Kigali", country="RW"),),
        events=(
            Event(
                id="e1", type="DEPLOY", sentence=first, trigger=at("landed"), cameo="074",
                actor=(ref("Kenya", "a1", "Kenyan police officers"),),
                place=ref("Kigali", None, "Kigali"),
                plover=Plover(type="MOBILIZE", mode="troops", context=("military",)),
            ),
            Event(
                id="e2", type="REJECT", sentence=second, trigger=at("reject"), cameo="1246",
                actor=(ref("Senate of Peru", "a2", "senate"),), certainty="conditional",
                plover=Plover(type="CONSULT", mode="visit"),
            ),
            Event(
                id="e3", type="ATTACK", sentence=third, trigger=at("fired"), certainty="denied",
                actor=(ref("Chile", "a3", "Chilean navy"),),
                recipient=(ref("rebels", "a4", "rebels"),),
            ),
        ),
    )  # fmt: skip


def test_rows():
    rows = list(coded(reading()))
    found = [
        (r.event, r.source, r.target, r.cameo, r.root, r.quad, r.goldstein, r.scale, r.happened)
        for r in rows
    ]
    assert found == [
        ("e1", ("KENCOP",), ("---",), "074", "07", 2, 8.5, -5.5, True),
        ("e2", ("PERLEG",), ("---",), "1246", "12", 3, -4.0, 4.0, False),
        ("e3", ("CHLMIL",), ("REB",), None, None, None, None, None, False),
    ]
    assert (rows[0].place, rows[0].country, rows[0].published) == ("Kigali", "RWA", "2030-05-02")


def test_golden_lines():
    lines = [tsv(row).decode() for row in coded(reading())]
    assert lines[0] == (
        "rrrrrrrr\tn1\te1\t2030-05-02\t\tKENCOP\t---\t074\t07\t2\t8.5\tMOBILIZE\ttroops\tmilitary"
        "\t-5.5\tasserted\tpositive\ttrue\tlanded\tKenyan police officers\t\tKigali\tRWA\t0\t40"
        "\tKenyan police officers landed in Kigali.\n"
    )
    assert tsv_head().decode().rstrip("\n").split("\t") == COLUMNS
    again = json.loads(jsonl(next(coded(reading()))))
    assert list(again) == COLUMNS
    assert (again["source"], again["sentence"]) == (["KENCOP"], TEXT[:40])


@pytest.mark.parametrize(
    ("certainty", "polarity", "done"),
    [
        ("asserted", "positive", True), ("alleged", "positive", True),
        ("estimated", "positive", True), ("expected", "positive", False),
        ("conditional", "positive", False), ("denied", "positive", False),
        ("asserted", "negative", False),
    ],
)  # fmt: skip
def test_what_counts_as_having_happened(certainty, polarity, done):
    event = replace(reading().events[0], certainty=certainty, polarity=polarity)
    assert happened(event) is done


def test_nothing_gives_no_rows():
    assert list(coded(Reading(report=Report(id="r", text="")))) == []


def test_a_report_of_another_hand_is_coded_too():
    rows = list(coded(made_up.first()))
    assert rows
    assert all(row.source for row in rows)


@given(
    st.text(st.characters(codec=None)), st.text(st.sampled_from("\t\r\n\x0b\x1b=+-@;\u2028\x85a"))
)
def test_no_text_breaks_its_row(one, other):
    row = replace(
        next(coded(reading())), sentence=one, trigger=other, source_text=(other, one), place=other
    )
    line = tsv(row).decode()
    assert line.count("\n") == 1
    assert line.splitlines() == [line[:-1]]
    cells = dict(zip(COLUMNS, line[:-1].split("\t"), strict=True))
    assert not cells["sentence"].startswith(("=", "+", "-", "@"))
