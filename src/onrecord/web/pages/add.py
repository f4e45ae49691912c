"""Adding at the desk: a text, files or an address; a look at what is in them; then the record."""

from functools import partial
from itertools import chain
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, Response, UploadFile, status
from fastapi.responses import RedirectResponse

from onrecord.documents import iso_date
from onrecord.model import Declared, DeclaredName
from onrecord.web.adding import Batch, Batches, Brought, facts, from_address, from_bytes
from onrecord.web.errors import missing
from onrecord.web.guard import needs, who
from onrecord.web.paper import page

router = APIRouter(dependencies=[needs("editor")])

_TEXT = 2_000_000  # characters of a pasted text
_WORDS = 300
_FILES = 50

Words = Annotated[str, Form(max_length=_WORDS)]


@router.get("/add", name="add")
def forms(request: Request) -> Response:
    """The ways in, and what waits for a word."""
    return _forms(request)


@router.post("/add/text", name="add a text")
def text(
    request: Request,
    text: Annotated[str, Form(max_length=_TEXT)],
    title: Words = "",
    publisher: Words = "",
    url: Words = "",
    published: Words = "",
) -> Response:
    """A pasted text, with what its bringer says of its publication."""
    told: tuple[tuple[DeclaredName, str], ...] = (
        ("title", title), ("publisher", publisher), ("url", url)
    )  # fmt: skip
    declared = tuple(
        Declared(name=name, value=value.strip(), way="form")
        for name, value in told
        if value.strip()
    )
    given = {"text": text, "title": title, "publisher": publisher, "url": url}
    if not text.strip():
        return _forms(request, "Paste a text first.", **given)
    if published.strip() and iso_date(published) is None:
        line = f"“{published}” is no day like 2024-03-09."
        return _forms(request, line, published=published, **given)
    name = title.strip() or f"{text.strip()[:60]} …"
    day = iso_date(published)
    brought = partial(from_bytes, text.encode(errors="replace"), "pasted.txt", day, declared)
    return _begun(request, name, brought)


@router.post("/add/files", name="add files")
def files(
    request: Request,
    files: Annotated[list[UploadFile], File()],
    published: Words = "",
) -> Response:
    """Files, of any format that the command line reads."""
    day = iso_date(published)
    if published.strip() and day is None:
        return _forms(request, f"“{published}” is no day like 2024-03-09.", published=published)
    given = [(file.filename or "file", file.file.read()) for file in files if file.filename]
    if not given or len(given) > _FILES:
        return _forms(request, f"Choose one to {_FILES} files first.", published=published)
    name = given[0][0] if len(given) == 1 else f"{given[0][0]} and {len(given) - 1} more"

    def brought() -> Brought:
        return chain.from_iterable(from_bytes(content, name, day) for name, content in given)

    return _begun(request, name, brought)


@router.post("/add/address", name="add an address")
def address(request: Request, address: Words, published: Words = "") -> Response:
    """A page, or a feed with the pages that it names."""
    wanted, day = address.strip(), iso_date(published)
    if not wanted.startswith(("https://", "http://")):
        line = "An address begins with https:// or http://."
        return _forms(request, line, address=wanted, published=published)
    if published.strip() and day is None:
        line = f"“{published}” is no day like 2024-03-09."
        return _forms(request, line, address=wanted, published=published)
    return _begun(request, wanted, partial(from_address, wanted, day))


@router.get("/add/{key}", name="a batch")
def look(request: Request, key: str) -> Response:
    """How far the reading is; when it is done, what was found."""
    batch = _batch(request, key)
    done = batch.done  # asked once: the reading goes on meanwhile
    return page(
        request,
        "batch.html",
        batch=batch,
        done=done,
        drafts=[(draft, *facts(draft.reading)) for draft in batch.drafts] if done else (),
    )


@router.post("/add/{key}", name="settle a batch")
def settle(
    request: Request,
    key: str,
    do: Annotated[str, Form(max_length=_WORDS)],
    reports: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Put the chosen reports on the record, or forget all."""
    batch, batches = _batch(request, key), _batches(request)
    if do == "keep" and batch.done and batch.kept is None:
        batches.keep(batch, reports or ())
        return RedirectResponse(f"/add/{batch.id}", status.HTTP_303_SEE_OTHER)
    if do == "drop":
        batches.drop(batch)
    return RedirectResponse("/add", status.HTTP_303_SEE_OTHER)


def _forms(request: Request, trouble: str | None = None, **given: str) -> Response:
    waiting = _batches(request).of(who(request).name)
    code = status.HTTP_400_BAD_REQUEST if trouble else status.HTTP_200_OK
    told: dict[str, Any] = dict.fromkeys(
        ("text", "title", "publisher", "url", "address", "published"), ""
    )
    told |= given
    return page(request, "add.html", status=code, trouble=trouble, waiting=waiting, told=told)


def _begun(request: Request, name: str, brought: Any) -> Response:
    batch = _batches(request).begin(who(request).name, name, brought)
    return RedirectResponse(f"/add/{batch.id}", status.HTTP_303_SEE_OTHER)


def _batch(request: Request, key: str) -> Batch:
    batch = _batches(request).find(key, who(request).name)
    if batch is None:
        raise missing("There is nothing here to be added: it was dropped, or the desk began anew.")
    return batch


def _batches(request: Request) -> Batches:
    found: Batches = request.app.state.batches
    return found
