"""The review at the desk: forms, keys, and two people at once."""

import re
from dataclasses import replace

import made_up
import pytest
from desks import serving

from onrecord.record import fold
from onrecord.review import queue
from onrecord.store import open_record


@pytest.fixture
def place(tmp_path):
    place = str(tmp_path / "record.db")
    with open_record(place) as records:
        for reading in (made_up.first(), made_up.second(), made_up.hostile()):
            records.add(reading, "0.1.0")
    return place


@pytest.fixture
def desk(place):
    with serving(place) as client:
        yield client


def decisions(place):
    with open_record(place) as records:
        return records.decisions()


def items(place):
    with open_record(place) as records:
        return queue(fold(records.readings(), records.decisions()))


def forms(text, act):
    """What the first form that does this would send."""
    form = next(f for f in re.findall(r"<form.*?</form>", text, re.DOTALL) if f'value="{act}"' in f)
    found = re.findall(r'name="(\w+)" value="([^"]*)"', form)
    return dict(found)


def test_accepting_goes_on_to_the_next_item(place, desk):
    first, second = items(place)[:2]
    answer = desk.post("/review", data=forms(desk.get("/review").text, "accept"))
    assert answer.status_code == 303
    assert f"item={second.id}" in answer.headers["location"]
    (made,) = decisions(place)
    assert (made.action, made.targets[0].claim) == ("accept", first.id)
    assert "accepted by" in desk.get(answer.headers["location"]).text


def test_filters_and_reason_stay_in_the_address(desk):
    address = "/review?mission=STABMAR&reason=contradicted&approvals=2"
    sent = forms(desk.get(address).text, "reject")
    answer = desk.post(address, data=sent)
    for word in ("mission=STABMAR", "reason=contradicted", "approvals=2"):
        assert word in answer.headers["location"]


def test_a_correction_keeps_the_item_in_view(place, desk):
    sent = forms(desk.get("/review").text, "accept") | {
        "act": "correct", "field": "quantity", "value": "at least 260 engineers",
    }  # fmt: skip
    answer = desk.post("/review", data=sent)
    assert f"item={sent['item']}" in answer.headers["location"]
    assert "at least 260 engineer" in desk.get(answer.headers["location"]).text
    assert decisions(place)[0].field == "quantity"


def test_what_makes_no_sense_is_said_and_kept_in_the_form(place, desk):
    sent = forms(desk.get("/review").text, "accept") | {
        "act": "correct", "field": "quantity", "value": "a <b>lot</b>",
    }  # fmt: skip
    answer = desk.post("/review", data=sent)
    assert answer.status_code == 400
    assert "is no quantity" in answer.text
    assert "a &lt;b&gt;lot&lt;/b&gt;" in answer.text
    assert not decisions(place)


@pytest.mark.parametrize(
    "wrong",
    [
        {"item": "no such fact"},
        {"act": "obliterate"},
        {"act": "merge", "other": ""},
        {"act": "split"},
        {"act": "note", "note": " "},
        {"act": "undo", "other": "no such decision"},
    ],
)
def test_wrong_decisions_are_refused(place, desk, wrong):
    answer = desk.post("/review", data=forms(desk.get("/review").text, "accept") | wrong)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert not decisions(place)


def test_merging_and_undoing(place, desk):
    text = desk.get("/review?reason=contradicted").text
    merged = desk.post("/review", data=forms(text, "merge"))
    assert merged.status_code == 303
    undone = desk.post("/review", data=forms(desk.get("/review").text, "undo"))
    assert undone.status_code == 303
    made = decisions(place)
    assert [one.action for one in made] == ["merge", "undo"]
    assert made[1].undoes == made[0].id


