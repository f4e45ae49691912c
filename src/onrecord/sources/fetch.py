"""Fetching politely and guardedly: redirects, robots, pauses, second tries, conditions."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from onrecord.sources.addresses import Network
from onrecord.sources.errors import FetchError, TryAgainError
from onrecord.sources.request import SECONDS, Answer, asked, parsed
from onrecord.sources.robots import Robots

_AGENT = "onrecord"
_MOST_REDIRECTS = 10
_REDIRECTS = {301, 302, 303, 307, 308}
_PAUSE = 1.0  # seconds between two requests to one host
_TRIES = 4
_FIRST_WAIT, _LONGEST_WAIT = 2.0, 120.0
_BUSY = {429, 500, 502, 503, 504}
_REASONS = {
    401: "needs a login",
    402: "needs a subscription",
    403: "needs a login, or refuses robots",
    404: "not found",
    407: "needs a login",
    410: "gone",
    429: "asks for a pause",
    451: "withheld for legal reasons",
}
_OK, _UNCHANGED = 200, 304


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What stood at an address: its final one, the bytes and their media type.

    `etag` and `modified` are what the server calls this version. `content` is None where the
    server says that the version asked about is still the one.
    """

    url: str
    content: bytes | None
    media: str | None = None
    etag: str | None = None
    modified: str | None = None


class Fetcher:
    """Fetches for one run: knows the rules of the sites, and when each was last asked."""

    def __init__(
        self,
        version: str,
        allowed: Sequence[Network] = (),
        *,
        seconds: float = SECONDS,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._agent = f"{_AGENT}/{version} (reads what its user asks for; heeds robots.txt)"
        self._allowed = tuple(allowed)
        self._seconds = seconds
        self._clock = clock
        self._sleep = sleep
        self._next: dict[str, float] = {}
        self._robots = Robots(_AGENT, lambda url: self._followed(url, {})[1])

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """What stands at an address now; `etag` and `modified` name the version that is known.

        Raises `FetchError`, in one line, when all tries have failed.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        heads = {name: value for name, value in conditions.items() if value}
        for number in range(_TRIES):
            try:
                return self._once(url, heads)
            except TryAgainError as error:
                if number == _TRIES - 1:
                    raise FetchError(str(error)) from error
                wait = error.after if error.after is not None else _FIRST_WAIT * 2**number
                if wait > _LONGEST_WAIT:
                    raise FetchError(f"{error} of {wait:.0f} seconds") from error
                self._sleep(wait)
        raise FetchError("no connection")

    def _once(self, url: str, heads: dict[str, str]) -> Fetched:
        self._robots.check(url)
        final, answer = self._followed(url, heads, obey=True)
        if answer.status in _BUSY:
            reason = _REASONS.get(answer.status, f"the server is in trouble ({answer.status})")
            raise TryAgainError(reason, _retry_after(answer))
        if answer.status not in {_OK, _UNCHANGED}:
            raise FetchError(_REASONS.get(answer.status, f"the server says {answer.status}"))
        return Fetched(
            url=final,
            content=answer.content if answer.status == _OK else None,
            media=answer.heads.get("content-type"),
            etag=answer.heads.get("etag"),
            modified=answer.heads.get("last-modified"),
        )

    def _followed(
        self, url: str, heads: dict[str, str], *, obey: bool = False
    ) -> tuple[str, Answer]:
        """The first answer that is no redirect, and its address; each address is checked anew."""
        for _ in range(_MOST_REDIRECTS + 1):
            self._pause(url, obey=obey)
            answer = asked(
                url,
                {"User-Agent": self._agent, "Accept-Encoding": "gzip, deflate", **heads},
                allowed=self._allowed,
                seconds=self._seconds,
            )
            target = answer.heads.get("location")
            if answer.status not in _REDIRECTS or not target:
                return url, answer
            url = _joined(url, target)
            if obey:
                self._robots.check(url)
        raise FetchError(f"more than {_MOST_REDIRECTS} redirects")

    def _pause(self, url: str, *, obey: bool) -> None:
        """Wait until the host may be asked again."""
        host = parsed(url).host or ""
        wait = self._next.get(host, 0.0) - self._clock()
        if wait > 0:
            self._sleep(wait)
        pause = max(_PAUSE, self._robots.delay(url) if obey else 0.0)
        self._next[host] = self._clock() + pause


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError as error:
        raise FetchError("not an address") from error


def _retry_after(answer: Answer) -> float | None:
    """The wait in seconds that the server asks for: a number, or a date (RFC 9110)."""
    said = answer.heads.get("retry-after", "").strip()
    if said.isdecimal():
        return float(said[:9])
    try:
        until = parsedate_to_datetime(said)
    except (ValueError, TypeError):
        return None
    return max(0.0, until.timestamp() - time.time())
