"""Sentences that tell their reader what to do, and texts that are made of them."""

from collections.abc import Sequence

from onrecord.lexicon import table
from onrecord.model import Sentence


def is_instruction(sentence: Sentence) -> bool:
    """Whether the sentence tells its reader what to do: an imperative, or its subject is "you"."""
    root = next((t for t in sentence.tokens if t.head == t.i and t.pos != "PUNCT"), None)
    if root is None:
        return False
    subjects = sentence.dependents(root.i, "nsubj", "nsubjpass", "expl")
    if root.tag == "VB" and not subjects and not sentence.dependents(root.i, "aux"):
        return True
    return any(t.lower == "you" for t in subjects)


def is_manual(sentences: Sequence[Sentence]) -> bool:
    """Whether a text instructs, as a recipe does, so that its numbers are not of the world."""
    told = sum(map(is_instruction, sentences))
    least = table("figures")["manual"]
    return bool(told >= least["sentences"] and told >= least["share"] * len(sentences))
