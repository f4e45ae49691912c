"""What shows that a capitalised sequence names a person: titles, offices, verbs, its shape."""

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.lexicon import table
from onrecord.linking.candidates import Candidate
from onrecord.linking.personal_names import folded
from onrecord.linking.phrases import capitalised, title_case
from onrecord.linking.roster import Roster
from onrecord.linking.terms import ROLES, TITLES, Term, listed
from onrecord.model import Sentence, Token

_LONGEST_PORTFOLIO = 6
_OFFICE: tuple[str, ...] = ("office",)
_USUAL_LENGTH, _TITLE = 3, 2
# "Ki-moon", "al-Amr", "O'Brien": what hardly any other name has in its second word.
_PERSONAL_SHAPE = re.compile(
    r"(?:[A-Z][a-z]+-[a-z]{2,}|(?:al|el|ul)-[A-Z]\w+|(?:O['’]|Mc)[A-Z]\w+)\Z"
)


def shows_person(roster: Roster, c: Candidate, alone: Counter[str]) -> bool:
    """Whether what stands in or around a candidate shows that it names a person.

    `alone` counts the words that stand as a name on their own: a surname, after the full name.
    """
    sentence = roster.sentences[c.sentence]
    last = sentence.tokens[c.end - 1].text
    if last in listed("organs", "organisation_heads") or last in listed("organs", "unit_heads"):
        return False
    if title_case(sentence) or _are_holders(last):
        return False
    if any(title.is_of(TITLES) for title in c.titles):
        return True
    if len(folded(c.words)) < 2:  # noqa: PLR2004
        return c.name in table("names")["leaders"]
    named = c.words[0] in listed("names", "given") or _is_described(roster, c)
    explains = _explains(sentence, c) or _is_office_holder(roster, c)
    return named or explains or _looks_personal(roster, c, alone)


def _are_holders(word: str) -> bool:
    """Whether a plural counts holders of an office: "the Foreign Ministers"."""
    return word.endswith("s") and word[:-1].lower() in listed("classes", "officeholder")


def _is_office_holder(roster: Roster, c: Candidate) -> bool:
    """Whether the name is in apposition to a title ("the head of the force, Ana Ruiz")."""
    sentence = roster.sentences[c.sentence]
    heads = {t.head for t in sentence.tokens[c.start : c.end] if t.dep == "appos"}
    if office_before(roster, c):
        return True
    return any(
        term.head in heads and term.is_of(ROLES) for term in roster.terms[c.sentence].values()
    )


def office_before(roster: Roster, c: Candidate) -> Term | None:
    """The office before a comma and the name, and of what ("the king of Tonga, Ana Ruiz")."""
    s, at = c.sentence, c.phrase - 1
    tokens = roster.sentences[s].tokens
    if at < 1 or tokens[at].text != ",":
        return None
    owner = roster.named.get((s, at - 1))
    if owner and owner.end == at:
        at = owner.start - 1
        at -= at > 0 and tokens[at].lower == "the"
        if at < 1 or tokens[at].lower not in ("of", "for"):
            return None
        sorts = _OFFICE
    else:
        end, at = at, _before_portfolio(tokens, at)
        sorts = _OFFICE if at == end else (*_OFFICE, "function")
    for j in range(at - 1, max(at - 6, -1), -1):
        term = roster.terms[s].get(j)
        if term and term.end == at and term.is_of(sorts):
            return term
    return None


def _before_portfolio(tokens: Sequence[Token], at: int) -> int:
    """Where the common nouns behind an office begin ("minister of posts and roads"), else `at`."""
    for i in range(at - 1, max(at - _LONGEST_PORTFOLIO, 0), -1):
        if tokens[i].lower in ("of", "for"):
            return i
        if not (tokens[i].text.islower() and tokens[i].pos in ("NOUN", "ADJ", "CCONJ")):
            break
    return at


def _explains(sentence: Sentence, c: Candidate) -> bool:
    """Whether a noun for a person, or an unknown title, precedes ("her counterpart, Ana Ruiz")."""
    tokens = sentence.tokens
    if c.start and is_person_noun(tokens[c.start - 1]):
        return True
    if c.start < _TITLE or tokens[c.start - 1].text != ",":
        return False
    return is_person_noun(tokens[c.start - 2]) or (
        is_unknown_title(sentence, c.start - 2) and _is_animate(sentence, c.start - 2)
    )


def is_unknown_title(sentence: Sentence, i: int) -> bool:
    """Whether the word may be a title: "The", a capital, a comma behind ("The Taoiseach,")."""
    tokens = sentence.tokens
    if i < 1 or i + 1 >= len(tokens) or tokens[i + 1].text != ",":
        return False
    return (
        tokens[i - 1].lower == "the" and tokens[i].tag in ("NNP", "NN") and capitalised(tokens[i])
    )


def _is_animate(sentence: Sentence, i: int) -> bool:
    """Whether the word, or what it is part of, is the subject of a verb that takes a person."""
    token = sentence.tokens[i]
    if token.dep in ("appos", "nmod"):
        token = sentence.tokens[token.head]
    verb = sentence.tokens[token.head]
    verbs = listed("coreference", "personal_verbs") | listed("coreference", "speech_verbs")
    return token.dep == "nsubj" and verb.lemma in verbs


def is_person_noun(token: Token) -> bool:
    """Whether a common noun in the singular names a person ("counterpart", "teacher")."""
    people = listed("coreference", "person_nouns") | listed("classes", "people")
    return token.tag == "NN" and token.lower in people


def _looks_personal(roster: Roster, c: Candidate, alone: Counter[str]) -> bool:
    """Whether a name of two words or more has the shape or the company of a person's name."""
    if any(w.isupper() and len(w) > 1 for w in c.words) or any(
        t.tag == "NNPS" for t in roster.sentences[c.sentence].tokens[c.start : c.end]
    ):
        return False
    if any(_PERSONAL_SHAPE.match(word) for word in c.words[1:]):
        return True
    words = folded(c.words)
    common = any(word.lower() in roster.common for word in c.words)
    if len(words) > 1 and not common and alone[words[-1]] > alone[words[0]]:
        return True
    return len(c.words) <= _USUAL_LENGTH and _speaks(roster, c)


def _speaks(roster: Roster, c: Candidate) -> bool:
    """Whether the name is the subject, or the partner, of a verb that takes persons."""
    sentence = roster.sentences[c.sentence]
    for token in sentence.tokens[c.start : c.end]:
        verb = sentence.tokens[token.head]
        if token.tag == "NNP" and token.dep == "nsubj":
            return verb.lemma in listed("coreference", "personal_verbs")
        if token.tag == "NNP" and token.dep == "dobj":
            return verb.lemma in listed("coreference", "meeting_verbs")
    return False


def _is_described(roster: Roster, c: Candidate) -> bool:
    """Whether a function in apposition, or an age, follows the name or is followed by it."""
    sentence = roster.sentences[c.sentence]
    tokens = sentence.tokens
    if c.end + 1 >= len(tokens) or tokens[c.end].text != ",":
        return False
    if tokens[c.end + 1].tag == "CD" and c.end + 2 < len(tokens):
        return tokens[c.end + 2].text == ","
    for j in range(c.end + 1, min(c.end + 8, len(tokens))):
        term = roster.terms[c.sentence].get(j)
        if term and term.is_of(ROLES):
            return True
        if tokens[j].text == "," or tokens[j].pos in ("VERB", "AUX"):
            return False
    return False
