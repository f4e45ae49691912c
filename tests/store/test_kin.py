"""What comes in is told from what is known: a copy of it, a new version, or something new."""

import random

import pytest
from genuine import identified

from onrecord.model import Reading, Report
from onrecord.store import open_record

ENGINE = "1.0"
WORDS = [f"{a}{b}" for a in ("ba", "de", "fi", "go", "lu") for b in ("mar", "nel", "rit", "sok")]


def story(seed: int, length: int = 200) -> list[str]:
    chance = random.Random(seed)  # noqa: S311
    return [chance.choice(WORDS) for _ in range(length)]


def told(words: list[str], **known: str) -> Reading:
    return identified(Reading(report=Report(id="", text=" ".join(words), **known)))


@pytest.fixture
def records(tmp_path):
    with open_record(tmp_path / "record.db") as found:
        found.add(told(story(1), url="https://gazette.example/1"), ENGINE)
        yield found


def test_another_text_is_new(records):
    assert records.add(told(story(2)), ENGINE) == "added"


def test_the_same_text_of_another_publisher_is_a_copy(records):
    assert records.add(told(story(1), publisher="Courier"), ENGINE) == "copy"


@pytest.mark.parametrize("every", [10, 20])
def test_a_lightly_edited_text_is_a_copy(records, every: int):
    edited = ["edit" if i % every == 0 else word for i, word in enumerate(story(1))]
    assert records.add(told(edited), ENGINE) == "copy"


def test_a_shortened_text_is_a_copy(records):
    assert records.add(told(["Title", *story(1)[:100]]), ENGINE) == "copy"


def test_a_shared_quotation_makes_no_copy(records):
    assert records.add(told([*story(3, 150), *story(1)[:40]]), ENGINE) == "added"


def test_another_text_at_a_known_address_is_a_new_version(records):
    at = "https://gazette.example/1"
    assert records.add(told(story(4), url=at), ENGINE) == "version"
    assert records.add(told(story(1)[:190], url=at), ENGINE) == "version"


def test_of_a_short_text_nobody_can_say_that_it_is_a_copy(records):
    assert records.add(told(["Talks", "failed"]), ENGINE) == "added"
    assert records.add(told(["Talks", "failed"], publisher="Courier"), ENGINE) == "added"


def test_all_of_them_are_kept_and_a_known_one_is_told_as_known(records):
    copy = told(story(1), publisher="Courier")
    assert [records.add(copy, ENGINE), records.add(copy, ENGINE)] == ["copy", "known"]
    assert records.add(copy, "2.0") == "reread"
    assert records.count() == 2
    assert records.check() == ()
