"""Whatever comes in ends in one clear line or in a right reading, and takes bounded memory."""

import json
import subprocess
import sys

import pytest
from inputs import INPUTS

MOST_MEMORY = 2**30  # bytes
MOST_LINES = 3_000  # of archives and tables, which have a line for each of their files or rows

OPEN = """
import json, re, resource, sys
from pathlib import Path
from onrecord.documents import Refusal, open_reports

def memory():
    parsers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    status = Path("/proc/self/status")  # the other counter starts with what the tests have used
    own = int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) if status.exists() else 0
    return max(own, parsers) * (1 if sys.platform == "darwin" else 1024)

for path in sorted(Path(sys.argv[1]).iterdir()):
    ends = [[str(f), None] if isinstance(f, Refusal) else [None, f.text[:300] + f.text[-300:]]
            for f in open_reports(path)]
    print(json.dumps([path.name, ends, memory()]), flush=True)
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """What came of each input, all opened in one process."""
    pytest.importorskip("resource")
    folder = tmp_path_factory.mktemp("hostile")
    for name, (content, _) in INPUTS.items():
        (folder / name).write_bytes(content())
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(folder)], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    found = (json.loads(line) for line in done.stdout.splitlines())
    return {name: (ends, memory) for name, ends, memory in found}


@pytest.mark.parametrize("name", INPUTS)
def test_an_input_ends_well(outcomes, name):
    ends, memory = outcomes[name]
    expected = INPUTS[name][1].split("|")
    assert memory < MOST_MEMORY
    assert 1 <= len(ends) <= MOST_LINES * 2
    for line, text in ends:
        if line is None:
            assert any(words[:1] == "=" and words[1:] in text for words in expected)
        else:
            assert line.isprintable()
            assert name in line
            assert any(words[:1] != "=" and words in line for words in expected)
