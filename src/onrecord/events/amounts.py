"""How many, how much: the quantity that counts what a frame is about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from onrecord.events.fillers import Scene
from onrecord.events.heads import counted_by, spread
from onrecord.events.parties import of_one_kind
from onrecord.events.predicates import Arguments
from onrecord.lexicon import word_set
from onrecord.model import Amount, Quantity, Span, Token

_listed = partial(word_set, "control")
_ALL_AT_ONCE = 1


def amount(scene: Scene, trigger: int, labels: Sequence[str], args: Arguments) -> Amount | None:
    """The quantity that counts the trigger or a filler; None where there are several or none."""
    if not scene.quantities:
        return None
    own = _at(scene, trigger) if scene.sentence.tokens[trigger].pos == "NOUN" else []
    if len(own) == _ALL_AT_ONCE:
        return _amount(own[0])
    for label in labels:
        found = [
            _with_unit(scene, i, q)
            for i in of_one_kind(scene, args.get(label))
            for q in _counting(scene, i, trigger)
        ]
        if len({q.span for q in found}) == _ALL_AT_ONCE or _belong_to_others(scene, found):
            return _amount(found[0])
        if found:
            return None
    return None


def _belong_to_others(scene: Scene, found: Sequence[Quantity]) -> bool:
    """Whether a party stands before the second amount ("A pledged $2m, B 100 soldiers")."""
    ordered = sorted({q.span for q in found})
    if len(ordered) <= _ALL_AT_ONCE or found[0].span != ordered[0]:
        return False
    between = scene.cast.within(Span(ordered[0].end, ordered[1].start))
    return any(mention.form == "name" for mention in between)


def _counting(scene: Scene, i: int, trigger: int) -> list[Quantity]:
    """The quantities of the noun at `i`: over it, in front of it, or behind "worth" and such."""
    sentence = scene.sentence
    outer = counted_by(sentence, i)
    if outer is not None and i not in sentence.ancestors(trigger):
        above = _at(scene, outer)
        if above or sentence.tokens[outer].lemma in _listed("parts"):
            return above
    direct = _at(scene, i)
    if direct:
        return direct
    behind = (
        t.i
        for below in sentence.dependents(i, "prep", "amod", "acl", "ccomp")
        if below.lower in _listed("carriers") or below.pos == "VERB"
        for t in sentence.dependents(below.i, "pobj", "npadvmod", "dobj", "nsubj")
    )
    return [q for j in behind for k in spread(sentence, j) for q in _at(scene, k) if q.unit]


def _with_unit(scene: Scene, i: int, q: Quantity) -> Quantity:
    """A part in the unit of its whole: the 200 of "200 of the 1,000 officers" are officers."""
    if q.unit is not None:
        return q
    span = scene.sentence.tokens[i].span
    return replace(q, unit=next((w.unit for w in scene.quantities if w.span.overlaps(span)), None))


def _at(scene: Scene, i: int) -> list[Quantity]:
    sentence = scene.sentence
    inner = [i, *(t.i for t in sentence.dependents(i, "compound", "nmod"))]
    numbers = [t for j in inner for t in sentence.dependents(j, "nummod", "quantmod")]
    parts = [part for t in numbers for part in _parts(scene, t)]
    spans = [t.span for t in parts or (sentence.tokens[i], *numbers)]
    return [
        q
        for q in scene.quantities
        if q.unit not in _listed("manners") and any(q.span.overlaps(span) for span in spans)
    ]


def _parts(scene: Scene, number: Token) -> Iterator[Token]:
    """The part that is taken of a number: "the first 200 of 1,000 men"."""
    below = scene.sentence.dependents(number.i, "quantmod")
    if any(t.lower == "of" for t in below):
        yield from (t for t in below if t.pos == "NUM")


def _amount(q: Quantity) -> Amount:
    return Amount(min=q.min, max=q.max, approx=q.approx, unit=q.unit, span=q.span)
