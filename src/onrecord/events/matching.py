"""Which pattern of which frame a trigger fits."""

from collections.abc import Iterator

from onrecord.events.fillers import Scene, classes_of
from onrecord.events.predicates import Arguments, arguments
from onrecord.lexicon.frames import Condition, PartOfSpeech, Pattern, frames, trigger_index
from onrecord.model import Token

_PARTS: dict[str, PartOfSpeech] = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
_MAY_BE_PARTIES = frozenset({"pronoun", "name"})  # left open by linking, or not known to it
_MODIFIERS = ("amod", "compound", "nmod")


def matches(scene: Scene) -> Iterator[tuple[Token, Pattern, Arguments]]:
    """Each trigger of the sentence with the heaviest pattern that it fits, in text order."""
    index = trigger_index()
    for token in scene.sentence.tokens:
        part = "verb" if token.tag == "MD" else _PARTS.get(token.pos)
        if part is None or (part == "verb" and token.dep in _MODIFIERS):
            continue
        patterns = index.get((token.lemma, part))
        if not patterns:
            continue
        args = arguments(scene.sentence, token.i)
        for pattern in patterns:
            if fits(scene, token, pattern, args):
                yield token, pattern, args
                break


def fits(scene: Scene, token: Token, pattern: Pattern, args: Arguments) -> bool:
    """Whether particle, voice and every condition of the pattern hold."""
    if args.particle not in pattern.particles[token.lemma]:
        return False
    if pattern.passive is not None and pattern.passive != args.passive:
        return False
    if scene.opens_list and frames()[pattern.frame].commitment:
        return True  # what fills the conditions stands in the list
    for condition in pattern.conditions:  # noqa: SIM110 - the innermost loop of all reading
        if not _holds(scene, condition, args):
            return False
    return True


def _holds(scene: Scene, condition: Condition, args: Arguments) -> bool:
    fillers = [i for label in condition.labels for i in args.get(label)]
    if not fillers:
        if scene.lead and "subj" in condition.labels:
            return condition.filled is not False
        return condition.filled is not True and not condition.wanted
    if condition.filled is False:
        return False
    if _are_of(scene, fillers, condition.barred):
        return False
    wanted = condition.wanted
    return (
        not wanted
        or _are_of(scene, fillers, wanted)
        or ("party" in wanted and _are_of(scene, fillers, _MAY_BE_PARTIES))
    )


def _are_of(scene: Scene, fillers: list[int], classes: frozenset[str]) -> bool:
    """Whether one of the fillers is of one of the classes."""
    if classes:
        for i in fillers:
            if not classes.isdisjoint(classes_of(scene, i)):
                return True
    return False
