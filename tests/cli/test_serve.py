"""`onrecord serve`: what it refuses, and that it opens where it says."""

import os
import re
import signal
import socket
import subprocess
import sys

import httpx
import pytest


def test_a_record_that_is_not_there_is_not_made(onrecord, tmp_path):
    code, out, err = onrecord("serve", "--record", tmp_path / "none.db")
    assert (code, out) == (1, "")
    assert "no record at" in err
    assert not (tmp_path / "none.db").exists()


# The server leaves the socket that it could not bind to the collector of garbage.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_port_that_is_taken_is_told_in_one_line(onrecord, record):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        code, out, err = onrecord("serve", "--record", record, "--port", port)
    assert (code, out) == (1, "")
    (line,) = err.splitlines()
    assert line.startswith(f"onrecord: cannot listen at http://127.0.0.1:{port}/: another program")


def test_it_opens_where_it_says_and_ends_when_told(record):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code = "import sys; from onrecord.cli.app import run; sys.exit(run())"
    command = [sys.executable, "-c", code, "serve", "--record", record, "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as desk:
        try:
            address = re.search(r"http://\S+", desk.stderr.readline())[0]
            assert "Stabilisation Mission" in httpx.get(address, timeout=60).text
        finally:
            os.kill(desk.pid, signal.SIGINT)
        assert desk.wait(60) in {0, -signal.SIGINT, 130}
        assert desk.stderr.read() == ""
