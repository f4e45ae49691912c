"""What a pronoun or description may stand for: the subjects around it, and who else is near.

The rules follow centring (Grosz, Joshi and Weinstein 1995) and Lappin and Leass (1994): the
subject of the own clause, of the clauses around it, of the sentence before. A subject that would
fit by gender and number but is no actor ends the search: then it may be meant, and nothing is
said.
"""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from onrecord.linking.joint import joint, subject_pair
from onrecord.linking.roster import Noted, Roster
from onrecord.model import Sentence, Token

Fits = Callable[[Noted], bool]
Competes = Callable[[Token], bool]

_SUBJECTS = ("nsubj", "nsubjpass")
_LONGEST_LABEL = 6
_RELATIVE = ("WDT", "WP")


def find(
    roster: Roster, s: int, i: int, fits: Fits, competes: Competes, reach: int
) -> tuple[str, ...]:
    """The actors that the pronoun at token `i` stands for; none where that is open.

    `reach` is how many sentences back they may be named.
    """
    sentence = roster.sentences[s]
    for at in _around(sentence, i):
        answer = _judge(roster, s, at, fits, competes)
        if answer is not None:
            return answer
    answer = (
        _same_pronoun(roster, s, i, fits)
        or _earlier_clause(roster, s, i, fits, competes)
        or _leftwards(roster, s, i, fits, competes)
    )
    if answer is not None:
        return answer
    for back in range(1, min(s, reach) + 1):
        before = roster.sentences[s - back]
        if before.role == "headline" and sentence.role != "headline":
            break
        answer = _before(roster, s - back, fits, competes)
        if answer is not None:
            return answer
    return ()


def _judge(
    roster: Roster, s: int, at: int, fits: Fits, competes: Competes
) -> tuple[str, ...] | None:
    """The actors at a subject, () where it rules out an answer, None where it says nothing."""
    noted = roster.at(s, at)
    if _is_label(roster.sentences[s], at):
        return None
    if noted is not None and noted.actors:
        whole = replace(noted, actors=joint(roster, s, _first_of_all(roster, s, at)))
        part = replace(noted, actors=joint(roster, s, at))
        return next((n.actors for n in (whole, part) if fits(n)), None)
    return () if competes(roster.sentences[s].tokens[at]) else None


def _first_of_all(roster: Roster, s: int, at: int) -> int:
    """The first of the actors coordinated with the one at a token."""
    tokens = roster.sentences[s].tokens
    while tokens[at].dep == "conj" and roster.at(s, tokens[at].head):
        at = tokens[at].head
    return at


def _is_label(sentence: Sentence, at: int) -> bool:
    """Whether the word is who has the turn in a transcript ("Spokesperson: ...")."""
    tokens = sentence.tokens
    return any(t.text == ":" for t in tokens[at + 1 : _LONGEST_LABEL])


def _around(sentence: Sentence, i: int) -> Iterator[int]:
    """The subjects of the clauses around token `i`, the nearest first."""
    tokens = sentence.tokens
    below = i
    barred = _sharing(sentence, _governor(sentence, i)) if tokens[i].tag == "PRP" else ()
    apart = False
    for at in sentence.ancestors(i):
        if tokens[at].pos in ("VERB", "AUX"):
            for subject in sentence.dependents(at, *_SUBJECTS):
                late = subject.i > i and tokens[i].tag != "PRP$"
                if subject.i != below and at not in barred and not late:
                    yield _meant(sentence, subject.i, at)
                    apart = apart or tokens[at].dep == "conj"
            if apart:
                return
        elif tokens[at].pos in ("NOUN", "PROPN") and tokens[i].tag == "PRP$":
            for owner in sentence.dependents(at, "poss"):
                if owner.i < i and owner.i != below:
                    yield owner.i
        below = at


