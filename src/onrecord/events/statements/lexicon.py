"""The words of attribution, as the lexicon has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon import table


@dataclass(frozen=True, slots=True)
class CueVerb:
    """What a verb of attribution tells: its kind, and in which forms its content comes.

    The forms of `takes_quoting` count only where words of the source stand in quotation marks.
    """

    kind: str
    takes: frozenset[str]
    takes_quoting: frozenset[str] = frozenset()


@cache
def cue_verbs() -> Mapping[str, CueVerb]:
    """The verbs of attribution by lemma."""
    verbs: dict[str, CueVerb] = {}
    for group in table("statements")["verbs"]:
        verb = CueVerb(
            group["kind"],
            frozenset(group.get("takes", ())),
            frozenset(group.get("takes_quoting", ())),
        )
        verbs.update(dict.fromkeys(group["words"].split(), verb))
    return verbs


@cache
def particles() -> Mapping[str, frozenset[str]]:
    """The particles without which a verb is none of attribution, by lemma."""
    return {verb: frozenset(words) for verb, words in table("statements")["particles"].items()}


@cache
def documents() -> frozenset[str]:
    """The nouns for texts that speak for somebody."""
    return frozenset(table("statements")["documents"].split())


@cache
def resuming() -> Mapping[str, tuple[str, ...]]:
    """The pronouns that resume a speaker, by the tag of the noun that named it."""
    return {tag: tuple(words.split()) for tag, words in table("statements")["resuming"].items()}


@cache
def channels() -> Mapping[str, str]:
    """The channel that a noun names, by lemma."""
    named = table("statements")["channels"]
    return {noun: channel for channel, nouns in named.items() for noun in nouns.split()}


@cache
def question_labels() -> frozenset[str]:
    """The labels of those who only ask in a transcript, in lower case."""
    return frozenset(table("statements")["questions"])


@cache
def answer_labels() -> frozenset[str]:
    """The labels that stand for whoever is asked in a transcript, in lower case."""
    return frozenset(table("statements")["answers"])


@cache
def aspect_verbs() -> frozenset[str]:
    """The verbs whose infinitive is the act itself: "went on to say"."""
    return frozenset(table("statements")["aspect"].split())


@cache
def reports() -> frozenset[str]:
    """The nouns for findings that show something."""
    return frozenset(table("statements")["reports"].split())


@cache
def breaks() -> frozenset[str]:
    """The words that begin another clause between a quotation and a verb of saying."""
    return frozenset(table("statements")["breaks"].split())


@cache
def claims() -> frozenset[str]:
    """The nouns for what can be denied or claimed."""
    return frozenset(table("statements")["claims"].split())


@cache
def opinions() -> frozenset[str]:
    """The nouns for what can be voiced: "the hope that ..."."""
    return frozenset(table("statements")["opinions"].split())


@cache
def addressing_verbs() -> frozenset[str]:
    """The verbs whose object is who listens: "told the agency"."""
    return frozenset(table("statements")["addressing"].split())


@cache
def furniture() -> frozenset[str]:
    """The labels of a page that name no speaker, in lower case."""
    return frozenset(table("statements")["furniture"])
