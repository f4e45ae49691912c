"""Copies of one text are one source."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Block, Report, Span
from onrecord.record.copies import families

WORDS = [f"{a}{b}" for a in ("ba", "de", "fi", "go", "lu") for b in ("mar", "nel", "rit", "sok")]


def story(seed: int, length: int = 200) -> list[str]:
    chance = random.Random(seed)  # noqa: S311
    return [chance.choice(WORDS) for _ in range(length)]


def report(number: int, words: list[str] | str) -> Report:
    text = words if isinstance(words, str) else " ".join(words)
    return Report(id=f"{number:064x}", text=text)


def count(*reports: Report) -> int:
    return len(set(families(reports).values()))


def test_other_texts_are_other_families():
    assert count(*(report(i, story(i)) for i in range(20))) == 20


@pytest.mark.parametrize("every", [10, 20])
def test_a_lightly_edited_copy_is_a_copy(every: int):
    words = story(1)
    edited = ["edit" if i % every == 0 else word for i, word in enumerate(words)]
    assert count(report(1, words), report(2, edited)) == 1


@pytest.mark.parametrize("kept", [80, 120, 180])
def test_a_shortened_copy_is_a_copy(kept: int):
    words = story(2)
    assert count(report(1, words), report(2, ["A", "title", *words[:kept]])) == 1


def test_a_shared_quotation_makes_no_copy():
    quoted = story(3, 40)
    one, other = [*story(4, 150), *quoted], [*quoted, *story(5, 150)]
    assert count(report(1, one), report(2, other)) == 2


def test_what_stands_on_every_page_makes_no_copy():
    page = " ".join(story(6, 300))
    reports = []
    for number in (7, 8):
        own = " ".join(story(number, 60))
        blocks = (
            Block(role="body", span=Span(0, len(own))),
            Block(role="boilerplate", span=Span(len(own) + 1, len(own) + 1 + len(page))),
        )
        reports.append(Report(id=f"{number:064x}", text=f"{own}\n{page}", blocks=blocks))
    assert count(*reports) == 2


def test_texts_too_short_to_tell_are_no_copies():
    assert count(report(1, "Nothing happened."), report(2, "Nothing happened.")) == 2


def test_a_family_is_named_by_its_lowest_id():
    words = story(9)
    found = families([report(i, words) for i in (5, 3, 4)])
    assert set(found.values()) == {f"{3:064x}"}


TEXTS = st.lists(st.integers(0, 3), min_size=1, max_size=6)


@settings(max_examples=30)
@given(TEXTS, st.randoms(use_true_random=False))
def test_families_do_not_depend_on_order_or_repetition(seeds: list[int], chance: random.Random):
    reports = [report(i, [*story(seed, 60), str(i)]) for i, seed in enumerate(seeds)]
    again = [*reports, *chance.sample(reports, len(reports) // 2)]
    chance.shuffle(again)
    assert families(again) == families(reports)
    assert len(set(families(reports).values())) == len(set(seeds))
