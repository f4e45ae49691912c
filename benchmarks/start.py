"""Start-up: how long a command takes that has next to nothing to do.

Beside the time of the clock stands that of the processor, as a part of what `import spacy` and
`spacy.load` alone take in turn with it: a ratio that a busy machine does not change much.
"""

import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from onrecord.language import pipeline_name

ROUNDS = 9
SHORT = Path(__file__).resolve().parents[1] / "samples/2024-03-10-read-out.txt"  # 205 words
ONRECORD = (sys.executable, "-c", "import onrecord.cli as c; c.main()")


def taken(command: tuple[str, ...]) -> tuple[float, float]:
    """Seconds of the clock and of the processor that a process takes from start to end."""
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    computed = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - begun, computed


def main() -> None:
    """Print the medians over some rounds, after a first one that keeps what is kept."""
    bare = f"import spacy; spacy.load({pipeline_name()!r})"
    commands = {
        "spacy.load": (sys.executable, "-c", bare),
        "onrecord read": (*ONRECORD, "read", str(SHORT)),
        "onrecord --help": (*ONRECORD, "--help"),
    }
    rounds = [{name: taken(c) for name, c in commands.items()} for _ in range(ROUNDS + 1)][1:]
    print(f"{'start-up':16} {'seconds':>8} {'computed':>9} {'to bare':>8}")
    for name in commands:
        clock, computed = map(statistics.median, zip(*(r[name] for r in rounds), strict=True))
        ratio = statistics.median(r[name][1] / r["spacy.load"][1] for r in rounds)
        print(f"{name:16} {clock:8.2f} {computed:9.2f} {ratio:8.2f}")


if __name__ == "__main__":
    main()
