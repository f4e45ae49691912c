"""Whether the desk is well, and how much it has to do."""

import time
from collections import Counter
from collections.abc import Iterator

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord import __version__
from onrecord.web.api.answers import known_of
from onrecord.web.guard import needs, open_to_all

router = APIRouter(include_in_schema=False)

_BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)  # seconds
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))


@router.get("/healthz", dependencies=[open_to_all()])
def healthy(request: Request) -> dict[str, str]:
    """That the record can be read."""
    known_of(request).records.state()
    return {"status": "ok"}


@router.get("/metrics", dependencies=[needs("reader")])
def metrics(request: Request) -> PlainTextResponse:
    """Counts in the text format of Prometheus."""
    known = known_of(request)
    meter: Meter = request.app.state.meter
    state = known.records.state()
    lines = [
        "# TYPE onrecord_info gauge",
        f'onrecord_info{{version="{__version__}"}} 1',
        "# TYPE onrecord_reports gauge",
        f"onrecord_reports {known.records.count()}",
        "# TYPE onrecord_decisions gauge",
        f"onrecord_decisions {state.decisions}",
        *meter.lines(),
    ]
    text = "\n".join(lines) + "\n"
    return PlainTextResponse(text, media_type="text/plain; version=0.0.4")


class Meter:
    """How many requests were answered how, and in which time. One event loop counts."""

    def __init__(self) -> None:
        self._answers: Counter[tuple[str, int]] = Counter()
        self._within: Counter[float] = Counter()
        self._seconds = 0.0

    def note(self, method: str, status: int, seconds: float) -> None:
        """Count an answer."""
        self._answers[method if method in _METHODS else "other", status] += 1
        self._within.update(bound for bound in _BOUNDS if seconds <= bound)
        self._seconds += seconds

    def lines(self) -> Iterator[str]:
        """The counts, line by line."""
        yield "# TYPE onrecord_requests_total counter"
        for (method, status), count in sorted(self._answers.copy().items()):
            yield f'onrecord_requests_total{{method="{method}",status="{status}"}} {count}'
        total = self._answers.total()
        yield "# TYPE onrecord_request_seconds histogram"
        for bound in _BOUNDS:
            yield f'onrecord_request_seconds_bucket{{le="{bound}"}} {self._within[bound]}'
        yield f'onrecord_request_seconds_bucket{{le="+Inf"}} {total}'
        yield f"onrecord_request_seconds_sum {self._seconds:.6f}"
        yield f"onrecord_request_seconds_count {total}"


class Metered:
    """Counts what passes."""

    def __init__(self, app: ASGIApp, meter: Meter) -> None:
        self._app, self._meter = app, meter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and count the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            self._meter.note(scope["method"], status, time.perf_counter() - begun)


def measure(app: FastAPI) -> None:
    """Count the answers of the desk from now on."""
    app.state.meter = Meter()
    app.add_middleware(Metered, meter=app.state.meter)
