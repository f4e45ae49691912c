"""Inputs -> shards: so many reports each, by their place in the archive and by nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from onrecord.documents import Refusal, file_reports
from onrecord.model import Report

Item = Report | Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file of the archive and its bytes; `refused` says why it is none that can be read."""

    path: str
    bytes: int = 0
    refused: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a shard begins: the shards before it, the inputs before it, what came of its own.

    `bytes` says how far into all inputs that is.
    """

    shard: int = 0
    input: int = 0
    item: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """Reports that are read together, and what could not be opened among them."""

    number: int
    items: tuple[Item, ...]
    next: Place


def inputs(paths: Sequence[Path]) -> Iterator[Input]:
    """The files of all paths, in the order of names within each."""
    from onrecord.documents import files

    for path in paths:
        for found in files(path):
            if isinstance(found, Refusal):
                yield Input(path=str(found.path), refused=found.reason)
            else:
                yield Input(path=str(found), bytes=found.stat().st_size)


def cut(
    archive: Sequence[Input], size: int, published: str | None, begin: Place
) -> Iterator[Shard]:
    """The shards from `begin` on; each is opened when it is asked for."""
    number = begin.shard
    found = _items(archive, published, begin)
    while held := list(islice(found, size)):
        _, place, reached = held[-1]
        after = Place(shard=number + 1, input=place[0], item=place[1], bytes=reached)
        yield Shard(number=number, items=tuple(item for item, _, _ in held), next=after)
        number += 1


def _items(
    archive: Sequence[Input], published: str | None, begin: Place
) -> Iterator[tuple[Item, tuple[int, int], int]]:
    """Each report or refusal, the place of the next one, and the bytes read until then."""
    before = sum(one.bytes for one in archive[: begin.input])
    for number in range(begin.input, len(archive)):
        one = archive[number]
        known = begin.item if number == begin.input else 0
        for count, (item, reached) in enumerate(_opened(one, published), start=1):
            if count > known:
                yield item, (number, count), before + min(reached, one.bytes)
        before += one.bytes


def _opened(one: Input, published: str | None) -> Iterator[tuple[Item, int]]:
    """What is in a file, each with how many bytes have been read when it is there."""
    path = Path(one.path)
    if one.refused:
        yield Refusal(path, one.refused), 0
        return
    try:
        with path.open("rb") as file:
            if path.suffix.lower() == ".parquet":
                from onrecord.corpus.parquet_rows import parquet_reports

                for item, share in parquet_reports(file, path, published=published):
                    yield item, int(share * one.bytes)
            else:
                for item in file_reports(file, path, published=published):
                    yield item, file.tell()
    except OSError as error:
        yield Refusal(path, (error.strerror or "cannot be read").lower()), 0
