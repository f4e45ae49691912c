"""The judge of fuzzing: it sees a span that lies outside, and words that stand elsewhere."""

import fuzz
import pytest

from onrecord.model import Span, Time


def time(start, end, text):
    return Time(span=Span(start, end), text=text, type="DATE", value="2024", edtf="2024")


def test_what_stands_there_is_sound():
    fuzz.sound("In 2024 it rained", (time(3, 7, "2024"),))


@pytest.mark.parametrize("wrong", [time(3, 7, "2023"), time(15, 19, "2024")])
def test_what_does_not_is_told(wrong):
    with pytest.raises(AssertionError):
        fuzz.sound("In 2024 it rained", (wrong,))