def test_two_people_do_not_overwrite_each_other(place, desk):
    ada = forms(desk.get("/review").text, "accept")
    ben = forms(desk.get("/review").text, "reject")
    assert desk.post("/review", data=ada).status_code == 303
    refused = desk.post("/review", data=ben)
    assert refused.status_code == 409
    assert "Somebody was quicker" in refused.text
    assert "accepted by" in refused.text
    assert len(decisions(place)) == 1
    again = desk.post("/review", data=forms(refused.text, "reject"))
    assert again.status_code == 303
    assert [one.action for one in decisions(place)] == ["accept", "reject"]


def test_a_second_approval_is_asked_for_of_somebody_else(place, desk):
    desk.post("/review", data=forms(desk.get("/review").text, "accept"))
    assert "unapproved" not in desk.get("/review?approvals=2").text
    with open_record(place) as records:
        waits = queue(fold(records.readings(), records.decisions()), author="Ben", approvals=2)
    assert any("unapproved" in item.reasons for item in waits)


def test_the_past_is_not_decided_on(place, desk):
    assert "<form id=" not in desk.get("/review?as_of=2031-03-05").text
    sent = forms(desk.get("/review").text, "accept")
    assert desk.post("/review?as_of=2031-03-05", data=sent).status_code == 400
    assert not decisions(place)


def test_a_decision_about_nothing_any_more_can_be_undone(place, desk):
    desk.post("/review", data=forms(desk.get("/review").text, "accept"))
    (made,) = decisions(place)
    with open_record(place) as records:
        for reading in list(records.readings()):
            bare = replace(reading, events=(), commitments=(), figures=(), statements=())
            records.renew(bare, "9.9.9")
    text = desk.get(f"/review?item={made.id}").text
    assert "No report is read to say this any more" in text
    assert desk.post("/review", data=forms(text, "undo")).status_code == 303
    assert decisions(place)[1].undoes == made.id


def test_a_session_by_keys_alone(place, desk, browser):
    page = browser.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    first, second, third = items(place)[:3]
    page.goto(f"{desk.base_url}/review")
    with page.expect_navigation():
        page.keyboard.press("a")
    with page.expect_navigation():
        page.keyboard.press("x")
    with page.expect_navigation():
        page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("k")
    assert third.id in page.content()
    page.keyboard.press("n")
    page.keyboard.type("jaxz are letters here")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    with page.expect_navigation():
        page.keyboard.press("z")
    made = decisions(place)
    assert [one.action for one in made] == ["accept", "reject", "note", "undo"]
    assert [one.targets[0].claim for one in made] == [first.id, second.id, third.id, third.id]
    assert made[2].note == "jaxz are letters here"
    assert made[3].undoes == made[2].id
    with page.expect_navigation():
        page.keyboard.press("o")
    assert "/reports/" in page.url
    assert said == []
    page.close()


def test_correcting_by_keys_and_without_a_script(place, desk, browser):
    page = browser.new_page()
    page.goto(f"{desk.base_url}/review")
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.closest('details').id") == "edit"
    page.keyboard.press("Escape")
    page.close()
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    bare = context.new_page()
    bare.goto(f"{desk.base_url}/review")
    bare.get_by_text("Correct a field").click()
    bare.locator("#edit form", has_text="measure").locator("input[name=value]").fill(
        "bands with arms"
    )
    bare.locator("#edit form", has_text="measure").get_by_role("button").click()
    assert "bands with arms" in bare.locator("h2.fact").inner_text()
    context.close()
    assert decisions(place)[0].value == "bands with arms"


def test_two_browsers_at_once(place, desk, browser):
    first, second = items(place)[:2]
    ada, ben = browser.new_context().new_page(), browser.new_context().new_page()
    for page in (ada, ben):
        page.goto(f"{desk.base_url}/review")
    with ada.expect_navigation():
        ada.keyboard.press("a")
    with ben.expect_navigation():
        ben.keyboard.press("x")
    assert "Somebody was quicker" in ben.content()
    assert [one.action for one in decisions(place)] == ["accept"]
    with ada.expect_navigation():
        ada.keyboard.press("x")
    made = decisions(place)
    assert [one.targets[0].claim for one in made] == [first.id, second.id]
    for page in (ada, ben):
        page.context.close()
