"""Where a request comes from: hosts that the desk answers to, pages that may send to it.

Both headers are set by the browser, and no page can forge them, so that no form needs a token.
"""

from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers

SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
"""Methods that change nothing."""
LOOPBACK = ("localhost", "127.0.0.1", "::1")
"""The names of this computer to itself."""


def host_of(netloc: str) -> str | None:
    """The name in a `Host` header, without the port; None for what is none."""
    try:
        parts = urlsplit(f"//{netloc}")
        _ = parts.port
    except ValueError:
        return None
    if parts.netloc != parts.netloc.rpartition("@")[2] or parts.path or parts.query:
        return None
    return parts.hostname


def is_known_host(headers: Headers, hosts: Iterable[str]) -> bool:
    """Whether the request is for one of these hosts: others come by DNS rebinding."""
    named = headers.getlist("host")
    return len(named) == 1 and host_of(named[0]) in {host.casefold() for host in hosts}


def is_own(headers: Headers) -> bool:
    """Whether an unsafe request comes from a page of the desk, or from no page at all.

    `Sec-Fetch-Site` says so where the connection is one that browsers trust, else `Origin` does.
    A request with neither comes from a program, which no page can send on its way.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = headers.get("origin")
    if origin is None:
        return True
    parts = urlsplit(origin)
    return parts.scheme in {"http", "https"} and parts.netloc == headers.get("host")


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach what listens there."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def safe_next(path: str) -> str:
    """Where to go after signing in: a path of the desk, and "/" for everything else.

    Browsers read a backslash as a slash and drop line ends, so that neither may be in it.
    """
    local = path.startswith("/") and not path.startswith("//")
    return path if local and "\\" not in path and path.isprintable() else "/"
