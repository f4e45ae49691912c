"""A quantity in its sentence: its head word and what governs it."""

from dataclasses import dataclass
from functools import cached_property

from onrecord.model import Quantity, Sentence, Token

_FARTHEST = 12


@dataclass(frozen=True)
class Setting:
    """A quantity, its sentence, and the token that heads it there."""

    quantity: Quantity
    sentence: Sentence
    head: Token

    @cached_property
    def path(self) -> tuple[Token, ...]:
        """The head and its governors up to the nearest verb, that verb included."""
        out = [self.head]
        for i in self.sentence.ancestors(self.head.i):
            token = self.sentence.tokens[i]
            out.append(token)
            if token.pos == "VERB" or len(out) == _FARTHEST:
                break
        return tuple(out)

    @cached_property
    def verb(self) -> Token | None:
        """The verb that governs the quantity; "be" where there is no other."""
        last = self.path[-1]
        return last if last.pos in ("VERB", "AUX") else None

    @cached_property
    def nouns(self) -> tuple[Token, ...]:
        """The nouns between the quantity and its verb, nearest first; conjuncts left out."""
        chain = zip(self.path[1:], self.path, strict=False)
        return tuple(t for t, below in chain if t.pos == "NOUN" and below.dep != "conj")

    @cached_property
    def modifying(self) -> tuple[Token, ...]:
        """The verbs of the clauses that hang on the quantity ("750 troops that it promised")."""
        return tuple(
            t for t in self.sentence.dependents(self.head.i, "relcl", "acl") if t.pos == "VERB"
        )


def setting(quantity: Quantity, sentence: Sentence) -> Setting | None:
    """The setting of a quantity; None where no word of the sentence carries it."""
    head = sentence.head_of(quantity.span)
    if head is not None and head.pos == "VERB":  # "topped 800,000": the bound is a verb
        inside = (t for t in sentence.within(quantity.span) if t.head == head.i and t.i > head.i)
        head = next(inside, head)
    return Setting(quantity, sentence, head) if head else None
