"""The desk for programs: the questions of the command line under `/api`, described by OpenAPI."""

from functools import cache
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi

from onrecord import __version__
from onrecord.web.api import decisions, exported, health, lists, questions
from onrecord.web.api.health import measure
from onrecord.web.guard import needs

__all__ = ["measure", "offer"]


def offer(app: FastAPI) -> None:
    """Give the desk its interface for programs."""
    api = APIRouter(prefix="/api")
    for part in (lists.router, questions.router, decisions.router, exported.router):
        api.include_router(part)

    @cache
    def described() -> dict[str, Any]:
        return get_openapi(
            title="onrecord",
            version=__version__,
            summary="The sourced record of missions and crises.",
            routes=api.routes,
        )

    api.get("/openapi.json", include_in_schema=False, dependencies=[needs("reader")])(described)
    app.include_router(api)
    app.include_router(health.router)
