"""To whom something was said, and when: read off the verb of saying."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from onrecord.events.dating import anchors, when
from onrecord.events.fillers import Scene
from onrecord.events.order import inside
from onrecord.events.parties import referents
from onrecord.lexicon import word_set
from onrecord.model import Cast, Ref, Report, Sentence, Statement, Time, Token, When

_listed = partial(word_set, "statements")


def with_particulars(
    report: Report,
    statements: Sequence[Statement],
    sentences: Sequence[Sentence],
    times: Sequence[Time],
    cast: Cast,
) -> tuple[Statement, ...]:
    """The statements with addressee and date where the sentence of their cue tells them."""
    starts = [sentence.span.start for sentence in sentences]
    out = []
    for statement in statements:
        at = bisect_right(starts, statement.cue.start) - 1 if statement.cue else -1
        if at >= 0:
            sentence = sentences[at]
            near = inside(times, sentence.span)
            scene = Scene(text=report.text, sentence=sentence, cast=cast, times=near)
            out.append(_with(statement, scene))
        else:
            out.append(statement)
    return tuple(out)


def _with(statement: Statement, scene: Scene) -> Statement:
    verb = scene.sentence.head_of(statement.cue) if statement.cue else None
    if verb is None or verb.pos not in ("VERB", "AUX") or verb.dep == "prep":  # "according to"
        return statement
    return replace(statement, addressee=_addressee(scene, verb), date=_date(scene, verb))


def _addressee(scene: Scene, verb: Token) -> Ref | None:
    """The one party that is told ("told the council that", "said to reporters" has none)."""
    sentence = scene.sentence
    told = []
    if verb.lemma in _listed("addressing"):
        told = [t.i for t in sentence.dependents(verb.i, "dobj", "dative") if t.pos != "ADP"]
    for prep in sentence.dependents(verb.i, "prep", "dative"):
        if prep.lower == "to":
            told += [t.i for t in sentence.dependents(prep.i, "pobj")]
    found = {ref.name: ref for i in told for ref in referents(scene, i)}
    return next(iter(found.values())) if len(found) == 1 else None


def _date(scene: Scene, verb: Token) -> When | None:
    time = anchors(scene, {verb.i}).get(verb.i)
    return when(scene, time) if time else None
