"""What goes wrong, said for people: what it was, and where to go on."""

from collections.abc import Sequence

from fastapi import FastAPI, HTTPException, Request, Response, status
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as AnyHTTPException

from onrecord.views.selection import UnknownNameError
from onrecord.web.asked import UnusableError
from onrecord.web.paper import page

_SAID = {
    status.HTTP_403_FORBIDDEN: "You may not see or do this here.",
    status.HTTP_404_NOT_FOUND: "There is no such page. The record may hold what you look for.",
    status.HTTP_405_METHOD_NOT_ALLOWED: "This page can be read, but nothing can be sent to it.",
    status.HTTP_422_UNPROCESSABLE_CONTENT: "Something in the address cannot be read.",
}
_SORRY = "Something went wrong at the desk. Nothing on the record was changed by it."


def explain(app: FastAPI) -> None:
    """Let every error of a page be a page; programs get theirs as JSON."""

    async def unusable(request: Request, error: Exception) -> Response:
        return _page(request, status.HTTP_400_BAD_REQUEST, str(error))

    async def unknown(request: Request, error: Exception) -> Response:
        near = error.nearest if isinstance(error, UnknownNameError) else ()
        return _page(request, status.HTTP_404_NOT_FOUND, f"There is {error}.", near)

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, AnyHTTPException)  # noqa: S101
        if _is_program(request) or error.headers:
            return await http_exception_handler(request, error)
        own = isinstance(error, HTTPException)  # raised by a page, which knows what to say
        told = error.detail if own else _SAID.get(error.status_code, error.detail)
        return _page(request, error.status_code, told)

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)  # noqa: S101
        if _is_program(request):
            return await request_validation_exception_handler(request, error)
        code = status.HTTP_422_UNPROCESSABLE_CONTENT
        return _page(request, code, _SAID[code])

    async def failed(request: Request, _: Exception) -> Response:
        return _page(request, status.HTTP_500_INTERNAL_SERVER_ERROR, _SORRY)

    app.add_exception_handler(UnusableError, unusable)
    app.add_exception_handler(UnknownNameError, unknown)
    app.add_exception_handler(AnyHTTPException, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(Exception, failed)


def missing(what: str) -> HTTPException:
    """That there is no such thing on the record as of that day."""
    return HTTPException(status.HTTP_404_NOT_FOUND, what)


def _is_program(request: Request) -> bool:
    return request.url.path.startswith("/api")


def _page(request: Request, code: int, told: str, near: Sequence[str] = ()) -> Response:
    if _is_program(request):
        return JSONResponse({"detail": told, "nearest": tuple(near)}, code)
    kind = "mission" if "mission" in request.query_params else "actor"
    return page(request, "error.html", status=code, number=code, told=told, near=near, kind=kind)
