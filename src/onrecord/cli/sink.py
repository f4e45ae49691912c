"""Where data goes: standard output, or a file that is there whole or not at all."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import NamedTemporaryFile, mkdtemp

import typer

from onrecord.cli.trouble import USAGE, Trouble

Write = Callable[[bytes], object]


@contextmanager
def sink(output: Path | None) -> Iterator[Write]:
    """A function that takes bytes; with `output` the file appears when all has been written.

    Raises `Trouble` where the folder of `output` is missing or cannot be written to.
    """
    if output is None:
        with _standard_output() as write:
            yield write
        return
    target = output.resolve()
    if target.is_dir():
        raise Trouble(f"cannot write {output}: it is a folder", USAGE)
    if target.exists() and not target.is_file():
        with target.open("wb") as device:  # a pipe or a device is written to, never replaced
            yield device.write
        return
    if not target.parent.is_dir():
        raise Trouble(f"cannot write {output}: there is no folder {output.parent}", USAGE)
    with replaced(target) as write:
        yield write


@contextmanager
def replaced(target: Path) -> Iterator[Write]:
    """Writes beside `target` and puts the new file in its place at the end."""
    try:
        part = NamedTemporaryFile(  # noqa: SIM115
            dir=target.parent, prefix=f".{target.name[:100]}.", suffix=".part", delete=False
        )
    except OSError as error:
        raise Trouble(f"cannot write {target}: {error.strerror}", USAGE) from error
    try:
        with part:
            yield part.write
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).chmod(_mode(target))
        Path(part.name).replace(target)
    except BaseException:
        Path(part.name).unlink(missing_ok=True)
        raise


@contextmanager
def folder(output: Path) -> Iterator[Path]:
    """A new folder to write into, which gets its name when all has been written.

    Raises `Trouble` where there is something of that name, unless it is an empty folder.
    """
    target = output.resolve()
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise Trouble(f"cannot write {output}: it is there already", USAGE)
    if not target.parent.is_dir():
        raise Trouble(f"cannot write {output}: there is no folder {output.parent}", USAGE)
    try:
        part = Path(mkdtemp(dir=target.parent, prefix=f".{target.name[:100]}.", suffix=".part"))
    except OSError as error:
        raise Trouble(f"cannot write {output}: {error.strerror}", USAGE) from error
    try:
        yield part
        part.chmod(0o777 & ~_mask())
        part.replace(target)
    except BaseException:
        rmtree(part, ignore_errors=True)
        raise


def _mode(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o7777
    return 0o666 & ~_mask()


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def _standard_output() -> Iterator[Write]:
    """A reader that goes away (`| head`) ends the command quietly, as done."""
    out = sys.stdout.buffer
    try:
        yield out.write
        out.flush()
    except BrokenPipeError:
        # Python flushes once more at its end: let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
