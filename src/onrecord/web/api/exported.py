"""The record, or what is asked for of it, in the forms that other tools read."""

from typing import Any

from fastapi import APIRouter, HTTPException, Request, status
from fastapi.responses import StreamingResponse

from onrecord.exports.archive import archive
from onrecord.exports.formats import MissingError, Target, files, is_folder, kind, lines
from onrecord.web.api.answers import PROBLEMS, Filters, Problem, edition_of
from onrecord.web.guard import needs

_TOLD: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A file; forms of several files are a ZIP archive. Nothing is cut short.",
        "content": {
            media: {"schema": {} if "json" in media else {"type": "string", "format": "binary"}}
            for media in sorted({kind(target)[1] for target in Target})
        },
    },
    **{code: told for code, told in PROBLEMS.items() if code != status.HTTP_304_NOT_MODIFIED},
    501: {"model": Problem, "description": "The form needs a library that is not installed."},
}

router = APIRouter(dependencies=[needs("reader")])


@router.get(
    "/export/{target}",
    operation_id="export",
    response_class=StreamingResponse,
    responses=_TOLD,
)
def exported(request: Request, asked: Filters, target: Target) -> StreamingResponse:
    """The record, or what is asked for of it, as `onrecord export --to` writes it."""
    edition = edition_of(request, asked)
    wanted = edition.record, asked.selection(edition)
    try:
        pieces = archive(files(target)(*wanted)) if is_folder(target) else lines(target)(*wanted)
    except MissingError as error:
        raise HTTPException(status.HTTP_501_NOT_IMPLEMENTED, str(error)) from error
    end, media = kind(target)
    return StreamingResponse(
        pieces,
        media_type=media,
        headers={"Content-Disposition": f'attachment; filename="record.{end}"'},
    )
