"""How often somebody may try to sign in."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

MOST = 10
"""Failures of one name or one network address."""
WHILE = 15 * 60
"""Seconds within which they count."""

_KEPT = 10_000  # names and addresses: a flood of made-up ones must not fill the memory


class Attempts:
    """What has failed lately, by name or address. `now` gives seconds; threads may share it."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._failed: OrderedDict[str, tuple[float, ...]] = OrderedDict()
        self._lock = Lock()

    def wait(self, *keys: str) -> int:
        """Seconds until one may try again; 0 for now."""
        with self._lock:
            spans = [self._recent(key) for key in keys]
            full = [times[-MOST] for times in spans if len(times) >= MOST]
            return max((int(first + WHILE - self._now()) + 1 for first in full), default=0)

    def failed(self, *keys: str) -> None:
        """Put a failure down."""
        with self._lock:
            for key in keys:
                self._failed[key] = (*self._recent(key), self._now())[-MOST:]
                self._failed.move_to_end(key)
            while len(self._failed) > _KEPT:
                self._failed.popitem(last=False)

    def _recent(self, key: str) -> tuple[float, ...]:
        since = self._now() - WHILE
        return tuple(moment for moment in self._failed.get(key, ()) if moment > since)
