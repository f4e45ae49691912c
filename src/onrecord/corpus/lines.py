"""A report as a line of JSON Lines, as `onrecord add` takes it."""

import msgspec

from onrecord.model import Report


def line_of(report: Report) -> bytes:
    """The line; read again, it gives a report with the same id."""
    told = {
        "id": report.source_id,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published,
        "url": report.url,
        "language": report.language,
        "text": report.text,
    }
    return msgspec.json.encode({name: value for name, value in told.items() if value}) + b"\n"
