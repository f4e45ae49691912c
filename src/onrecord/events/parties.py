"""Which parties fill the roles of a matched frame."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from onrecord.events.fillers import Scene, classes_of, mention_of
from onrecord.events.heads import counted_by, spread
from onrecord.events.predicates import Arguments
from onrecord.lexicon import word_set
from onrecord.model import Attribution, Ref, Span

_listed = partial(word_set, "control")
_OWNERS = ("poss", "compound", "amod", "nmod")
_PLURALS = ("NNS", "NNPS")
_NAMES = ("NNP", "NNPS")


def parties(scene: Scene, labels: Sequence[str], args: Arguments) -> tuple[Ref, ...]:
    """The actors under the first of the labels that has any, missions among them."""
    for label in labels:
        fillers = args.get(label)
        if label == "obj":
            fillers = of_one_kind(scene, fillers)
        refs = tuple(ref for i in fillers for ref in referents(scene, i) or _counted(scene, i))
        if refs:
            return unique(refs)
    return ()


def _counted(scene: Scene, i: int) -> Iterator[Ref]:
    """Whose the group is that a noun is counted by: "Benin's contingent of 78 soldiers".

    Or the states of several officials: "the ministers of Chad and Niger".
    """
    sentence = scene.sentence
    above = counted_by(sentence, i)
    for j in () if above is None else (above, *_owners(scene, above)):
        yield from referents(scene, j)
    if sentence.tokens[i].tag in _PLURALS and "officeholder" in classes_of(scene, i):
        for of in sentence.dependents(i, "prep"):
            for t in sentence.dependents(of.i, "pobj") if of.lower == "of" else ():
                yield from (ref for j in spread(sentence, t.i) for ref in _states(scene, j))


def _states(scene: Scene, i: int) -> tuple[Ref, ...]:
    refs = referents(scene, i)
    return refs if _are_states(scene, refs) else ()


def doers(scene: Scene, labels: Sequence[str], args: Arguments) -> tuple[Ref, ...]:
    """As `parties`; where the subject is an act or a paper, whoever it is by or of.

    "The adoption of the text by the council authorised ...", "the ministry's order bars ...". What
    is sent is of somebody ("Kenyan police were sent"), or it does not tell who sends it.
    """
    found = parties(scene, (*labels, "by"), args)
    if found:
        return found
    if scene.lead and not args.get("subj"):
        return scene.lead
    sentence = scene.sentence
    fillers = [i for label in labels for i in args.get(label)]
    behind = [
        *(j for i in fillers if classes_of(scene, i) & _listed("sent") for j in _makers(scene, i)),
        *_authors(scene, args),
    ]
    found = unique(ref for i in behind for j in spread(sentence, i) for ref in referents(scene, j))
    return found or unnamed(scene, [label for label in labels if label != "obj"], args)


def _makers(scene: Scene, i: int) -> Iterator[int]:
    """What stands before a ship or unit and tells whose it is: "the Spanish frigate Victoria"."""
    return (t.i for t in scene.sentence.dependents(i, *_OWNERS))


def _authors(scene: Scene, args: Arguments) -> Iterator[int]:
    """Whoever an act is by, a paper of: "the council's order", "a Security Council resolution"."""
    sentence = scene.sentence
    for i in args.get("subj"):
        if sentence.tokens[i].pos not in ("NOUN", "PROPN"):
            continue
        other = sentence.tokens[i].lemma in _listed("relational")
        for below in sentence.dependents(i, "prep", "agent", *_OWNERS):
            if below.dep in _OWNERS:
                paper = classes_of(scene, i) & _listed("written")
                yield from (below.i,) if paper or (below.dep == "poss" and not other) else ()
            elif below.lower == "by":
                yield from (t.i for t in sentence.dependents(below.i, "pobj"))


def speakers(scene: Scene, said_by: Attribution | None) -> tuple[Ref, ...]:
    """Who makes a demand of the words around it: their speaker, else the report's issuer."""
    source = said_by.source if said_by else scene.cast.issuer
    return (source,) if source else ()


