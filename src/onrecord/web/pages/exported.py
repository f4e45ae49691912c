"""The record, or what is asked for of it, in the forms that other tools read."""

from fastapi import APIRouter, HTTPException, Request, status
from fastapi.responses import StreamingResponse

from onrecord.exports.archive import archive
from onrecord.exports.formats import MissingError, Target, files, is_folder, kind, lines
from onrecord.web.asked import Filters
from onrecord.web.guard import needs
from onrecord.web.pages.listed import edition_of

router = APIRouter(prefix="/api", dependencies=[needs("reader")])


@router.get("/export/{target}")
def exported(request: Request, asked: Filters, target: Target) -> StreamingResponse:
    """A file, as `onrecord export --to` writes it; several of them as a ZIP archive."""
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
