"""The desk as an application: the record, its pages, and the guard before them."""

from importlib.resources import files

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from onrecord.store import open_record
from onrecord.web.adding import Batches
from onrecord.web.api import measure, offer
from onrecord.web.errors import explain
from onrecord.web.guard import Guard, protect
from onrecord.web.heads import Heads
from onrecord.web.known import Known
from onrecord.web.pages import ROUTERS
from onrecord.web.paper import SECTIONS


def create_app(place: str, guard: Guard | None = None) -> FastAPI:
    """The desk of the record at a path or URL. Raises as `open_record`.

    `app.state.place` is where the record lies, `app.state.known` the record as known on a day,
    `app.state.sections` what the head of every page leads to.
    """
    app = FastAPI(title="onrecord", openapi_url=None)
    app.state.place = place
    app.state.known = Known(open_record(place))
    there = set()
    app.state.batches = Batches(app.state.known.records)
    for router in ROUTERS:
        app.include_router(router)
        there |= {getattr(route, "path", "") for route in router.routes}
    app.state.sections = tuple((path, name) for path, name in SECTIONS if path in there)
    app.mount("/static", StaticFiles(directory=str(files("onrecord.web") / "static")))
    offer(app)
    explain(app)
    protect(app, guard or Guard())
    app.add_middleware(Heads)
    measure(app)
    return app
