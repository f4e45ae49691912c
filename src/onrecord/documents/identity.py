"""What makes two reports the same."""

import hashlib
import json

from onrecord.model import Report


def content_id(report: Report) -> str:
    """The id of a report: the SHA-256 of its content, as 64 hexadecimal digits.

    Content is everything that a reading can depend on: the canonical text, and title, publisher,
    address, published date and language, each as a JSON string or null in one JSON array. Where
    the input lay, its format and what it called the report are no content, so that the same
    report has the same id from a page, a line of JSON or a call. The same words in another paper
    are another report: who printed them, and when, is part of what is on record.
    """
    known = [report.title, report.publisher, report.url, report.published, report.language]
    content = json.dumps([report.text, *known])
    return hashlib.sha256(content.encode("ascii")).hexdigest()
