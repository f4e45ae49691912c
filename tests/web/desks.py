"""A desk with a real server, for as long as it is asked for."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from guarded import served

from onrecord.web.desk import create_app


@contextmanager
def serving(place: str) -> Iterator[httpx.Client]:
    """A client of the desk of that record; its `base_url` is where browsers find it."""
    with (
        served(create_app(place)) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        yield client
