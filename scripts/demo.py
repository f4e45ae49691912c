"""Reads the sample reports into a fresh record and shows what is on it."""

import sys
from pathlib import Path

from onrecord.cli.app import run
from onrecord.cli.record import folded

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "demo"
RECORD = DEMO / "record.db"
BRIEF = DEMO / "brief.html"


def main() -> int:
    """Add, list, write the brief; returns the exit code of the first step that fails."""
    DEMO.mkdir(exist_ok=True)
    for old in DEMO.glob("record.db*"):
        old.unlink()
    for heading, command in steps():
        if heading:
            print(f"\n{heading}\n", flush=True)
        if code := run([*command, "--record", str(RECORD)]):
            return code
    print_next()
    return 0


def steps() -> tuple[tuple[str, list[str]], ...]:
    """The commands of the demonstration, each with its heading."""
    return (
        ("Reading the sample reports", ["add", str(ROOT / "samples")]),
        ("The ledger: who undertook what", ["ledger"]),
        ("The timeline: what happened", ["timeline"]),
        ("", ["brief", "--format", "html", "-o", str(BRIEF)]),
    )


def print_next() -> None:
    """What was made, and three commands to go on with."""
    here = Path.cwd()
    shown = [p.relative_to(here) if p.is_relative_to(here) else p for p in (BRIEF, RECORD)]
    program = Path(sys.executable).parent / "onrecord"
    command = program.relative_to(here) if program.is_relative_to(here) else program
    print(f"\nThe brief, with every sentence cited: {shown[0]}\n\nTry next:\n")
    stages = [stage for line in folded(str(RECORD)).ledger for stage in line.stages]
    best = max(stages, key=lambda stage: len(stage.claims), default=None)
    for rest in (
        f"why {best.id[:8] if best else 'ID'}",
        "statements --about police",
        "conflicts --format md",
    ):
        print(f"  {command} {rest} --record {shown[1]}")


if __name__ == "__main__":
    raise SystemExit(main())
