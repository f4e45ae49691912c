"""Subjects: whom the grammar of a sentence makes the source of a verb of attribution."""

from collections.abc import Sequence

from onrecord.events.statements.lexicon import cue_verbs, documents
from onrecord.events.statements.verb_groups import verb_group
from onrecord.model import Sentence, Span, Token

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_FINITE = frozenset(("VBZ", "VBD"))
_CONTRACTED = frozenset(("'s", "’s"))
_ADJACENT = 2
_STRAY = frozenset(("appos", "conj", "dobj", "npadvmod", "dep"))
_LONGEST_PHRASE = 200
_NOMINAL = ("NN", "PRP", "DT", "CD")


def source_beside(sentence: Sentence, verb: Token, quoted: Sequence[Span]) -> Token | None:
    """The source by its place, where the parser took one from the quotation.

    It stands between quotation and verb (", Ms Berg said"), or else follows the verb.
    """
    group = verb_group(sentence, verb)
    end = max((span.end for span in quoted if span.end <= group.start), default=None)
    if end is None or end < sentence.span.start or group.start - end > _LONGEST_PHRASE:
        return None
    before = sentence.head_of(Span(end, group.start)) if end < group.start else None
    if before is not None and before.tag.startswith(_NOMINAL):
        return before
    if group.start - end > _ADJACENT:
        return None
    after = sentence.tokens[verb.i + 1 :]
    stop = next((t.span.start for t in after if t.pos == "PUNCT"), sentence.span.end)
    found = sentence.head_of(Span(group.end, stop)) if group.end < stop else None
    return found if found is not None and found.tag.startswith(_NOMINAL) else None


def astray(sentence: Sentence, verb: Token) -> Token | None:
    """A subject that the parser left in the participle clause before it.

    "Briefing the press, the envoy, Ana Berg, said": a phrase after a comma, up to the verb.
    """
    if verb.tag not in _FINITE or verb.i < _ADJACENT:
        return None
    for participle in sentence.dependents(verb.i, "advcl"):
        inside = [sentence.tokens[i] for i in sentence.subtree(participle.i)]
        for token in inside if participle.i < verb.i else ():
            if token.dep in _STRAY and token.tag.startswith(_NOMINAL):
                phrase = list(sentence.subtree(token.i))
                opens = sentence.tokens[min(phrase) - 1].text == ","
                if opens and max(phrase) >= verb.i - _ADJACENT:
                    return token
    return None


def _hung_before(sentence: Sentence, verb: Token) -> Token | None:
    """A subject that the parser hung as an apposition on the clause that is reported.

    "Ghana will send troops to Mali, its president, Ana Osei, said": from a comma up to the verb.
    """
    before = sentence.tokens[verb.i - 1]
    token = sentence.tokens[verb.i - 2] if before.text == "," else before
    while token.dep == "appos" and sentence.tokens[token.head].dep == "appos":
        token = sentence.tokens[token.head]
    if verb.dep != "conj" or token.dep != "appos" or not token.tag.startswith(_NOMINAL):
        return None
    first = min(sentence.subtree(token.i))
    return token if sentence.tokens[first - 1].text == "," else None


