"""What a parser may not do, and what becomes of the others when one dies."""

import subprocess
import sys
from pathlib import Path

import made
import pytest

from onrecord.documents import bytes_reports
from onrecord.documents.confined import parser

TRIED = """
import os, socket, subprocess, sys
from onrecord.documents.confined.limits import confine
confine(files={files})
try:
    {attempt}
except (OSError, MemoryError) as error:
    sys.exit(7)
"""


def tried(attempt, *, files=False):
    code = TRIED.format(attempt=attempt, files=files)
    return subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="the system sets no limits there")
@pytest.mark.parametrize(
    "attempt",
    [
        "socket.socket()",
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('courier.example', 80)",
        "open('/etc/hosts')",
        "open('/tmp/onrecord', 'w')",
        "os.pipe()",
        "subprocess.run(['true'])",
        "os.fork()",
        "os.execv('/bin/true', ['true'])",
    ],
)
def test_a_parser_has_no_files_no_network_and_no_processes(attempt):
    assert tried(attempt) == 7


@pytest.mark.parametrize("attempt", ["socket.socket()", "subprocess.run(['true'])", "os.fork()"])
def test_one_that_may_read_files_has_neither_network_nor_processes(attempt):
    assert tried(f"open({__file__!r}).close()", files=True) == 0
    assert tried(attempt, files=True) == 7


@pytest.mark.skipif(sys.platform != "linux", reason="enforced on Linux")
def test_a_parser_has_little_memory():
    assert tried("bytearray(2**30)") == 7
    assert tried("bytearray(2**20)") == 0


def test_a_parser_that_was_killed_costs_no_document():
    page = made.pdf([made.column(72, 700, "Talks failed.", 80)])
    for _ in range(3):
        (found,) = bytes_reports(page, Path("a.pdf"))
        assert found.text == "Talks failed."
        child = parser._parser("pdf")._child  # noqa: SLF001
        child.kill()
        child.wait()
