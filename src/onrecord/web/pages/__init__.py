"""The pages of the desk, each with its address."""

from fastapi import APIRouter

from onrecord.web.pages import drawn, lists

ROUTERS: tuple[APIRouter, ...] = (lists.router, drawn.router)
"""What the desk is made of."""

__all__ = ["ROUTERS"]
