"""What an HTML page declares about its publication: date, publisher, author, headline."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from onrecord.documents.canonical import whole
from onrecord.documents.dates import iso_date
from onrecord.model import Declared, DeclaredName

_Said = tuple[str, str]  # a value, and where it is said

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
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
_MARKED = "//*[@itemprop='datePublished'][not(self::meta)]"
_ARTICLE_TIME = (
    "//article//time[@datetime][not(ancestor::aside or ancestor::nav or ancestor::footer)]"
)
_LONGEST_NAME = 80
_DAY_IN_ADDRESS = re.compile(r"/([12][0-9]{3})/([01][0-9])/([0-3][0-9])(?:/|$)")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_]|$)")


def declared(page: Any, url: str | None) -> tuple[Declared, ...]:
    """What a page (an lxml tree) declares; `url` is the address that it gives itself, if any.

    The published day comes from metadata alone, in this order: meta elements, JSON-LD, marked
    elements, the time of a lone article, the day in its address. Dates of change do not count,
    and none is read from the text: a date that a report is about must not become its own.
    """
    metas, things = _metas(page), list(_linked_data(page))
    found: list[tuple[DeclaredName, _Said | None]] = [
        (
            "publisher",
            _named(metas, _PUBLISHERS)
            or _linked_name(things, "publisher")
            or _marked_publisher(page),
        ),
        ("author", _author(metas) or _linked_name(things, "author")),
        ("published", _published(page, url, metas, things)),
        ("url", (url, "address of the page") if url else None),
        ("language", _language(page)),
    ]
    return tuple(
        Declared(name=name, value=whole(said[0]), way=said[1]) for name, said in found if said
    )


def _published(
    page: Any, url: str | None, metas: dict[str, str], things: Iterable[dict[str, Any]]
) -> _Said | None:
    said = ((metas[name], f"meta {name}") for name in _DATES if name in metas)
    linked = ((thing.get("datePublished"), "JSON-LD datePublished") for thing in things)
    marked = ((value, "marked time") for value in _marked_dates(page))
    address = ((_day_in(url), "day in the address"),)
    for value, way in chain(said, linked, marked, address):
        day = iso_date(value)
        if day:
            return day, way
    return None


def _named(metas: dict[str, str], names: Iterable[str]) -> _Said | None:
    return next(((metas[name], f"meta {name}") for name in names if name in metas), None)


def _marked_publisher(page: Any) -> _Said | None:
    for marked in page.xpath("//*[@itemprop='publisher'][not(self::meta)]")[:1]:
        named = marked.xpath(".//*[@itemprop='name']")
        name = " ".join((named[0] if named else marked).text_content().split())
        return (name, "marked publisher") if 0 < len(name) <= _LONGEST_NAME else None
    return None


def _author(metas: dict[str, str]) -> _Said | None:
    said = _named(metas, _AUTHORS)
    return None if said and "://" in said[0] else said  # some pages give a profile's address


def _linked_name(things: Iterable[dict[str, Any]], key: str) -> _Said | None:
    for thing in things:
        value = thing.get(key)
        for one in value if isinstance(value, list) else [value]:
            name = one.get("name") if isinstance(one, dict) else None
            if isinstance(name, str) and name.strip():
                return name, f"JSON-LD {key}"
    return None


def _language(page: Any) -> _Said | None:
    match = _LANGUAGE.match(str(page.get("lang") or ""))
    return (match[1].lower(), "lang of the page") if match else None


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


def _marked_dates(page: Any) -> Iterator[str]:
    marked = page.xpath(_MARKED)
    if not marked and len(page.xpath("//article")) == 1:
        marked = page.xpath(_ARTICLE_TIME)
    for first in marked[:1]:
        yield first.get("datetime") or first.get("content") or first.text_content()


def _day_in(url: str | None) -> str | None:
    match = _DAY_IN_ADDRESS.search(url or "")
    return "-".join(match.groups()) if match else None