def _same_pronoun(roster: Roster, s: int, i: int, fits: Fits) -> tuple[str, ...] | None:
    """Whom the pronoun before it in the sentence stands for, if that fits: most often the same."""
    for at in range(i - 1, -1, -1):
        noted = roster.at(s, at)
        if noted and noted.form == "pronoun":
            return noted.actors if noted.actors and fits(noted) else None
    return None


def _earlier_clause(
    roster: Roster, s: int, i: int, fits: Fits, competes: Competes
) -> tuple[str, ...] | None:
    """The subject of a clause that comes before the pronoun's own in the same sentence."""
    sentence = roster.sentences[s]
    tokens = sentence.tokens
    above = {tokens[i].head, *sentence.ancestors(i)}
    for token in tokens[:i]:
        if token.dep in _SUBJECTS and token.head not in above:
            answer = _judge(roster, s, _meant(sentence, token.i, token.head), fits, competes)
            if answer:
                return answer
    return None


def _leftwards(
    roster: Roster, s: int, i: int, fits: Fits, competes: Competes
) -> tuple[str, ...] | None:
    """What stands nearest before a pronoun that is no subject, in its own sentence."""
    tokens = roster.sentences[s].tokens
    if tokens[i].dep in _SUBJECTS and tokens[tokens[i].head].dep == "ROOT":
        return None
    barred = _governor(roster.sentences[s], i) if tokens[i].tag == "PRP" else None
    for at in range(i - 1, -1, -1):
        if tokens[at].pos in ("NOUN", "PROPN") and tokens[at].head != barred:
            answer = _judge(roster, s, at, fits, competes)
            if answer is not None:
                return answer
    return None


def _governor(sentence: Sentence, i: int) -> int | None:
    """The verb of which an object pronoun is an argument: its subject is someone else."""
    token = sentence.tokens[i]
    if token.dep in _SUBJECTS:
        return None
    head = sentence.tokens[token.head]
    return sentence.tokens[head.head].i if head.pos == "ADP" else head.i


def _sharing(sentence: Sentence, verb: int | None) -> tuple[int, ...]:
    """A verb and those before it whose subject it shares ("warned that ..., and urged it")."""
    found: list[int] = []
    while verb is not None and verb not in found:
        found.append(verb)
        token = sentence.tokens[verb]
        alone = token.dep == "conj" and not sentence.dependents(verb, *_SUBJECTS)
        verb = token.head if alone else None
    return tuple(found)


def _meant(sentence: Sentence, subject: int, verb: int) -> int:
    """For a relative pronoun the noun before it, else the subject itself."""
    token = sentence.tokens[subject]
    clause = sentence.tokens[verb]
    if token.tag in _RELATIVE and clause.dep == "relcl":
        return clause.head
    return subject


def _before(roster: Roster, s: int, fits: Fits, competes: Competes) -> tuple[str, ...] | None:
    if roster.sentences[s].tokens[-1].text == ":" and _is_label(roster.sentences[s], 0):
        return None
    pair = subject_pair(roster, s)
    if len(pair) > 1:
        meant = next((n for n in _noted_in(roster, s) if pair[0] in n.actors), None)
        if meant and fits(replace(meant, actors=pair)):
            return pair
    for at in _subjects(roster.sentences[s]):
        answer = _judge(roster, s, at, fits, competes)
        if answer is not None:
            return answer
    others = {noted.actors for noted in _noted_in(roster, s) if fits(noted)}
    return others.pop() if len(others) == 1 else (() if others else None)


def _subjects(sentence: Sentence) -> list[int]:
    """The subjects of a sentence, that of the main clause first."""
    found = [
        (sentence.tokens[t.head].dep != "ROOT", t.i)
        for t in sentence.tokens
        if t.dep in _SUBJECTS and t.tag not in _RELATIVE
    ]
    return [i for _, i in sorted(found)]


def _noted_in(roster: Roster, s: int) -> Iterator[Noted]:
    for i in range(len(roster.sentences[s].tokens)):
        noted = roster.at(s, i)
        if noted and noted.actors:
            yield noted
