"""Noun phrases on the tokens of a sentence: where they begin, who owns them, how they stand."""

from collections.abc import Iterator

from onrecord.linking.roster import Noted, Roster
from onrecord.linking.terms import listed
from onrecord.model import Sentence, Token

_MODIFIERS = ("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "CD", "HYPH", "POS")
_DETERMINERS = ("DT", "PRP$", "PDT", "WP$")
_LONGEST = 8
_DEEPEST = 3
_SHORT_WORD, _MOST = 3, 0.75


def capitalised(token: Token) -> bool:
    """Whether the word begins with a capital letter."""
    return token.text[:1].isupper()


def joined(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether token `i` follows the one before it without a space."""
    return i > 0 and tokens[i - 1].span.end == tokens[i].span.start


def title_case(sentence: Sentence) -> bool:
    """Whether all words have capitals, as in some headlines: then they say nothing."""
    if sentence.role != "headline" and sentence.tokens[-1].text in (".", "?", "!", ":"):
        return False
    long = [t for t in sentence.tokens if len(t.text) > _SHORT_WORD and t.text.isalpha()]
    return len(long) > _SHORT_WORD and sum(map(capitalised, long)) > _MOST * len(long)


def left_edge(sentence: Sentence, i: int) -> int:
    """The first token of the noun phrase that ends in token `i`, without its determiner.

    A possessor ("Chile's", "its") is not part of it.
    """
    start = i
    while start > 0 and i - start < _LONGEST:
        before = sentence.tokens[start - 1]
        if before.tag == "POS" or before.tag not in _MODIFIERS:
            break
        if before.tag in ("VBG", "VBN") and before.dep not in ("amod", "compound", "nmod"):
            break
        start -= 1
    while start < i and _counts(sentence.tokens[start]):
        start += 1
    return start


def modifies(sentence: Sentence, i: int) -> bool:
    """Whether the noun at token `i` modifies one that follows ("cabinet meeting")."""
    token = sentence.tokens[i]
    return token.dep in ("compound", "nmod") and token.head > i


def _counts(token: Token) -> bool:
    """Whether a word only says how many ("four", "least", "several")."""
    return token.tag in ("CD", "HYPH", "POS") or token.lower in listed("coreference", "quantifiers")


def determiner(sentence: Sentence, start: int) -> str | None:
    """The determiner or possessive pronoun before a phrase that starts at `start`."""
    j = start - 1
    while j >= 0 and sentence.tokens[j].tag in ("CD", "HYPH"):
        j -= 1
    if j >= 0 and sentence.tokens[j].tag in _DETERMINERS:
        return sentence.tokens[j].lower
    return None


def owners(roster: Roster, s: int, start: int, head: int) -> Iterator[Noted]:
    """Names that modify or own the phrase on tokens `start` to `head`, the nearest first.

    Looks at modifiers ("Chilean"), possessors ("Chile's"), "of" and "in" phrases.
    """
    sentence = roster.sentences[s]
    yield from _modifiers(roster, s, start, head)
    above = [head]
    for at in above:
        for prep in sentence.dependents(at, "prep"):
            links = prep.lower in ("of", "for") or (prep.lower == "from" and acts(sentence, head))
            if not links or prep.i < head or len(above) > _DEEPEST:
                continue
            for inner in sentence.dependents(prep.i, "pobj"):
                noted = roster.at(s, inner.i) or roster.named.get((s, inner.i))
                if noted:
                    yield noted
                else:
                    above.append(inner.i)


def _modifiers(roster: Roster, s: int, start: int, head: int) -> Iterator[Noted]:
    tokens = roster.sentences[s].tokens
    for i in range(head - 1, start - 1, -1):
        noted = roster.named.get((s, i))
        if noted and not _led(tokens, noted.end):
            yield noted
    j = start - 1
    while j >= 0 and tokens[j].tag in ("CD", "JJ", "HYPH") and (s, j) not in roster.named:
        j -= 1
    if j >= 1 and tokens[j].tag == "POS":
        j -= 1
    elif j >= 0 and tokens[j].tag == "PRP$":
        noted = roster.at(s, j)
        if noted:
            yield noted
        return
    noted = roster.named.get((s, j)) or roster.at(s, j) if j >= 0 else None
    beside = tokens[j + 1].tag == "POS" or tokens[j].dep in ("compound", "nmod", "amod")
    if noted and (beside or noted.form == "demonym"):
        yield noted


def _led(tokens: tuple[Token, ...], end: int) -> bool:
    """Whether a name is the first part of a compound such as "-led" or "-backed"."""
    return end < len(tokens) and tokens[end].tag == "HYPH" and joined(tokens, end)


def located_in(roster: Roster, s: int, head: int) -> str | None:
    """The state of the place that an "in" or "at" phrase on `head` names."""
    sentence = roster.sentences[s]
    for prep in sentence.dependents(head, "prep"):
        if prep.lower in ("in", "at"):
            for inner in sentence.dependents(prep.i, "pobj"):
                if (s, inner.i) in roster.hints:
                    return roster.hints[s, inner.i]
    return None


def acts(sentence: Sentence, i: int) -> bool:
    """Whether the phrase headed by token `i` does something: an active subject or an agent."""
    token = sentence.tokens[i]
    hops = 0
    while token.dep in ("conj", "appos") and hops < _LONGEST:
        token, hops = sentence.tokens[token.head], hops + 1
    if token.dep == "nsubj":
        return sentence.tokens[token.head].pos in ("VERB", "AUX")
    return token.dep == "pobj" and sentence.tokens[token.head].dep == "agent"
