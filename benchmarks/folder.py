"""A folder of a thousand files: how much faster `add` is on two cores than on one.

usage: python benchmarks/folder.py [FILES, 1000 unless told]

Each file is a report of a few hundred words, put together from sentences of the samples.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord import Report
from onrecord.documents import open_reports

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
FILES = 1000
SENTENCES = 16  # of a report: some 350 words
ADD = (sys.executable, "-c", "import onrecord.cli as c; c.main()", "add")


def write(folder: Path, files: int) -> None:
    """The files, the same each time."""
    found = [one for one in open_reports(SAMPLES) if isinstance(one, Report)]
    sentences = sorted({line.strip() for one in found for line in one.text.split(". ") if line})
    chance = random.Random(7)  # noqa: S311
    for number in range(files):
        chosen = ". ".join(chance.sample(sentences, SENTENCES))
        (folder / f"{number:05}.txt").write_text(f"Report {number}\n\n{chosen}.\n", "utf-8")


def seconds(folder: Path, record: Path, jobs: int) -> float:
    """How long `add` takes in a process of its own, start-up and all."""
    begun = time.perf_counter()
    subprocess.run(
        [*ADD, str(folder), "--jobs", str(jobs), "--record", str(record)],
        check=True,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
    )
    return time.perf_counter() - begun


def main() -> None:
    """Print seconds and files a second with one process and with two, and the ratio."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    with TemporaryDirectory() as place:
        folder = Path(place) / "reports"
        folder.mkdir()
        write(folder, files)
        taken = {jobs: seconds(folder, Path(place) / f"{jobs}.db", jobs) for jobs in (1, 2)}
    print(f"{'add of a folder':16} {'seconds':>8} {'files/s':>8}")
    for jobs, time_taken in taken.items():
        print(f"{f'{jobs} processes':16} {time_taken:8.1f} {files / time_taken:8.1f}")
    print(f"two processes are {taken[1] / taken[2]:.2f} times as fast as one")


if __name__ == "__main__":
    main()
