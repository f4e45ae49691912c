"""Mission, place and item of a matched frame."""

from collections.abc import Iterable, Sequence
from functools import partial

from onrecord.events.fillers import Scene, classes_of
from onrecord.events.heads import counted_by
from onrecord.events.parties import parties, referents, unique
from onrecord.events.predicates import Arguments
from onrecord.lexicon import word_set
from onrecord.model import Ref, Span

_DANGLING = ("ADP", "DET", "CCONJ", "SCONJ", "PART", "PUNCT")
_DETERMINERS = ("det", "poss", "predet", "preconj", "punct", "case")
_CLAUSES = ("relcl", "advcl", "appos", "cc", "conj", "parataxis")
_listed = partial(word_set, "control")
_VERBS = ("VERB", "AUX")
_LONGEST_ITEM = 12  # words
_ALL_AT_ONCE = 1


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
    found = unique(named)
    return found[0] if len(found) == _ALL_AT_ONCE else None


def place(scene: Scene, labels: Sequence[str], args: Arguments) -> Ref | None:
    """The place, or the state taken as a place, under one of the labels."""
    for label in labels:
        for i in args.get(label):
            span = scene.sentence.tokens[i].span
            people = classes_of(scene, i) & _listed("no_places")
            for ref in () if people else referents(scene, i):
                if ref.actor and scene.cast.actor(ref.actor).kind == "state":
                    return ref
            for found in scene.places:
                if found.span.overlaps(span):
                    return Ref(name=found.name, span=found.span)
    return None


def item(
    scene: Scene, trigger: int, labels: Sequence[str], args: Arguments, taken: Iterable[Ref]
) -> str | None:
    """What it is about, in the report's words: the first phrase that is no party of its own."""
    spans = {ref.span for ref in taken}
    for label in labels:
        if label == "comp.obj" and not _gives(scene, args):
            continue
        for i in args.get(label):
            token = scene.sentence.tokens[i]
            if token.lemma in _listed("circumstances") or token.tag.startswith("W"):
                continue
            mention = scene.cast.mention_at(token.span)
            timed = any(time.span.overlaps(token.span) for time in scene.times)
            if not timed and (mention is None or mention.span not in spans or _is_sent(scene, i)):
                return _whole(scene, i, trigger)
    return None


def _is_sent(scene: Scene, i: int) -> bool:
    """Whether a party is also what moves: "200 Kenyan soldiers left"."""
    return scene.sentence.tokens[i].tag == "NNS" and "forces" in classes_of(scene, i)


def _whole(scene: Scene, i: int, trigger: int) -> str:
    """The phrase headed by token `i` with its number, also where that counts it from above."""
    sentence = scene.sentence
    above = counted_by(sentence, i)
    if above is not None and above < i and i not in sentence.ancestors(trigger):
        return phrase(scene, above)
    words, span = phrase(scene, i), sentence.tokens[i].span
    amounts = (q.text for q in scene.quantities if q.span.overlaps(span))
    return next((text for text in amounts if text.startswith(words)), words)


def _gives(scene: Scene, args: Arguments) -> bool:
    """Whether the object of a clause tells what it is about: "agreed to send two ships"."""
    verbs = [scene.sentence.tokens[i] for i in args.get("comp")]
    return all(t.pos not in _VERBS or t.lemma in _listed("giving") for t in verbs)


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
    while last > i and sentence.tokens[last].pos in _DANGLING and len(keep) == _LONGEST_ITEM:
        last -= 1
    words = Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)
    return " ".join(words.of(scene.text).split()).strip(" ,;:(“")


def _stretch(keep: list[int], head: int) -> tuple[int, int]:
    """The unbroken run of tokens in `keep` around `head`."""
    inside = set(keep)
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return first, last
