"""An archive of made-up reports as a corpus: speed, memory, kills, questions.

    python benchmarks/corpus.py [REPORTS]

The reports are made from templates, as long as agency copy is (half of them under 230 words, few
over 800) and mostly of sentences in which nothing happens; one in a hundred holds nothing that can
be read. Prints reports a second by one and by two workers, by the clock and for each second of
computing, on at most `PART` reports; then for all of them by two workers the memory of a worker
over time, whether a run that is killed over and over ends with the same bytes as an unbroken one;
the same of merging them; and how long each question takes.
"""

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import onrecord.corpus
from onrecord.corpus import Slice
from onrecord.intake.processes import cores

REPORTS = 600
PART = 4_000
POISON = 100  # one in so many
KILLS = 10
MISSION = "Multinational Security Support Mission"
_SHARDS = 24  # at least
_SIZE = 500  # reports in a shard, at most
_START = [sys.executable, "-c", "import onrecord.cli as cli; cli.main()", "corpus"]
_LOOK = 0.5  # seconds between two looks at the memory
_MEDIAN, _SPREAD = 230, 0.6  # words of a report: log-normal
_QUIET = 0.7  # the share of sentences in which nothing happens
_STATES = ("Kenya", "Benin", "Fiji", "Jamaica", "Bangladesh", "Chad", "Samoa", "Ghana", "Togo")
_TOWNS = ("Port-au-Prince", "Lagos", "Suva", "Kingston", "Dhaka", "Accra", "Cotonou", "Nairobi")
_MONTHS = ("January", "March", "May", "July", "September", "November")
_LEADS = (
    "{a} said on {day} {month} {year} that it would send {n} police officers to the {mission}.",
    "The government of {a} pledged ${m} million for the {mission} on {day} {month} {year}.",
    "{n} soldiers of {a} arrived in {town} on {day} {month} {year}, officials said.",
    "{a} and {b} signed an agreement on {day} {month} {year} to train {n} officers in {town}.",
    "{a} withdrew {n} troops from {town} on {day} {month} {year}, its defence ministry said.",
)
_BODIES = (
    'The foreign minister of {b} said: "We will not leave our neighbours alone in this."',
    "Armed groups attacked a police station in {town} on {day} {month}, killing {k} people.",
    "More than {n}0,000 people have fled their homes in {town} since {month}, an agency said.",
    "Parliament in {b} rejected the plan to deploy {n} officers, citing a ruling of the court.",
    "{b} delivered {k} armoured vehicles to {a} in {month} {year}.",
    "The {mission} was authorised for a year, and its mandate may be extended.",
    "{a} condemned the attack and called on {b} to stop the fighting at the border.",
    "Talks between the two sides went on in {town} without a result.",
)
_QUIET_BODIES = (
    "The road from the port to the market was closed for most of the morning.",
    "Residents queued for water, bread and fuel, and many shops stayed shut.",
    "The weather has been dry for weeks, which farmers say will hurt the harvest.",
    "Analysts said the budget left little room, and asked who would pay for food and rent.",
    "For years the two countries have shared little but a river and a railway in poor repair.",
    "Few of those who came to the square in {town} could remember a quieter summer.",
    "It was not clear how long the work would take, or what it would cost in the end.",
    "The question has divided families as much as parties, and no answer pleases everybody.",
    "A teacher at the school near the harbour keeps a list of pupils who no longer come.",
    "Prices of rice and cooking oil have doubled since {month}, traders in {town} say.",
    "Much depends on the rains, on the roads, and on whether the harbour can be dredged.",
    "On most evenings the lights go out at eight, and generators hum until midnight.",
    "The history of such undertakings is long, and it is not a happy one.",
    "Neither the size of the building nor its age explains why it stood empty for so long.",
    "Old maps of {town} show a canal where the bus station is now.",
    "That may change, though few in the capital would put money on it.",
)


def archive(count: int, seed: int = 11) -> Iterator[dict[str, str]]:
    """So many reports, the same for the same seed; those without a text are poison."""
    chance = random.Random(seed)  # noqa: S311
    for number in range(count):
        if number % POISON == POISON - 1:
            yield {"id": f"r{number}", "title": "nothing"}
        else:
            yield _report(number, chance)


def _report(number: int, chance: random.Random) -> dict[str, str]:
    words = _MEDIAN * chance.lognormvariate(0, _SPREAD)
    paragraphs = [_filled(chance.choice(_LEADS), chance)]
    while sum(len(paragraph.split()) for paragraph in paragraphs) < words:
        some = (
            chance.choice(_QUIET_BODIES if chance.random() < _QUIET else _BODIES)
            for _ in range(chance.randint(1, 3))
        )
        paragraphs.append(" ".join(_filled(template, chance) for template in some))
    return {
        "id": f"r{number}",
        "publisher": chance.choice(("Harbour Wire", "The Ledger", "Island Gazette")),
        "published": f"{chance.randint(2024, 2031)}-{chance.randint(1, 12):02}-15",
        "text": "\n\n".join(paragraphs),
    }


