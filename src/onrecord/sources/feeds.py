"""Feeds (RSS, Atom, JSON Feed) and sitemaps -> the articles that they name."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from onrecord.sources.errors import FetchError

_MOST_BYTES = 10_000_000
_MOST_ITEMS = 50_000  # as many as a sitemap may have


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An article that a feed names: its address, and the dates that the feed gives, as written.

    `is_feed` says that it is another list of articles, as an index of sitemaps names them.
    """

    url: str
    published: str | None = None
    updated: str | None = None
    is_feed: bool = False


def items_of(content: bytes, url: str) -> list[Item]:
    """The articles of a feed or sitemap that stands at `url`, in its order, each once.

    Raises `FetchError` for what is neither, and for XML with a document type: entities of any kind
    are not taken.
    """
    if len(content) > _MOST_BYTES:
        raise FetchError(f"a feed of more than {_MOST_BYTES / 1e6:g} MB")
    is_json = content.lstrip()[:1] == b"{"
    found: dict[str, Item] = {}
    for item in (_json_items if is_json else _xml_items)(content):
        address = urljoin(url, item.url.strip())
        if address.startswith(("http://", "https://")) and len(found) < _MOST_ITEMS:
            found.setdefault(
                address,
                Item(
                    url=address,
                    published=item.published,
                    updated=item.updated,
                    is_feed=item.is_feed,
                ),
            )
    return list(found.values())


def _json_items(content: bytes) -> Iterator[Item]:
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise FetchError("not a feed") from error
    if not isinstance(feed.get("items"), list):
        raise FetchError("not a feed")
    for entry in feed["items"]:
        address = _text(entry, "url") or _text(entry, "external_url")
        if address:
            yield Item(
                url=address,
                published=_text(entry, "date_published"),
                updated=_text(entry, "date_modified"),
            )


def _text(entry: Any, name: str) -> str | None:
    value = entry.get(name) if isinstance(entry, dict) else None
    return value if isinstance(value, str) else None


def _xml_items(content: bytes) -> Iterator[Item]:
    try:
        root = fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise FetchError("a feed with a document type is not read") from error
    except (ParseError, ValueError, LookupError) as error:
        raise FetchError("not a feed") from error
    if _name(root).lower() not in {"rss", "rdf", "feed", "urlset", "sitemapindex"}:
        raise FetchError("not a feed")
    for element in root.iter():
        if _name(element) in {"item", "entry", "url", "sitemap"}:
            item = _item(element)
            if item:
                yield item


def _item(element: Any) -> Item | None:
    """An `item` of RSS, `entry` of Atom, `url` or `sitemap` of a sitemap."""
    said: dict[str, str] = {}
    for part in element:
        name = _name(part)
        address = part.get("href") if part.get("rel", "alternate") == "alternate" else None
        value = (part.text or "").strip() or (address or "")
        if value and not (name == "link" and part.get("rel", "alternate") != "alternate"):
            said.setdefault(name, value)
    guid = said.get("guid", "")
    address = said.get("link") or said.get("loc") or (guid if "://" in guid else None)
    if not address:
        return None
    return Item(
        url=address,
        published=said.get("pubDate") or said.get("published") or said.get("date"),
        updated=said.get("updated") or said.get("lastmod") or said.get("modified"),
        is_feed=_name(element) == "sitemap",
    )


def _name(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
