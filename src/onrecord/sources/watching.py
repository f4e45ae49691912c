"""What is new in a feed since the last look."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from onrecord.sources.errors import FetchError
from onrecord.sources.feeds import Item, items_of
from onrecord.sources.fetch import Fetched, Fetcher

_DEEPEST = 2  # an index of sitemaps, and the sitemaps


@dataclass(slots=True)
class Seen:
    """An address as it was: what its server called the version, and the dates its feed gave."""

    etag: str | None = None
    modified: str | None = None
    dates: str | None = None


@dataclass(slots=True)
class State:
    """What was seen of feeds and of articles; kept in a file between runs."""

    feeds: dict[str, Seen] = field(default_factory=dict)
    articles: dict[str, Seen] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """An address that gave nothing this time; it is asked again the next time."""

    url: str
    reason: str


@dataclass(frozen=True, slots=True)
class News:
    """An article that is new or has changed, and the day that the feed gives it, as written."""

    found: Fetched
    published: str | None


def load(path: Path) -> State:
    """The state in a file; an empty one where there is no file. Raises `ValueError`."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=State)
    except FileNotFoundError:
        return State()
    except msgspec.MsgspecError as error:
        raise ValueError(
            f"{path} is no state of onrecord watch: remove it to begin anew"
        ) from error


def dump(state: State) -> bytes:
    """The state as it is kept in a file."""
    return msgspec.json.format(msgspec.json.encode(state), indent=1) + b"\n"


def news(
    fetcher: Fetcher, feed: str, state: State, most: int, depth: int = _DEEPEST
) -> Iterator[News | Failure]:
    """What is new in a feed, the oldest entries last; `most` articles at a time.

    The state follows: an article counts as seen when the next thing is asked for, the feed when
    all its articles are.
    """
    seen = state.feeds.get(feed, Seen())
    try:
        answer = fetcher.fetch(feed, etag=seen.etag, modified=seen.modified)
        items = items_of(answer.content, answer.url) if answer.content is not None else []
    except FetchError as error:
        yield Failure(feed, str(error))
        return
    whole = True
    for item in items:
        if item.is_feed and depth > 1:
            yield from news(fetcher, item.url, state, most, depth - 1)
        elif _is_changed(item, state):
            if most == 0:
                whole = False
                break
            most -= 1
            found = _article(fetcher, item, state)
            if found is not None:
                whole = whole and not isinstance(found, Failure)
                yield found
            if not isinstance(found, Failure):
                _remember(state, item, found)
    if whole and answer.content is not None:
        state.feeds[feed] = Seen(answer.etag, answer.modified)


def _is_changed(item: Item, state: State) -> bool:
    seen = state.articles.get(item.url)
    return seen is None or seen.dates != _dates(item)


def _dates(item: Item) -> str:
    return f"{item.published or ''} {item.updated or ''}"


def _article(fetcher: Fetcher, item: Item, state: State) -> News | Failure | None:
    """The article, unless its server says that it is as it was."""
    seen = state.articles.get(item.url, Seen())
    try:
        found = fetcher.fetch(item.url, etag=seen.etag, modified=seen.modified)
    except FetchError as error:
        return Failure(item.url, str(error))
    return News(found, item.published) if found.content is not None else None


def _remember(state: State, item: Item, found: News | None) -> None:
    seen = state.articles.setdefault(item.url, Seen())
    seen.dates = _dates(item)
    if found is not None:
        seen.etag, seen.modified = found.found.etag, found.found.modified
