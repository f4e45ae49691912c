"""The desk as an application: the record, its pages, and the guard before them."""

from fastapi import FastAPI

from onrecord.store import open_record
from onrecord.web.guard import Guard, protect
from onrecord.web.known import Known


def create_app(place: str, guard: Guard | None = None) -> FastAPI:
    """The desk of the record at a path or URL. Raises as `open_record`.

    `app.state.place` is where the record lies, `app.state.known` the record as known on a day.
    """
    app = FastAPI(title="onrecord", openapi_url=None)
    app.state.place = place
    app.state.known = Known(open_record(place))
    protect(app, guard or Guard())
    return app
