"""A CSV file of articles, one a row: comma, semicolon or tab between the fields."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.documents.articles import article_draft, holds_text
from onrecord.documents.compose import drafted
from onrecord.documents.refusal import Refusal, UnreadableError, printable
from onrecord.model import Report

_SEPARATORS = ",;\t|"
_LOOKED_AT = 1_000_000


def sheet_reports(
    file: BinaryIO, path: Path, *, published: str | None, most: int
) -> Iterator[Report | Refusal]:
    """A report or a refusal for each row, read as they are asked for.

    The first row names the fields (see `article_draft`). Raises `UnreadableError` where it does
    not, and where a field of more than `most` characters or a stray quotation mark makes an end
    of reading.
    """
    csv.field_size_limit(most)
    text = io.TextIOWrapper(file, encoding=_encoding(file), errors="replace", newline="")
    try:
        yield from _rows(_lines(text, most), path, published)
    except csv.Error as error:
        raise UnreadableError(f"not CSV: {error}") from error
    finally:
        text.detach()


def _rows(lines: Iterator[str], path: Path, published: str | None) -> Iterator[Report | Refusal]:
    head = next(lines, "")
    separator = max(_SEPARATORS, key=head.count)
    names = next(csv.reader([head], delimiter=separator), [])
    if not any(map(holds_text, names)):
        raise UnreadableError("its first row names no field for the text")
    reader = csv.DictReader(lines, names, delimiter=separator, restkey="")
    for row in reader:
        filled = {name: value for name, value in row.items() if name and value}
        if not filled:
            continue
        try:
            yield drafted(article_draft(filled), path=printable(path), published=published)
        except UnreadableError as error:
            yield Refusal(path, str(error), reader.line_num + 1)


def _lines(text: io.TextIOWrapper, most: int) -> Iterator[str]:
    while line := text.readline(most + 1):
        if len(line) > most:
            raise UnreadableError(f"line of more than {most / 1e6:g} MB")
        yield line.replace("\0", "")


def _encoding(file: BinaryIO) -> str:
    sample = file.read(_LOOKED_AT)
    file.seek(0)
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        sample[: sample.rfind(b"\n") + 1 or None].decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"
