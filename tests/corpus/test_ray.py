"""The same archive on a Ray cluster, read and merged: the same bytes, whichever machine dies."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import archives
import pytest

from onrecord.corpus.seats import Job

MANY, SIZE = 600, 6
ONRECORD = [sys.executable, "-c", "import onrecord.cli as c; c.main()"]
RAY = Path(sys.executable).with_name("ray")
OPEN = os.environ | {"RAY_AUTH_MODE": "disabled"}  # whatever token lies in the user's home

pytest.importorskip("ray", reason="Ray is not installed: pip install 'onrecord[scale]'")


class Nodes:
    """Machines of a cluster, each a process with all that it starts in a group of its own."""

    def __init__(self):
        self.place = tempfile.mkdtemp(prefix="ray", dir="/tmp")  # names of sockets must be short
        self._running = []

    def start(self, *words):
        node = subprocess.Popen(
            [RAY, "start", "--block", "--num-cpus=1", "--object-store-memory=80000000",
             "--disable-usage-stats", *words],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
            env=OPEN,
        )  # fmt: skip
        self._running.append(node)
        assert any("Ray runtime started" in line for line in node.stdout)
        return node

    def kill(self, node):
        os.killpg(node.pid, signal.SIGKILL)
        node.communicate()
        self._running.remove(node)

    def close(self):
        for node in list(self._running):
            self.kill(node)
        shutil.rmtree(self.place, ignore_errors=True)


@pytest.fixture
def nodes():
    found = Nodes()
    yield found
    found.close()


def is_at_work(node):
    """Whether a reader that the node has started is reading."""
    columns = [word for name in ("pid", "ppid", "pgid", "args") for word in ("-o", f"{name}=")]
    shown = subprocess.run(["ps", "-e", *columns], capture_output=True, text=True, check=True)
    told = [line.split(maxsplit=3) for line in shown.stdout.splitlines()]
    own = {pid for pid, _, group, _ in told if int(group) == node.pid}
    return any(parent in own and args.startswith("ray::_do") for _, parent, _, args in told)


def test_a_machine_that_dies_half_way_costs_no_report(onrecord, nodes, tmp_path, content):
    archive = archives.jsonl(tmp_path / "a.jsonl", MANY)
    words = ["corpus", "read", str(archive), "--size", str(SIZE), "--out"]
    assert onrecord(*words, "whole", "--workers", 1)[0] == 0
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}"
    nodes.start(
        "--head", f"--port={port}", f"--temp-dir={nodes.place}", "--include-dashboard=false"
    )
    second = nodes.start(f"--address={address}")
    asked = [*ONRECORD, *words, "out", "--ray", address, "--workers", "2"]
    with subprocess.Popen(asked, stderr=subprocess.PIPE, text=True, env=OPEN) as run:
        while run.poll() is None and not (
            is_at_work(second) and len(list(Path("out/done").glob("*.json"))) > 1
        ):
            time.sleep(0.02)
        nodes.kill(second)
        half_way = run.poll() is None
        err = run.communicate()[1]
    assert half_way, err
    assert (run.returncode, err) == (0, f"onrecord: {MANY} reports read, 0 set aside\n")
    assert content(tmp_path / "out") == content(tmp_path / "whole")


def test_a_corpus_is_merged_on_a_cluster(onrecord, tmp_path, content):
    archive = archives.jsonl(tmp_path / "a.jsonl", 9)
    assert onrecord("corpus", "read", archive, "--out", "out", "--workers", 1)[0] == 0
    shutil.copytree("out", "whole")
    here = onrecord("corpus", "merge", "whole", "--workers", 1)
    words = ["corpus", "merge", "out", "--ray", "local", "--workers", "1"]
    there = subprocess.run([*ONRECORD, *words], check=True, capture_output=True, text=True)
    assert (there.returncode, there.stdout, there.stderr) == here
    assert content(tmp_path / "out") == content(tmp_path / "whole")


def test_a_machine_without_the_folder_or_with_another_onrecord_is_named(tmp_path):
    from onrecord.corpus.cluster import _do

    with pytest.raises(ValueError, match=r"^\S+ is not on \S+: all machines must share it$"):
        _do(print, Job(place=tmp_path, engine="0", words=()))
    (tmp_path / "corpus.json").write_text("{}")
    with pytest.raises(ValueError, match=r"^onrecord on \S+ is .+, here it is 0$"):
        _do(print, Job(place=tmp_path, engine="0", words=()))
