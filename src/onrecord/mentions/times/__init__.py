"""Time expressions: found by one compiled matcher, resolved to TIMEX3 and EDTF."""

from onrecord.model import Report, Time


def find_times(report: Report) -> tuple[Time, ...]:
    """The time expressions of a report, in text order, without overlaps."""
    del report
    return ()
