"""The desk as an application: the record, its pages, and the guard before them."""

from fastapi import FastAPI

from onrecord.web.guard import Guard, protect


def create_app(place: str, guard: Guard | None = None) -> FastAPI:
    """The desk of the record at a path or URL."""
    app = FastAPI(title="onrecord", openapi_url=None)
    app.state.place = place
    protect(app, guard or Guard())
    return app
