"""What names the things of the record in formats that are made of links: IRIs."""

import re
from urllib.parse import quote

from onrecord.model import Report

_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f\ud800-\udfff]+", re.IGNORECASE)


def iri(kind: str, id_: str) -> str:
    """The name of a thing of the record: "urn:onrecord:event:3f9a01bc"."""
    return f"urn:onrecord:{kind}:{quote(id_, safe='')}"


def web_address(report: Report) -> str | None:
    """The report's address, if it is one of the web and an IRI as it stands."""
    return report.url if report.url and _WEB.fullmatch(report.url) else None


def source_iri(report: Report) -> str:
    """The address of the report; without one on the web its name on the record."""
    return web_address(report) or iri("report", report.id)