def targets(scene: Scene, labels: Sequence[str], args: Arguments) -> tuple[Ref, ...]:
    """As `parties`; where the filler is a thing, whoever it belongs to.

    "Condemned the junta's attack", "fired on a helicopter of the mission", "the rebels' demands".
    """
    found = parties(scene, labels, args)
    if found:
        return found
    fillers = [i for label in labels for i in args.get(label)]
    owners = (j for i in fillers for j in _owners(scene, i))
    found = unique(ref for i in owners for ref in referents(scene, i))
    return found or unnamed(scene, labels, args)


def _owners(scene: Scene, i: int) -> Iterator[int]:
    sentence = scene.sentence
    token = sentence.tokens[i]
    if token.pos not in ("NOUN", "PROPN") or token.lemma in _listed("relational"):
        return
    yield from (t.i for t in sentence.dependents(i, *_OWNERS))
    for prep in sentence.dependents(i, "prep"):
        if prep.lower == "of":
            yield from (t.i for t in sentence.dependents(prep.i, "pobj"))


def unnamed(scene: Scene, labels: Sequence[str], args: Arguments) -> tuple[Ref, ...]:
    """Parties that are only described ("other governments", "opposition lawmakers").

    They are in the plural and without "the", or names that linking does not know. A single "the
    commander" whom nobody knows stays open.
    """
    for label in labels:
        found = [ref for i in args.get(label) if (ref := _described(scene, i))]
        if found:
            return unique(found)
    return ()


def _described(scene: Scene, i: int) -> Ref | None:
    sentence = scene.sentence
    token = sentence.tokens[i]
    known = scene.cast.mention_at(token.span) is not None
    if known or token.pos not in ("NOUN", "PROPN") or i in scene.timed:
        return None
    whose = [p for p in sentence.dependents(i, "prep") if p.lower == "of"]
    if token.tag not in _NAMES:
        definite = any(t.lower in _listed("definite") for t in sentence.dependents(i, "det"))
        definite = definite and not whose
        classes = classes_of(scene, i)
        acts = classes & _listed("described") and not classes & _listed("things")
        if definite or token.tag not in _PLURALS or not acts:
            return None
    behind = [t for p in whose for t in sentence.dependents(p.i, "pobj")]
    last = next((t for t in behind if t.tag in _NAMES or token.tag not in _NAMES), token)
    before = [t for t in sentence.dependents(i, "compound", "amod", "nmod", "poss") if t.i < i]
    first = min((t.i for t in before if t.dep != "poss"), default=i)
    span = Span(sentence.tokens[first].span.start, last.span.end)
    return Ref(name=" ".join(span.of(scene.text).split()), span=span)


def referents(scene: Scene, i: int) -> tuple[Ref, ...]:
    """Whom the phrase headed by token `i` stands for, or its apposition does."""
    mention = mention_of(scene, i)
    if mention is None:
        return ()
    refs = scene.cast.refs_at(mention.head)
    return unique((*_sharing(scene, i), *refs)) if _are_states(scene, refs) else refs


def _sharing(scene: Scene, i: int) -> Iterator[Ref]:
    """The states before a noun that several share: "Australian, British and Fijian troops"."""
    sentence = scene.sentence
    for t in sentence.dependents(i, "amod", "nmod", "compound"):
        for j in spread(sentence, t.i):
            if j != i and sentence.dependents(t.i, "conj"):
                refs = scene.cast.refs_at(sentence.tokens[j].span)
                yield from refs if _are_states(scene, refs) else ()


def _are_states(scene: Scene, refs: Sequence[Ref]) -> bool:
    return all(ref.actor and scene.cast.actor(ref.actor).kind == "state" for ref in refs)


def unique(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Each party once, in order."""
    return tuple({(ref.actor or ref.name): ref for ref in refs}.values())


def of_one_kind(scene: Scene, fillers: Sequence[int]) -> tuple[int, ...]:
    """The fillers of one list; a party behind something else begins another clause.

    Those that are counted go on with the list: "200 soldiers and 30 police".
    """
    if not fillers or referents(scene, fillers[0]):
        return tuple(fillers)
    return tuple(i for i in fillers if _is_counted(scene, i) or not referents(scene, i))


def _is_counted(scene: Scene, i: int) -> bool:
    common = scene.sentence.tokens[i].tag not in _NAMES
    return common and bool(scene.sentence.dependents(i, "nummod"))