def source_of(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of the verb, its agent, or what it shares with the verb that it goes with."""
    own = _subject(sentence, verb)
    if own is not None or _is_passive(sentence, verb):
        return own and _last_in_row(sentence, verb, own)
    governor = sentence.tokens[verb.head]
    if verb.dep == "acl" and verb.tag == "VBG":
        return _issuer(sentence, governor)
    if verb.dep == "pcomp" and governor.lower == "as":
        return _quoted(sentence, sentence.tokens[governor.head])
    return (
        _hung_before(sentence, verb)
        or _shared(sentence, verb, governor)
        or _before_participle(sentence, verb)
    )


def _last_in_row(sentence: Sentence, verb: Token, subject: Token) -> Token:
    """The name next to the verb where a comma alone joins it to what stands before.

    "After riots in the capital, Lima, President Ana Roca said": no "and" makes two of them speak.
    """
    if sentence.dependents(subject.i, "cc"):
        return subject
    names = (t for t in sentence.dependents(subject.i, "conj") if t.tag == "NNP")
    return next((t for t in names if t.i == verb.i - 1), subject)


def _before_participle(sentence: Sentence, verb: Token) -> Token | None:
    """A subject that the parser gave to a participle: "The envoy, asked about it, said"."""
    for participle in sentence.dependents(verb.i, "advcl"):
        for token in sentence.dependents(participle.i, "nsubj"):
            if participle.i < verb.i and sentence.tokens[participle.i - 1].text == ",":
                return token
    return None


def _issuer(sentence: Sentence, document: Token) -> Token:
    """Who gives out a document ("the army issued a statement saying"), or else the document."""
    verb = sentence.tokens[document.head]
    if document.dep == "dobj" and document.lemma in documents():
        return _subject(sentence, verb) or document
    return document


def _shared(sentence: Sentence, verb: Token, governor: Token) -> Token | None:
    """The source of the verb above a conjunct, an infinitive or a participle."""
    if verb.tag == "VBN" and not _has_perfect(sentence, verb):
        return None
    if is_further_cue(sentence, verb) and governor.dep == "ccomp":
        return source_of(sentence, sentence.tokens[governor.head])
    above = sentence.tokens[governor.head]
    if governor.dep == "ccomp" and is_second_cue(sentence, above, verb):
        return source_of(sentence, above)
    joined = verb.dep == "conj" or (verb.dep in ("xcomp", "advcl") and verb.tag in ("VB", "VBG"))
    if joined and governor.i != verb.i and governor.pos in ("VERB", "AUX"):
        return source_of(sentence, governor)
    return None


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    if _is_passive(sentence, verb):
        agents = sentence.dependents(verb.i, "agent")
        return next((t for by in agents for t in sentence.dependents(by.i, "pobj")), None)
    below = [t for t in sentence.dependents(verb.i) if t.dep in _SUBJECTS]
    return max((t for t in below if t.i < verb.i), key=lambda t: t.i, default=None) or next(
        iter(below), None
    )


def is_further_cue(sentence: Sentence, token: Token) -> bool:
    """Whether a participle goes on from an earlier cue: "said X, adding that Y"."""
    if token.tag != "VBG" or token.dep != "advcl" or token.lemma not in cue_verbs():
        return False
    if sentence.dependents(token.i, "mark", "aux"):
        return False
    first = min(sentence.subtree(token.i))
    return first > 0 and sentence.tokens[first - 1].text == ","


def is_second_predicate(sentence: Sentence, cue: Token, token: Token) -> bool:
    """Whether a conjunct below a reported clause goes on from the cue instead.

    "Oslo says it will pay but gives no sum": a finite verb without a subject of its own that
    has the tense of the cue and not that of the clause.
    """
    clause = sentence.tokens[token.head]
    bare = not sentence.dependents(token.i, "nsubj", "nsubjpass", "expl", "aux", "auxpass")
    return bare and token.tag in _FINITE and token.tag == cue.tag != tense(sentence, clause)


def is_second_cue(sentence: Sentence, cue: Token, token: Token) -> bool:
    """Whether a conjunct below a reported clause is a cue again: "said X, and called it Y"."""
    if token.dep != "conj" or token.lemma not in cue_verbs() or token.tag != cue.tag:
        return False
    if sentence.dependents(token.i, "nsubj", "nsubjpass", "expl", "aux", "auxpass"):
        return False
    before = sentence.tokens[max(0, token.i - 2) : token.i]
    return token.tag in _FINITE and [t.text for t in before[:1]] == [","] and before[-1].tag == "CC"


def tense(sentence: Sentence, verb: Token) -> str:
    """The tag of the word that carries the tense of a verb's clause."""
    auxiliaries = sentence.dependents(verb.i, "aux", "auxpass")
    return auxiliaries[0].tag if auxiliaries else verb.tag


def _has_perfect(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle has an auxiliary of its own or shares that of the verb before it."""
    governor = sentence.tokens[verb.head]
    return bool(
        sentence.dependents(verb.i, "aux")
        or (verb.dep == "conj" and sentence.dependents(governor.i, "aux"))
    )


def _quoted(sentence: Sentence, verb: Token) -> Token | None:
    """Who is quoted, in "was quoted as saying", "the paper quoted him as saying"."""
    if not _is_passive(sentence, verb):
        return next(iter(sentence.dependents(verb.i, "dobj")), None)
    return next(iter(sentence.dependents(verb.i, "nsubjpass")), None)


def _is_passive(sentence: Sentence, verb: Token) -> bool:
    if sentence.dependents(verb.i, "ccomp"):
        contracted = sentence.dependents(verb.i, "auxpass")
        if any(t.lower in _CONTRACTED for t in contracted):
            return False
    return any(t.dep in ("auxpass", "nsubjpass") for t in sentence.dependents(verb.i))
