"""Reports from addresses."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from onrecord import __version__
from onrecord.documents import bytes_reports
from onrecord.model import Declared, Report
from onrecord.sources import Fetched, Fetcher, FetchError, networks

_SETTING = "ONRECORD_NETWORKS"


def fetcher() -> Fetcher:
    """A fetcher for this run; the setting ONRECORD_NETWORKS allows networks that are not public.

    Raises `ValueError` where that says no networks.
    """
    try:
        return Fetcher(__version__, networks(os.environ.get(_SETTING, "")))
    except ValueError as error:
        raise ValueError(f"{_SETTING}: {error}") from error


def fetched(fetcher: Fetcher, url: str, published: str | None) -> Iterator[Report | str]:
    """The reports that stand at an address; a line for each that cannot be had or read."""
    try:
        found = fetcher.fetch(url)
    except FetchError as error:
        yield f"{url}: {error}"
    else:
        yield from reports(found, published)


def reports(found: Fetched, published: str | None) -> Iterator[Report | str]:
    """The reports in what was fetched; `published` dates those that carry no date."""
    name = PurePosixPath(urlsplit(found.url).path).name or "page"
    address = (Declared(name="url", value=found.url, way="address"),)
    for report in bytes_reports(
        found.content or b"", Path(name), published=published, media=found.media, declared=address
    ):
        if isinstance(report, Report):
            yield replace(report, path=found.url)
        else:
            yield f"{found.url}: {report.reason}"
