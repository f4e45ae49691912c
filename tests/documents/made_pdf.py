"""PDF files made by code: text at given places, in a font that every reader knows."""

import zlib
from collections.abc import Iterable

Piece = tuple[float, float, float, str]  # x, y, size, text; the origin is lower left


def pdf(pages: Iterable[Iterable[Piece]], info: dict[str, str] | None = None) -> bytes:
    """A PDF of A4 pages."""
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
