"""One request to one checked address, with bounds on size and time."""

import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from threading import Timer

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import DecodeError, HTTPError, LocationParseError
from urllib3.util import Url, parse_url

from onrecord.sources.addresses import Network, resolved
from onrecord.sources.errors import FetchError, TryAgainError

MOST_BYTES = 50_000_000
"""Of an answer, unpacked."""

SECONDS = 60.0
"""For a whole answer."""

_STEP = 15.0  # seconds for a connection, and between two pieces of an answer
_PIECE = 65_536
_PORTS = {"http": 80, "https": 443}
_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; the names of the heads are in lower case."""

    status: int
    heads: Mapping[str, str]
    content: bytes


def parsed(url: str) -> Url:
    """An address in its parts. Raises `FetchError` for what is not http or https."""
    try:
        found = parse_url(url)
    except LocationParseError as error:
        raise FetchError("not an address") from error
    if found.scheme not in _PORTS:
        raise FetchError("only http and https addresses are fetched")
    if not found.host or len(url) > _LONGEST:
        raise FetchError("not an address")
    if found.auth:
        raise FetchError("an address with a password in it is not fetched")
    return found


def asked(
    url: str,
    heads: Mapping[str, str],
    *,
    allowed: Sequence[Network] = (),
    seconds: float = SECONDS,
    most: int = MOST_BYTES,
) -> Answer:
    """The answer to one request, whatever its status; redirects are not followed.

    The name is resolved once, the address checked and connected to. Raises `FetchError`, and
    `TryAgainError` where the connection fails.
    """
    place = parsed(url)
    host = (place.host or "").strip("[]")
    port = place.port or _PORTS[place.scheme or "http"]
    connection = _connection(place, resolved(host, port, allowed), host, port)
    with _in_time(seconds) as late:
        try:
            connection.connect()
            late.hold(connection.sock)
            connection.request(
                "GET",
                place.request_uri,
                headers={"Host": place.netloc or host, **heads},
                preload_content=False,
            )
            with closing(connection.getresponse()) as response:
                content = _content(response, most)
        except DecodeError as error:
            raise FetchError("its answer cannot be unpacked") from error
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            if late:
                raise FetchError(f"takes more than {seconds:g} seconds") from error
            raise TryAgainError(_why(error)) from error
        finally:
            connection.close()
    if late:
        raise FetchError(f"takes more than {seconds:g} seconds")
    return Answer(response.status, {k.lower(): v for k, v in response.headers.items()}, content)


def _connection(place: Url, address: str, host: str, port: int) -> HTTPConnection:
    if place.scheme == "https":
        return HTTPSConnection(
            address, port, timeout=_STEP, server_hostname=host, assert_hostname=host
        )
    return HTTPConnection(address, port, timeout=_STEP)


class _Watch:
    """Shuts a socket when time is up, so that no slow drip can hold it open; then it is true."""

    def __init__(self) -> None:
        self._late = False
        self._socket: socket.socket | None = None

    def __bool__(self) -> bool:
        return self._late

    def hold(self, held: socket.socket | None) -> None:
        """The socket to shut: the connection lets go of it before the answer has ended."""
        self._socket = held

    def shut(self) -> None:
        """Time is up."""
        self._late = True
        if self._socket:
            with suppress(OSError):  # the other side may be quicker
                self._socket.shutdown(socket.SHUT_RDWR)


@contextmanager
def _in_time(seconds: float) -> Iterator[_Watch]:
    watch = _Watch()
    timer = Timer(seconds, watch.shut)
    timer.daemon = True
    timer.start()
    try:
        yield watch
    finally:
        timer.cancel()


def _content(response: HTTPResponse, most: int) -> bytes:
    content = bytearray()
    while piece := response.read1(_PIECE, decode_content=True):
        content += piece
        if len(content) > most:
            raise FetchError(f"larger than {most / 1e6:g} MB")
    return bytes(content)


def _why(error: Exception) -> str:
    text = type(error).__name__
    if "Certificate" in text or "SSL" in text or "certificate" in str(error):
        return "its certificate is not valid"
    if isinstance(error, TimeoutError) or "Timeout" in text:
        return f"says nothing for {_STEP:g} seconds"
    if "IncompleteRead" in text or "IncompleteRead" in str(error):
        return "its answer was cut off"
    return "no connection"
