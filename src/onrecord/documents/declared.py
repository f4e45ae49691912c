"""What an HTML page declares about its publication: date, publisher, language, headline."""

import json
import re
from collections.abc import Iterator
from typing import Any

from onrecord.documents.dates import iso_date

_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "publication_date",
    "published_time",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
)
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")
_MARKED = "//*[@itemprop='datePublished'][not(self::meta)]"
_ARTICLE_TIME = (
    "//article//time[@datetime][not(ancestor::aside or ancestor::nav or ancestor::footer)]"
)
_DAY_IN_ADDRESS = re.compile(r"/([12][0-9]{3})/([01][0-9])/([0-3][0-9])(?:/|$)")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_]|$)")


def published(page: Any, url: str | None) -> str | None:
    """The day on which a page (an lxml tree) says that it was published, or None.

    Looks at metadata alone, in this order: the page's meta elements, JSON-LD, marked elements,
    the time of a lone article, the day in its address. Dates of change do not count, and none is
    read from the text: a date that a report is about must not become its own.
    """
    metas = _metas(page)
    candidates = (metas.get(name) for name in _DATES)
    found = next((day for value in candidates if (day := iso_date(value))), None)
    return found or _linked_date(page) or _marked_date(page) or _address_date(url)


def publisher(page: Any) -> str | None:
    """The name under which a page says that it appears, or None."""
    metas = _metas(page)
    named = next((metas[name] for name in _PUBLISHERS if metas.get(name)), None)
    if named:
        return named
    for thing in _linked_data(page):
        house = thing.get("publisher")
        name = house.get("name") if isinstance(house, dict) else None
        if isinstance(name, str):
            return name
    return None


def language(page: Any) -> str | None:
    """The ISO 639-1 code of the page's `lang` attribute, or None."""
    match = _LANGUAGE.match(str(page.get("lang") or ""))
    return match[1].lower() if match else None


def headline(page: Any) -> str | None:
    """The words of the page's only first-level heading, or None."""
    found = page.xpath("//h1")
    return " ".join(found[0].text_content().split()) or None if len(found) == 1 else None


def _metas(page: Any) -> dict[str, str]:
    """The meta elements by their names in lower case; the first of each name."""
    found: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _linked_date(page: Any) -> str | None:
    dates = (iso_date(thing.get("datePublished")) for thing in _linked_data(page))
    return next((day for day in dates if day), None)


def _linked_data(page: Any) -> Iterator[dict[str, Any]]:
    """The outer objects of the page's JSON-LD."""
    for script in page.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in data if isinstance(data, list) else [data]:
            if isinstance(thing, dict):
                graph = thing.get("@graph")
                inner = graph if isinstance(graph, list) else []
                yield from (part for part in (thing, *inner) if isinstance(part, dict))


def _marked_date(page: Any) -> str | None:
    marked = page.xpath(_MARKED)
    if not marked and len(page.xpath("//article")) == 1:
        marked = page.xpath(_ARTICLE_TIME)
    if not marked:
        return None
    first = marked[0]
    return iso_date(first.get("datetime") or first.get("content") or first.text_content())


def _address_date(url: str | None) -> str | None:
    match = _DAY_IN_ADDRESS.search(url or "")
    return iso_date("-".join(match.groups())) if match else None