def _filled(template: str, chance: random.Random) -> str:
    a, b = chance.sample(_STATES, 2)
    return template.format(
        a=a, b=b, n=chance.randint(20, 900), m=chance.randint(2, 90), k=chance.randint(2, 40),
        day=chance.randint(1, 28), month=chance.choice(_MONTHS), year=chance.randint(2024, 2031),
        town=chance.choice(_TOWNS), mission=MISSION,
    )  # fmt: skip


def main(count: int) -> int:
    """Print the figures; 1 where a killed run ends with other bytes."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        source, part = place / "archive.jsonl", place / "part.jsonl"
        lines = [f"{json.dumps(row)}\n" for row in archive(count)]
        source.write_text("".join(lines), "utf-8")
        part.write_text("".join(lines[:PART]), "utf-8")
        words = sum(len(json.loads(line).get("text", "").split()) for line in lines) / count
        print(
            f"{count} reports of {words:.0f} words, {cores()} cores, load {os.getloadavg()[0]:.0f}"
        )
        rates = [_timed(part, place / f"by-{workers}", workers) for workers in (1, 2)]
        print(f"two workers: {rates[1] / rates[0]:.2f} times one by the clock")
        same = _contents(place / "by-1") == _contents(place / "by-2")
        print(f"one and two workers write {'the same' if same else 'DIFFERENT'} bytes")
        rate = _timed(source, place / "whole", 2)
        killed = place / "killed"
        kills = _killed(_command(source, killed, 2), killed / "complete.json", count / rate)
        whole = _contents(place / "whole") == _contents(killed)
        print(f"killed {kills} times and resumed: {'the same' if whole else 'DIFFERENT'} bytes")
        merged = _merged(place / "whole", killed, count)
        _questions(place / "whole")
        return 0 if same and whole and merged else 1


def _merged(whole: Path, killed: Path, count: int) -> bool:
    """Whether one worker, two, and two that are killed over and over merge to the same bytes."""
    two = shutil.copytree(whole, whole.with_name("two"))
    print("merging")
    rate = min(
        _measured([*_START, "merge", str(out), "--workers", str(workers)], count, workers)
        for out, workers in ((whole, 1), (two, 2))
    )
    command = [*_START, "merge", str(killed), "--workers", "2"]
    kills = _killed(command, killed / "merged.json", count / rate)
    same = _contents(whole) == _contents(two) == _contents(killed)
    print(f"two, or killed {kills} times and resumed: {'the same' if same else 'DIFFERENT'} bytes")
    return same


def _command(source: Path, out: Path, workers: int) -> list[str]:
    size = min(_SIZE, max(1, source.read_bytes().count(b"\n") // _SHARDS))
    told = [str(source), "--out", str(out), "--workers", str(workers), "--size", str(size)]
    return [*_START, "read", *told]


def _timed(source: Path, out: Path, workers: int) -> float:
    """Reports a second of reading."""
    count = source.read_bytes().count(b"\n")
    return _measured(_command(source, out, workers), count, workers)


def _measured(command: list[str], count: int, workers: int) -> float:
    """Reports a second; prints them, the seconds of computing, and the memory of the workers."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    memory: dict[int, list[int]] = {}
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as run:
        while run.poll() is None:
            time.sleep(_LOOK)
            for child, size in _memory(run.pid):
                memory.setdefault(child, []).append(size)
    seconds = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    computed = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"{workers} workers: {count / seconds:.1f} reports a second by the clock, "
        f"{count / computed:.1f} for each second of computing ({computed:.0f} s)"
    )
    for sizes in memory.values():
        shown = [sizes[len(sizes) * part // 5] for part in range(1, 5)]
        if shown[-1] > 100:  # noqa: PLR2004  (MB; the process that watches is smaller)
            print(f"  a worker, at each fifth of its time: {shown} MB, at most {max(sizes)} MB")
    return count / seconds


def _memory(parent: int) -> Iterator[tuple[int, int]]:
    """The children of a process with the megabytes that each has in memory."""
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            told = dict(
                line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line
            )
        except OSError:
            continue
        if told["PPid"].strip() == str(parent) and "VmRSS" in told:
            yield int(told["Pid"]), int(told["VmRSS"].split()[0]) // 1000


def _killed(command: list[str], end: Path, seconds: float) -> int:
    """Runs it until `end` is there; kills it `KILLS` times, or as often as that comes about.

    `seconds` is how long an unbroken run takes.
    """
    chance, kills = random.Random(5), 0  # noqa: S311
    while not end.exists():
        patience = chance.uniform(0.02, 1.6 / KILLS) * seconds if kills < KILLS else None
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True) as run:
            try:
                run.wait(patience)
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, signal.SIGKILL)
                kills += 1
    return kills


def _contents(out: Path) -> dict[str, bytes]:
    files = (file for file in out.rglob("*") if file.is_file())
    return {str(file.relative_to(out)): file.read_bytes() for file in files}


def _questions(out: Path) -> None:
    corpus = onrecord.corpus.open(out)
    for name in onrecord.corpus.questions():
        began = time.monotonic()
        rows = len(corpus.ask(name, Slice(mission=MISSION if name == "ledger" else None)).rows)
        print(f"{name}: {rows} rows in {time.monotonic() - began:.2f} s")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS))
