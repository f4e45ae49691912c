"""Files of binary formats, made by code."""

import gzip
import io
import textwrap
import zipfile
import zlib
from collections.abc import Callable, Iterable
from typing import Any

import docx

Piece = tuple[float, float, float, str]  # x, y, size, text; the origin is lower left


def pdf(pages: Iterable[Iterable[Piece]], info: dict[str, str] | None = None) -> bytes:
    """A PDF of A4 pages, in a font that every reader knows."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for pieces in pages:
        stream = "\n".join(
            f"BT /F1 {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET" for x, y, size, text in pieces
        )
        body = zlib.compress(stream.encode("cp1252"))
        objects.append((len(body), body))
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    fields = " ".join(f"/{name} ({_escaped(value)})" for name, value in (info or {}).items())
    objects.append(f"<< {fields} >>")
    return assembled(objects)


def assembled(objects: list) -> bytes:
    """Objects, numbered from 1, as a file: the first is the catalogue, the last the information."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, value in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode()
        if isinstance(value, tuple):
            out += f"<< /Length {value[0]} /Filter /FlateDecode >>\nstream\n".encode()
            out += value[1] + b"\nendstream"
        else:
            out += value.encode("cp1252")
        out += b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    size = len(places) + 1
    out += f"trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\n".encode()
    return bytes(out) + f"startxref\n{start}\n%%EOF\n".encode()


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def column(x: float, y: float, text: str, width: int, size: float = 10) -> list[Piece]:
    """A text set in lines of at most `width` characters; `|` ends a line where it stands."""
    rows = [row for part in text.split("|") for row in textwrap.wrap(part, width)]
    return [(x, y - number * size * 1.2, size, row) for number, row in enumerate(rows)]


def zipped(**files: bytes | str) -> bytes:
    """A ZIP archive of these files; `__` in a name is a slash and `_` a full stop."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def word(build: Callable[[Any], object], **known: str) -> bytes:
    """A Word document; `build` is given an empty one."""
    document = docx.Document()
    build(document)
    for name, value in known.items():
        setattr(document.core_properties, name, value)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def warc(*answers: tuple[str, str, bytes], status: str = "200 OK", packed: bool = True) -> bytes:
    """A web archive of answers: address, media type, body."""
    return b"".join(
        gzip.compress(record) if packed else record
        for number, (url, media, body) in enumerate(answers)
        for http in [f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n".encode() + body]
        for record in [_warc_head(url, number, len(http)) + http + b"\r\n\r\n"]
    )


def _warc_head(url: str, number: int, length: int) -> bytes:
    return (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2031-05-03T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {length}\r\n\r\n"
    ).encode()
