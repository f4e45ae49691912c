"""Which reports tell of one event: ECB+, by the record's own rules, beside the baselines.

python benchmarks/coref.py [dev|train|all] [CLUSTERS.json]

Each gold mention becomes a claim, with what the reader's own pieces say of it: its head's lemma,
who takes part, when and where. The record puts the claims together (`onrecord.record.happenings`)
as it does with all events that no frame reads: most of these are of other fields, and a frame that
fits one mention of an act and not the next would part the two. The set and its scorer stand beside
the checkout (`shared/bench/ecbplus`), with the figures of the baselines and of others.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import tasks

from onrecord.documents import open_reports
from onrecord.events import parties, roles
from onrecord.events.dating import anchors, date_of, when
from onrecord.events.fillers import Scene as Sight
from onrecord.events.order import inside
from onrecord.events.predicates import arguments
from onrecord.language import parse
from onrecord.linking import link
from onrecord.mentions import find_times
from onrecord.model import Event, Reading, Report, Span
from onrecord.record import claims_of
from onrecord.record.comparing import Scene
from onrecord.record.copies import families
from onrecord.record.happenings import happenings
from onrecord.record.identity import identify
from onrecord.record.sightings import sightings_of

FOLDER = tasks.SHARED / "bench" / "ecbplus"
ACTOR, RECIPIENT, PLACE = ("subj", "by"), ("obj", "of"), ("in", "at", "near")


def reading(report: Report, gold: Mapping[str, Any]) -> Reading:
    """The report with an event for each gold mention and nothing else."""
    times, sentences = find_times(report), parse(report)
    cast = link(report, sentences)
    events = []
    for number, mention in enumerate(gold["mentions"]):
        trigger = Span(mention["start"], mention["end"])
        first = Span(*mention.get("parts", [trigger])[0])
        sentence = next((s for s in sentences if s.span.overlaps(first)), None)
        bare = Event(id=f"e{number}", type="", sentence=trigger, trigger=trigger)
        if sentence is None:  # what the reader takes for no part of the text
            events.append(replace(bare, type=trigger.of(report.text).lower()))
            continue
        sight = Sight(
            text=report.text,
            sentence=sentence,
            cast=cast,
            times=inside(times, sentence.span),
            places=inside(cast.places, sentence.span),
        )
        events.append(filled(bare, sight, first))
    return Reading(report=report, actors=cast.actors, places=cast.places, events=tuple(events))


def filled(bare: Event, sight: Sight, first: Span) -> Event:
    """With what the sentence says of the act whose name, or its first part, stands at `first`."""
    sentence = sight.sentence
    head = sentence.head_of(first) or sentence.within(first)[0]
    args = arguments(sentence, head.i)
    actor = parties.parties(sight, ACTOR, args)
    time = date_of(sentence, head.i, head.i, anchors(sight, {head.i}))
    return replace(
        bare,
        type=head.lemma.lower(),
        sentence=sentence.span,
        actor=actor,
        recipient=parties.parties(sight, RECIPIENT, args),
        item=roles.item(sight, head.i, RECIPIENT, args, actor),
        place=roles.place(sight, PLACE, args),
        date=when(sight, time) if time else None,
    )


def clusters(found: Sequence[Reading]) -> list[set[str]]:
    """The mentions of each event of the record, as the scorer names them."""
    by_id = {one.report.id: one for one in found}
    sightings = [sighting for one in found for sighting in sightings_of(one)]
    scene = Scene(by_id, identify(sightings, by_id), families(one.report for one in found))
    told = (claim for one in found for claim in claims_of(one) if claim.kind == "event")
    return [
        {f"{by_id[c.report].report.source_id}:{c.mark.start}-{c.mark.end}" for c in event.claims}
        for event in happenings(told, scene)
    ]


def readings(part: str) -> Iterator[Reading]:
    """Those of a part of the set."""
    with (FOLDER / "gold.jsonl").open(encoding="utf-8") as file:
        golds = [json.loads(line) for line in file]
    for report, gold in zip(open_reports(FOLDER / "reports.jsonl"), golds, strict=True):
        if isinstance(report, Report) and part in (gold["part"], "all"):
            yield reading(report, gold)


def main(part: str = "dev", out: str | None = None) -> float:
    """Print the table; return the CoNLL F1 without topics, from 0 to 1.

    `out` takes the clusters as the scorer reads them.
    """
    scorer = tasks.scorer("coref")
    gold = scorer.clusters_of(str(FOLDER / "gold.jsonl"), None if part == "all" else part)
    lemmas = json.loads((FOLDER / "lemmas.json").read_text("utf-8"))
    found = list(readings(part))
    topics = defaultdict(list)
    for one in found:
        topics[str(one.report.source_id).split("_")[0]].append(one)
    by_lemma = defaultdict(set)
    for mention in set().union(*gold):
        by_lemma[lemmas[mention]].add(mention)
    systems = {
        "same head lemma": list(by_lemma.values()),
        "the record": clusters(found),
        "same head lemma, topics given": scorer.by_lemma(gold, lemmas),
        "the record, topics given": [c for own in topics.values() for c in clusters(own)],
    }
    if out:
        Path(out).write_text(
            json.dumps([sorted(group) for group in systems["the record"]]), "utf-8"
        )
    print(f"{'ECB+ ' + part:30} {'MUC':>6} {'B3':>6} {'CEAF-e':>6} {'CoNLL':>6}")
    scores = {name: scorer.score(gold, system)[0] for name, system in systems.items()}
    for name, rows in scores.items():
        print(f"{name:30} " + " ".join(f"{100 * row['f1']:6.1f}" for row in rows.values()))
    print("others, test part, topics given: lemma heuristics 76.4, with a cross-encoder 81.7")
    return float(scores["the record"]["CoNLL"]["f1"])


if __name__ == "__main__":
    main(*sys.argv[1:3])
