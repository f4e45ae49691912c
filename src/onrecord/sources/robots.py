"""What a site asks robots to leave alone (RFC 9309)."""

from collections.abc import Callable

from protego import Protego

from onrecord.sources.errors import FetchError, TryAgainError
from onrecord.sources.request import Answer, parsed

_GONE = range(400, 500)
_OK = 200
_MOST = 500_000  # bytes that are read
_LONGEST_DELAY = 30.0


class Robots:
    """The rules of each site, asked for once."""

    def __init__(self, agent: str, ask: Callable[[str], Answer]) -> None:
        self._agent = agent
        self._ask = ask
        self._known: dict[str, Protego] = {}

    def check(self, url: str) -> None:
        """Raises `FetchError` where the site's rules forbid the address or cannot be had."""
        if not self._rules(url).can_fetch(url, self._agent):
            raise FetchError("the site's robots.txt forbids it")

    def delay(self, url: str) -> float:
        """The seconds between two requests that the site asks for; 0 where it does not."""
        return min(float(self._rules(url).crawl_delay(self._agent) or 0.0), _LONGEST_DELAY)

    def _rules(self, url: str) -> Protego:
        place = parsed(url)
        site = f"{place.scheme}://{place.netloc}"
        if site not in self._known:
            self._known[site] = self._asked(site)
        return self._known[site]

    def _asked(self, site: str) -> Protego:
        answer = self._ask(f"{site}/robots.txt")
        if answer.status == _OK:
            return Protego.parse(answer.content[:_MOST].decode("utf-8", "replace"))
        if answer.status in _GONE or answer.status < _OK * 2:
            return Protego.parse("")
        raise TryAgainError(f"the site's robots.txt cannot be had ({answer.status})")
