"""The interface for programs: the questions of the command line, in parts, with tags."""

import json
from itertools import pairwise

import made_up
import msgspec
import pytest
from desks import serving
from guarded import desk as guarded_desk
from guarded import with_accounts

from onrecord import wire
from onrecord.cli.app import run
from onrecord.store import open_record

LISTS = ("missions", "ledger", "timeline", "figures", "statements", "actors", "conflicts")
QUESTIONS = (*LISTS, "reports", "decisions", "changes?since=2031-01")


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    place = str(tmp_path_factory.mktemp("desk") / "record.db")
    with open_record(place) as records:
        for reading in (made_up.first(), made_up.second(), made_up.hostile()):
            records.add(reading, "0.1.0")
    return place


@pytest.fixture(scope="module")
def api(record):
    with serving(record) as client:
        client.base_url = client.base_url.join("/api/")
        yield client


@pytest.mark.parametrize(
    "options", [{}, {"actor": "Norland"}, {"since": "2031-02", "as_of": "2031"}]
)
@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_the_rows_of_its_command(api, record, capsys, name, options):
    words = [f"--{key.replace('_', '-')}={value}" for key, value in options.items()]
    assert run([name, "--record", record, "--format", "json", *words]) == 0
    assert api.get(name, params=options).json()["rows"] == json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_parts_of_a_list_are_the_list(api, name):
    whole = api.get(name).json()
    rows, there = [], f"/api/{name}{'&' if '?' in name else '?'}limit=2"
    while there:
        part = api.get(api.base_url.join(there)).json()
        assert part["total"] == whole["total"]
        assert part["offset"] == len(rows)
        rows += part["rows"]
        there = part["next"]
    assert rows == whole["rows"]
    assert len(rows) == whole["total"]


@pytest.mark.parametrize("limit", ["0", "501", "-1", "x"])
def test_a_part_has_a_bound(api, limit):
    assert api.get("ledger", params={"limit": limit}).status_code == 422


def test_past_the_end_there_is_nothing(api):
    part = api.get("ledger", params={"offset": 10_000_000}).json()
    assert (part["rows"], part["next"]) == ([], None)


def test_a_report_is_as_it_was_read(api):
    key = made_up.first().report.id
    reading = msgspec.convert(api.get(f"reports/{key}").json(), type(made_up.first()))
    assert reading == made_up.first()
    assert wire.encode(reading) == wire.encode(made_up.first())


def test_each_row_leads_to_its_sentences(api):
    for name in ("ledger", "timeline", "figures", "statements"):
        for row in api.get(name).json()["rows"]:
            why = api.get(f"facts/{row['id']}").json()
            assert row["sentence"] in {proof["sentence"] for proof in why["proofs"]}


@pytest.mark.parametrize(
    ("question", "code", "told"),
    [
        ("ledger?since=soon", 400, "“soon” is no date like 2024, 2024-03 or 2024-03-09"),
        ("ledger?since=2024&until=2023", 400, "2024 comes after 2023"),
        ("ledger?mission=Nowhere", 404, "There is no mission called 'Nowhere' on the record."),
        ("statements?speaker=Nobody+Here", 404, "There is no actor called"),
        ("facts/0", 404, "no fact has an id that begins with '0'"),
        ("reports/0", 404, "No such report is on the record as it was known then."),
        ("changes?since=x", 400, "“x” is no date like 2024, 2024-03 or 2024-03-09"),
    ],
)
def test_what_cannot_be_answered_is_told_as_data(api, question, code, told):
    answer = api.get(question)
    assert answer.status_code == code
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["detail"].startswith(told)


def test_near_names_are_told(api):
    told = api.get("ledger", params={"actor": "Norlund"}).json()
    assert "Norland" in told["nearest"]


