"""How the guard tells of an error: as every other one of the desk is told."""

import inspect

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exception_handlers import http_exception_handler
from starlette.exceptions import HTTPException as AnyHTTPException
from starlette.types import ASGIApp, Receive, Scope, Send


def refuse(desk: FastAPI, request: Request, error: HTTPException) -> ASGIApp:
    """What answers a request with that error."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        told = await answer_to(desk, request, error, AnyHTTPException)
        response = told or await http_exception_handler(request, error)
        await response(scope, receive, send)

    return answer


async def answer_to(
    desk: FastAPI, request: Request, error: Exception, kind: type[Exception]
) -> Response | None:
    """What the desk says of errors of that kind; None where it has nothing to say."""
    explain = desk.exception_handlers.get(kind)
    told = explain(request, error) if explain else None
    return await told if inspect.isawaitable(told) else told
