"""Several actors at once: "the two", "both leaders", "the two countries"."""

from functools import cache

from onrecord.lexicon import table
from onrecord.linking.joint import joint, subject_pair
from onrecord.linking.roster import Roster
from onrecord.linking.terms import listed
from onrecord.model import Sentence

_REACH = 4


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, words in table("coreference")["several"].items():
        for word in words.split():
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def note_several(roster: Roster, s: int, i: int) -> bool:
    """Keeps a phrase that stands for a number of actors; whether there is one at token `i`."""
    sentence = roster.sentences[s]
    token = sentence.tokens[i]
    numbers = table("coreference")["numbers"]
    if token.lower in numbers and _stands_alone(sentence, i):
        start, head, kinds = i, i, frozenset({"person", "state"})
        number = numbers[token.lower]
    elif token.tag == "NNS" and token.lemma in _kinds() and (s, i) not in roster.noted:
        found = _number_before(sentence, i)
        if found is None or any(t.lower == "of" for t in sentence.dependents(i, "prep")):
            return False
        start, number = found
        head, kinds = i, _kinds()[token.lemma]
    else:
        return False
    near = () if "party" in kinds else _group_of(roster, s, i, number, kinds)
    keys = near or _last_joint(roster, s, number, kinds)
    if not keys and head == i and token.tag != "NNS":
        return False
    roster.note(s, start, head + 1, "description", keys, head)
    return True


def counted(sentence: Sentence, i: int) -> bool:
    """Whether token `i` heads such a phrase with its number ("the two neighbours")."""
    token = sentence.tokens[i]
    return token.tag == "NNS" and token.lemma in _kinds() and bool(_number_before(sentence, i))


def _stands_alone(sentence: Sentence, i: int) -> bool:
    """Whether a number is the head of its phrase and points back ("the two", "both")."""
    token = sentence.tokens[i]
    if token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "poss"):
        return False
    if sentence.dependents(i, "prep"):
        return False
    return token.lower == "both" or (i > 0 and sentence.tokens[i - 1].lower in ("the", "these"))


def _number_before(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """The first token and the number of "the two ministers", "both sides"."""
    numbers = table("coreference")["numbers"]
    for j in range(i - 1, max(i - 4, -1), -1):
        word = sentence.tokens[j].lower
        if word in numbers:
            points = j > 0 and sentence.tokens[j - 1].lower in listed("coreference", "pointing")
            return (j, numbers[word]) if points or word == "both" else None
        if sentence.tokens[j].tag not in ("JJ", "NN", "NNP"):
            return None
    if i > 0 and sentence.tokens[i - 1].lower == "the" and i < 3:  # noqa: PLR2004
        return (i, 2)
    return None


def _group_of(
    roster: Roster, s: int, i: int, number: int, kinds: frozenset[str]
) -> tuple[str, ...]:
    """The actors of one kind of which a sentence not far back names just so many."""
    for back in range(min(s, _REACH) + 1):
        for kind in sorted(kinds):
            keys = _of_kind(roster, s - back, kind, i if back == 0 else None)
            if len(keys) == number:
                return keys
            if len(keys) > number and back:
                pair = subject_pair(roster, s - back)
                if len(pair) == number and roster.drafts[pair[0]].kind == kind:
                    return pair
    return ()


def _last_joint(roster: Roster, s: int, number: int, kinds: frozenset[str]) -> tuple[str, ...]:
    """The last mention of just so many actors of such a kind, a pronoun or joint phrase."""
    for back in range(1, min(s, 2 * _REACH) + 1):
        here = {k for kind in kinds for k in _of_kind(roster, s - back, kind, None)}
        if len(here) > number and "party" not in kinds:
            return ()
        for i in range(len(roster.sentences[s - back].tokens) - 1, -1, -1):
            inner = roster.sentences[s - back].tokens[i].dep == "conj"
            keys = () if inner else joint(roster, s - back, i)
            if len(keys) == number and ("party" in kinds or _all_of(roster, keys, kinds)):
                return keys
    if "party" in kinds or "state" not in kinds:
        return ()
    keys = tuple(dict.fromkeys(k for b in range(s) for k in _of_kind(roster, b, "state", None)))
    return keys if len(keys) == number else ()


def _all_of(roster: Roster, keys: tuple[str, ...], kinds: frozenset[str]) -> bool:
    return {roster.drafts[key].kind for key in keys} <= set(kinds)


def _of_kind(roster: Roster, s: int, kind: str, before: int | None) -> tuple[str, ...]:
    keys: dict[str, None] = {}
    for i in range(len(roster.sentences[s].tokens) if before is None else before):
        noted = roster.at(s, i)
        if noted and noted.form != "description":
            keys.update((k, None) for k in noted.actors if roster.drafts[k].kind == kind)
    return tuple(keys)