def test_what_has_not_changed_is_not_sent_again(place):
    with guarded_desk(place) as client:
        first = client.get("/api/ledger")
        tag = first.headers["etag"]
        for given in (tag, f'"x", {tag}', tag.removeprefix("W/"), "*"):
            again = client.get("/api/ledger", headers={"If-None-Match": given})
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["etag"] == tag
        other = client.get("/api/ledger?limit=1", headers={"If-None-Match": tag})
        assert other.status_code == 200
        key = first.json()["rows"][0]["id"]
        client.post("/api/decisions", json={"action": "reject", "ids": [key]})
        after = client.get("/api/ledger", headers={"If-None-Match": tag})
        assert after.status_code == 200
        assert key not in {row["id"] for row in after.json()["rows"]}


def test_a_decision_is_made_seen_and_undone(place):
    with guarded_desk(place) as client:
        key = client.get("/api/ledger").json()["rows"][0]["id"]
        changed = {"action": "correct", "ids": [key], "field": "quantity", "value": "500 engineers"}
        made = client.post("/api/decisions", json=changed | {"note": "by telephone"})
        assert made.status_code == 201
        (act,) = client.get("/api/decisions").json()["rows"]
        assert (act["id"], act["note"]) == (made.json()["id"], "by telephone")
        assert client.get("/api/ledger").json()["rows"][0]["min"] == 500
        undone = client.post("/api/decisions", json={"action": "undo", "ids": [act["id"]]})
        assert undone.json()["seen"] == 2
        assert client.get("/api/ledger").json()["rows"][0]["min"] == 400


def test_nobody_is_overruled_unawares(place):
    with guarded_desk(place) as client:
        key = client.get("/api/ledger").json()["rows"][0]["id"]
        ruling = {"action": "accept", "ids": [key], "seen": 0}
        assert client.post("/api/decisions", json=ruling).status_code == 201
        late = client.post("/api/decisions", json=ruling | {"action": "reject"})
        assert late.status_code == 409
        assert late.json()["detail"].endswith("has decided on this in the meantime: look again")


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"action": "accept", "ids": ["zz"]}, 404),
        ({"action": "accept", "ids": []}, 422),
        ({"action": "approve", "ids": ["0"]}, 422),
        ({"action": "accept", "ids": ["0"], "author": "somebody else"}, 422),
        ({"action": "accept", "ids": ["0", "1"]}, 400),
        ({"action": "correct", "ids": ["0"]}, 400),
        ({"action": "undo", "ids": ["zz"]}, 400),
        ({"action": "note", "ids": ["0"]}, 400),
    ],
)
def test_what_is_no_decision(api, wanted, code):
    assert api.post("decisions", json=wanted).status_code == code
    assert api.get("decisions").json()["total"] == 0


def test_a_decision_is_in_the_name_of_the_token(place):
    accounts = with_accounts(place, "reviewer")
    headers = {"Authorization": f"Bearer {accounts.grant('reviewer', 'admin')}"}
    with guarded_desk(place) as client:
        key = client.get("/api/ledger", headers=headers).json()["rows"][0]["id"]
        wanted = {"action": "accept", "ids": [key]}
        client.post("/api/decisions", json=wanted, headers=headers)
        (act,) = client.get("/api/decisions", headers=headers).json()["rows"]
        assert act["author"] == "reviewer"


def test_the_desk_tells_how_it_is(place):
    with_accounts(place, "reader")
    with guarded_desk(place) as client:
        assert client.get("/healthz").json() == {"status": "ok"}
        assert "onrecord_" not in client.get("/metrics").text


def test_the_counts_add_up(place):
    with guarded_desk(place) as client:
        client.get("/api/ledger")
        client.get("/nowhere")
        client.get("/ledger", headers={"Host": "evil.example"})
        text = client.get("/metrics").text
    counts = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    assert counts["onrecord_reports"] == "2"
    answered = [
        f"{name.split('status=')[1]} {number}"
        for name, number in counts.items()
        if name.startswith("onrecord_requests_total")
    ]
    assert answered == ['"200"} 1', '"404"} 1', '"421"} 1']
    within = [int(n) for name, n in counts.items() if name.startswith("onrecord_request_seconds_b")]
    assert all(one <= other for one, other in pairwise(within))
    assert within[-1] == int(counts["onrecord_request_seconds_count"]) == 3
