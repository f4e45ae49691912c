"""Addresses -> bytes. The only room with a network."""

from onrecord.sources.addresses import networks
from onrecord.sources.errors import FetchError
from onrecord.sources.feeds import Item, items_of
from onrecord.sources.fetch import Fetched, Fetcher
from onrecord.sources.watching import Failure, News, State, dump, load, news

__all__ = [
    "Failure",
    "FetchError",
    "Fetched",
    "Fetcher",
    "Item",
    "News",
    "State",
    "dump",
    "items_of",
    "load",
    "networks",
    "news",
]
