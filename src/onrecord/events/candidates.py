"""Triggers that fit a frame, and which of them stand for an event of their own."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from onrecord.events.certainty import Judgement, judge
from onrecord.events.fillers import Scene
from onrecord.events.matching import matches
from onrecord.events.predicates import Arguments, support_verb
from onrecord.lexicon import words
from onrecord.lexicon.frames import Frame, Pattern, frames
from onrecord.model import Sentence, Token

_ENOUGH = 2  # roles that a noun must fill to be more than a reference back
_FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True)
class Candidate:
    """A trigger with its frame, its arguments and how sure it is.

    `carrier` is the token that times and auxiliaries hang on: the light verb of a noun, else the
    trigger itself.
    """

    token: Token
    frame: Frame
    pattern: Pattern
    args: Arguments
    judged: Judgement
    carrier: int

    @property
    def bare(self) -> bool:
        """Whether it is a noun that no light verb carries."""
        return self.pattern.pos == "noun" and self.carrier == self.token.i

    @property
    def refused(self) -> bool:
        """Whether a party says that it will not do what the frame calls something else."""
        ahead = self.judged.certainty == "expected"
        return self.frame.refusal is not None and self.judged.negative and ahead

    @property
    def fullness(self) -> int:
        """How many of its roles are filled."""
        return sum(
            1
            for labels in self.pattern.roles.values()
            if any(self.args.get(label) for label in labels)
        )


def candidates(scene: Scene) -> tuple[Candidate, ...]:
    """Every trigger of a sentence that fits a frame, in text order."""
    return tuple(_found(scene))


def _found(scene: Scene) -> Iterator[Candidate]:
    known = frames()
    for token, pattern, args in matches(scene):
        carrier = support_verb(scene.sentence, token.i) if pattern.pos == "noun" else None
        yield Candidate(
            token=token,
            frame=known[pattern.frame],
            pattern=pattern,
            args=args,
            judged=judge(scene.sentence, token.i),
            carrier=token.i if carrier is None else carrier,
        )


def standing(
    sentence: Sentence, found: Sequence[Candidate], dated: Collection[int]
) -> tuple[Candidate, ...]:
    """Those that claim something of their own, in text order.

    Left out are what is not claimed at all (wishes, purposes, negations), nouns that only refer
    back, light verbs whose noun tells the same, and what another trigger promises, asks for or
    consents to: its content, not a second event. `dated` are the tokens that a time hangs on.
    """
    claimed = [c for c in found if _is_claimed(c)]
    carried = {(c.carrier, c.frame.type) for c in claimed if c.carrier != c.token.i}
    claimed = [c for c in claimed if (c.token.i, c.frame.type) not in carried]
    by_token = {i: c for c in claimed for i in (c.carrier, c.token.i)}
    return tuple(c for c in claimed if not _is_part(sentence, c, by_token, dated))


def _is_claimed(c: Candidate) -> bool:
    if c.judged.open or (c.judged.attempted and c.frame.attempt is None):
        return False
    return c.refused or not c.judged.negative


def _is_part(
    sentence: Sentence, c: Candidate, by_token: dict[int, Candidate], dated: Collection[int]
) -> bool:
    if c.bare and c.token.i not in dated and not _says_enough(c):
        return True
    above = _above(sentence, c, by_token)
    if above is None:
        return False
    if above.frame.type == c.frame.type:
        return True
    return above.frame.absorbs and (c.bare or not _is_finite(sentence, c.carrier))


def _says_enough(c: Candidate) -> bool:
    """Two roles, two sides, or for an act of speech whose it is ("at the ministry's request")."""
    if c.fullness >= _ENOUGH or len(c.args.get("between")) >= _ENOUGH:
        return True
    return c.frame.absorbs and bool(c.args.get("by") or c.args.get("poss"))


def _above(sentence: Sentence, c: Candidate, by_token: dict[int, Candidate]) -> Candidate | None:
    """The nearest candidate that governs `c` from within the same clause."""
    token = sentence.tokens[c.carrier]
    while token.head != token.i and not _is_beside(token):
        token = sentence.tokens[token.head]
        other = by_token.get(token.i)
        if other is not None and other is not c and other.carrier != c.carrier:
            return other
    return None


def _is_beside(token: Token) -> bool:
    """Whether the phrase stands beside what governs it ("agreed, after a request"), not in it."""
    if token.dep == "prep":
        return token.lower in words("certainty", "factive_prepositions")
    return token.dep in ("relcl", "advcl", "conj")


def _is_finite(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    helpers = sentence.dependents(i, "aux", "auxpass")
    return (token.tag in _FINITE or any(t.tag in _FINITE for t in helpers)) and token.dep != "xcomp"
