"""Time expressions: found by one compiled matcher, resolved to TIMEX3 and EDTF."""

from onrecord.mentions.times.reader import find_times

__all__ = ["find_times"]
