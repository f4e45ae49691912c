"""A desk with a real server, for as long as it is asked for."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import httpx
import uvicorn
from fastapi import FastAPI

from onrecord.web.desk import create_app


@contextmanager
def serving(place: str) -> Iterator[httpx.Client]:
    """A client of the desk of that record; its `base_url` is where browsers find it."""
    with served(create_app(place)) as address, httpx.Client(base_url=address, timeout=60) as client:
        yield client


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address of an application."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()  # whoever is too early waits
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
    thread = Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


def base(desk: httpx.Client) -> str:
    """Where a browser finds it."""
    return str(desk.base_url).rstrip("/")
