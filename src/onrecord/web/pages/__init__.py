"""The pages of the desk, each with its address."""

from fastapi import APIRouter

from onrecord.web.pages import (
    actor,
    add,
    brief,
    changes,
    drawn,
    facts,
    lists,
    missions,
    reports,
    review,
    search,
    sources,
)

ROUTERS: tuple[APIRouter, ...] = (
    missions.router,
    lists.router,
    drawn.router,
    changes.router,
    actor.router,
    sources.router,
    brief.router,
    search.router,
    reports.router,
    facts.router,
    review.router,
    add.router,
)
"""What the desk is made of."""

__all__ = ["ROUTERS"]
