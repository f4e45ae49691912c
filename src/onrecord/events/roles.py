"""Who and what fills the roles of a matched frame."""

from collections.abc import Iterable, Sequence
from functools import cache

from onrecord.events.fillers import Scene, mention_of
from onrecord.events.predicates import Arguments, counted_by, spread
from onrecord.lexicon import words
from onrecord.model import Amount, Attribution, Quantity, Ref, Span

_DETERMINERS = ("det", "poss", "predet", "preconj", "punct", "case")
_CLAUSES = ("relcl", "advcl", "appos", "cc", "conj", "parataxis")
_LONGEST_ITEM = 12  # words
_CARRIERS = ("of", "worth", "with", "totalling", "for")
_ALL_AT_ONCE = 1


def parties(scene: Scene, labels: Sequence[str], args: Arguments) -> tuple[Ref, ...]:
    """The actors under the first of the labels that has any, missions among them."""
    for label in labels:
        fillers = args.get(label)
        if label == "obj":
            fillers = _of_one_kind(scene, fillers)
        refs = tuple(ref for i in fillers for ref in referents(scene, i))
        if refs:
            return _unique(refs)
    return ()


def doers(scene: Scene, labels: Sequence[str], args: Arguments) -> tuple[Ref, ...]:
    """As `parties`; where the subject is an act or a paper, whoever it is by or of.

    "The adoption of the text by the council authorised ...", "the ministry's order bars ...".
    """
    found = parties(scene, (*labels, "by"), args)
    if found:
        return found
    sentence = scene.sentence
    behind = [
        t.i
        for i in args.get("subj")
        if sentence.tokens[i].pos == "NOUN"
        for below in sentence.dependents(i, "prep", "agent", "poss")
        if below.dep == "poss" or below.lower == "by"
        for t in (sentence.dependents(below.i, "pobj") or (below,))
    ]
    return _unique(ref for i in behind for j in spread(sentence, i) for ref in referents(scene, j))


def speakers(scene: Scene, said_by: Attribution | None) -> tuple[Ref, ...]:
    """Who makes a demand of the words around it: their speaker, else the report's issuer."""
    source = said_by.source if said_by else scene.cast.issuer
    return (source,) if source else ()


def targets(scene: Scene, labels: Sequence[str], args: Arguments) -> tuple[Ref, ...]:
    """As `parties`; where the filler is a thing, whoever it belongs to.

    "Condemned the junta's attack", "urged Peru's lawmakers", "the rebels' demands".
    """
    found = parties(scene, labels, args)
    if found:
        return found
    sentence = scene.sentence
    owners = (
        t.i
        for label in labels
        for i in args.get(label)
        if sentence.tokens[i].pos in ("NOUN", "PROPN")
        for t in sentence.dependents(i, "poss", "compound", "amod", "nmod")
    )
    return _unique(ref for i in owners for ref in referents(scene, i))


def referents(scene: Scene, i: int) -> tuple[Ref, ...]:
    """Whom the phrase headed by token `i` stands for, or its apposition does."""
    mention = mention_of(scene, i)
    return scene.cast.refs_at(mention.head) if mention else ()


def _unique(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    return tuple({(ref.actor or ref.name): ref for ref in refs}.values())


def mission(scene: Scene, labels: Sequence[str], args: Arguments) -> Ref | None:
    """The mission under one of the labels, or the only one that the sentence names."""
    for ref in parties(scene, labels, args):
        if ref.actor and scene.cast.actor(ref.actor).kind == "mission":
            return ref
    named = [
        Ref(name=scene.cast.actor(a).name, actor=a, span=m.span)
        for m in scene.cast.within(scene.sentence.span)
        for a in m.actors
        if scene.cast.actor(a).kind == "mission"
    ]
    found = _unique(named)
    return found[0] if len(found) == _ALL_AT_ONCE else None


def place(scene: Scene, labels: Sequence[str], args: Arguments) -> Ref | None:
    """The place, or the state taken as a place, under one of the labels."""
    for label in labels:
        for i in args.get(label):
            span = scene.sentence.tokens[i].span
            for ref in referents(scene, i):
                if ref.actor and scene.cast.actor(ref.actor).kind == "state":
                    return ref
            for found in scene.places:
                if found.span.overlaps(span):
                    return Ref(name=found.name, span=found.span)
    return None


def item(scene: Scene, labels: Sequence[str], args: Arguments, taken: Iterable[Ref]) -> str | None:
    """What it is about, in the report's words: the first phrase that is no party of its own."""
    spans = {ref.span for ref in taken}
    for label in labels:
        for i in args.get(label):
            span = scene.sentence.tokens[i].span
            mention = scene.cast.mention_at(span)
            timed = any(time.span.overlaps(span) for time in scene.times)
            if not timed and (mention is None or mention.span not in spans):
                return phrase(scene, i)
    return None


def phrase(scene: Scene, i: int) -> str:
    """The phrase headed by token `i`, without determiner and trailing clauses, on one line."""
    sentence = scene.sentence
    keep, stack = [], [i]
    while stack:
        j = stack.pop()
        keep.append(j)
        stack.extend(
            t.i
            for t in sentence.dependents(j)
            if not (t.dep in _CLAUSES or (j == i and t.dep in _DETERMINERS))
        )
    keep = sorted(keep)[:_LONGEST_ITEM]
    first, last = _stretch(keep, i)
    words = Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)
    return " ".join(words.of(scene.text).split()).strip(" ,;:")


def _stretch(keep: list[int], head: int) -> tuple[int, int]:
    """The unbroken run of tokens in `keep` around `head`."""
    inside = set(keep)
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return first, last


def amount(scene: Scene, trigger: int, labels: Sequence[str], args: Arguments) -> Amount | None:
    """The quantity that counts the trigger or a filler; None where there are several or none."""
    own = _at(scene, trigger) if scene.sentence.tokens[trigger].pos == "NOUN" else []
    if len(own) == _ALL_AT_ONCE:
        return _amount(own[0])
    for label in labels:
        found = [
            q for i in _of_one_kind(scene, args.get(label)) for q in _counting(scene, i, trigger)
        ]
        if len({q.span for q in found}) == _ALL_AT_ONCE:
            return _amount(found[0])
        if found:
            return None
    return None


def _of_one_kind(scene: Scene, fillers: Sequence[int]) -> tuple[int, ...]:
    """The fillers of one list; a party behind something else begins another clause."""
    if not fillers or referents(scene, fillers[0]):
        return tuple(fillers)
    return tuple(i for i in fillers if not referents(scene, i))


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
        if below.lower in _CARRIERS or below.pos == "VERB"
        for t in sentence.dependents(below.i, "pobj", "npadvmod", "dobj", "nsubj")
    )
    return [q for j in behind for k in spread(sentence, j) for q in _at(scene, k) if q.unit]


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("control", key))


def _at(scene: Scene, i: int) -> list[Quantity]:
    tokens = scene.sentence.tokens
    spans = [tokens[i].span]
    inner = [i, *(t.i for t in scene.sentence.dependents(i, "compound", "nmod"))]
    spans += [t.span for j in inner for t in scene.sentence.dependents(j, "nummod", "quantmod")]
    return [
        q
        for q in scene.quantities
        if q.unit not in _listed("manners") and any(q.span.overlaps(span) for span in spans)
    ]


def _amount(q: Quantity) -> Amount:
    return Amount(min=q.min, max=q.max, approx=q.approx, unit=q.unit, span=q.span)
