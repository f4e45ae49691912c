"""A server on the loopback, whose every answer a test decides."""

import contextlib
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.sources import Fetcher, networks


class Site:
    """What stands at each path, and what was asked for."""

    def __init__(self, url):
        self.url = url
        self.answers = {}
        self.asked = []

    def put(self, path, body="", status=200, **heads):
        """One answer for ever, or, if `body` is a function, what it writes."""
        self.answers[path] = [(status, {k.replace("_", "-"): v for k, v in heads.items()}, body)]

    def then(self, path, body="", status=200, **heads):
        """Another answer, once those before it have been given."""
        self.answers.setdefault(path, []).append(
            (status, {k.replace("_", "-"): v for k, v in heads.items()}, body)
        )

    def paths(self):
        return [path for path, _ in self.asked if path != "/robots.txt"]


def handler(site):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            site.asked.append((self.path, dict(self.headers)))
            waiting = site.answers.get(self.path, [(404, {}, "")])
            status, heads, body = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            with contextlib.suppress(OSError):
                if callable(body):
                    body(self)
                    return
                content = body.encode() if isinstance(body, str) else body
                if heads.get("ETag") and self.headers.get("If-None-Match") == heads["ETag"]:
                    status, content = 304, b""
                self.send_response(status)
                for name, value in {"Content-Length": str(len(content)), **heads}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

        def log_message(self, *_):
            pass

    return Handler


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.daemon_threads = True
    found = Site(f"http://127.0.0.1:{server.server_address[1]}")
    server.RequestHandlerClass = handler(found)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture
def waits():
    """The seconds that a fetcher has waited; none has passed."""
    return []


@pytest.fixture
def fetcher(waits):
    return Fetcher("1.0", networks("127.0.0.1"), sleep=waits.append)


@pytest.fixture
def names(monkeypatch):
    """Names that resolve to what a test says."""
    known = {}
    real = socket.getaddrinfo

    def answer(host, port, *rest, **more):
        if host not in known:
            return real(host, port, *rest, **more)
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in known[host].pop(0)
        ]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    return known
