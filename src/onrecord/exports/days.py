"""The outermost days of a date."""

from datetime import date

from onrecord.record.periods import Period


def days(when: Period | None) -> tuple[str | None, str | None]:
    """The first and the last day that is meant, as ISO dates; None for an open end."""
    first = when.first if when and when.first > date.min else None
    last = when.last if when and when.last < date.max else None
    return (first.isoformat() if first else None, last.isoformat() if last else None)
