"""Actors against hand-made gold: their names, and which names go together.

usage: python benchmarks/actors.py
Two sets: the development gold beside the checkout and part A of the project's own gold. Part B is
for measuring the whole and is never read here.

names    a gold actor and a found one are paired, one to one, when the scorer of facts takes their
         canonical names for the same (an alias of the gold is as good); P, R and F1 of the pairs
aliases  B-cubed (Bagga and Baldwin 1998) over the proper names that stand in the text: for each
         the share of its cluster that belongs there. A name that only one side has counts against
         that side. A name that the gold gives to two actors is judged by the better one.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from accuracy import DEVELOPMENT, HERE, OWN, Gold, reports, scorer

from onrecord import read, wire

facts = scorer()
PART_A = Gold("own, part A", (HERE / "gold" / "reports_a.jsonl",), OWN.facts)

_PROPER = re.compile(r"(?<!^)\b[A-Z]|^(?!The |A )[A-Z]")

Clusters = Mapping[str, frozenset[frozenset[str]]]


class Score(NamedTuple):
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def names_agree(gold: list[dict], found: list[dict]) -> int:
    """How many gold actors have a found actor of their own under the same name."""
    names = facts.Names(gold)
    left = list(found)
    agreed = 0
    for actor in gold:
        match = next((f for f in left if facts.norm(f["name"]) == facts.norm(actor["name"])), None)
        match = match or next((f for f in left if names.same(actor["name"], f)), None)
        if match:
            left.remove(match)
            agreed += 1
    return agreed


def clusters(actors: Iterable[dict], text: str) -> Clusters:
    """Name -> the clusters that it belongs to, of proper names that stand alone in the text.

    A surname that only occurs within the full name does not, nor do descriptions without capitals.
    """
    owners = [
        {facts.norm(n) for n in (a["name"], *a["aliases"]) if _PROPER.search(n)} for a in actors
    ]
    words = f" {facts.norm(text)} "
    standing: set[str] = set()
    for name in sorted(set().union(*owners), key=lambda n: (-len(n), n)):
        if name and f" {name} " in words:
            standing.add(name)
            words = words.replace(f" {name} ", " | ")
    found: dict[str, set[frozenset[str]]] = defaultdict(set)
    for names in owners:
        for name in names & standing:
            found[name].add(frozenset(names & standing))
    return {name: frozenset(groups) for name, groups in found.items()}


def share(of: Clusters, by: Clusters) -> tuple[float, int]:
    """The summed B-cubed shares of the names in `of`, judged by the clusters `by`; how many."""
    total = 0.0
    for name, groups in of.items():
        total += max(
            (len(g & other) / len(g) for g in groups for other in by.get(name, ())), default=0.0
        )
    return total, len(of)


def measure(gold: Gold) -> dict[str, Score]:
    """The scores of a set."""
    agreed = wanted = given = 0
    sums = {"P": [0.0, 0], "R": [0.0, 0]}
    for report in reports(gold):
        reading = json.loads(wire.encode(read(report)))
        actors = json.loads((gold.facts / f"{report.source_id}.json").read_bytes())["actors"]
        agreed += names_agree(actors, reading["actors"])
        wanted, given = wanted + len(actors), given + len(reading["actors"])
        text = re.sub(r"\s+", " ", report.text)
        system, true = clusters(reading["actors"], text), clusters(actors, text)
        for side, (total, count) in (("P", share(system, true)), ("R", share(true, system))):
            sums[side] = [sums[side][0] + total, sums[side][1] + count]
    p, r = (sums[side][0] / max(sums[side][1], 1) for side in ("P", "R"))
    return {
        "names": Score(agreed / max(given, 1), agreed / max(wanted, 1)),
        "aliases, B-cubed": Score(p, r),
    }


def main() -> None:
    """Prints the table."""
    print(f"{'':32}{'P':>7}{'R':>7}{'F1':>7}")
    for gold in (DEVELOPMENT, PART_A):
        for kind, score in measure(gold).items():
            row = f"{gold.name}: {kind}"
            print(f"{row:32}{score.precision:7.3f}{score.recall:7.3f}{score.f1:7.3f}")


if __name__ == "__main__":
    main()
