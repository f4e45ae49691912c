"""Which state a passage is about, so that "the cabinet" or "the army" find their owner.

States named before the word count, subjects of a clause more than others, the near more than the
far; one that is named only as a goal or an adversary ("to Mali", "against Mali") does not. In a
state's own statement "the cabinet" is its own. The answer is None where two states come close.
"""

from onrecord.linking.names import mentions_of_state
from onrecord.linking.roster import Roster, is_goal
from onrecord.model import Sentence

_SUBJECT, _MAIN, _OTHER = 3.0, 2.0, 1.0
_DECAY, _NEXT_BLOCK = 0.6, 0.7
_ADJECTIVE = 0.7
_PRIOR, _HOME, _OWN, _VOICE = 3.0, 4.5, 2.0, 3.0
_REACH = 5
_MARGIN = 1.3
_OVERALL = 2.0


def focus(
    roster: Roster,
    s: int,
    i: int,
    *,
    domestic: bool = False,
    among: frozenset[str] | None = None,
) -> str | None:
    """The code of the state that token `i` of sentence `s` is said of, or None.

    `domestic` words ("the cabinet") are rather those of the state where the report appears;
    `among` are the codes of the states that may be meant, None for all.
    """
    if domestic and roster.official and (among is None or roster.home in among):
        return roster.home
    weights: dict[str, float] = {}
    block = roster.sentences[s].block
    for back in range(min(s, _REACH) + 1):
        before = i if back == 0 else None
        decay = _DECAY**back * (1.0 if roster.sentences[s - back].block == block else _NEXT_BLOCK)
        for code, weight in _weights(roster, s - back, before).items():
            weights[code] = weights.get(code, 0.0) + weight * decay
    overall = _among(roster.prominence, among)
    weights = _among(weights, among)
    if roster.official and roster.home:
        overall[roster.home] = overall.get(roster.home, 0.0) + _VOICE
        weights[roster.home] = weights.get(roster.home, 0.0) + _OWN
    total = sum(overall.values()) or 1.0
    for code in weights:
        weights[code] += _PRIOR * overall.get(code, 0.0) / total
    if domestic and roster.home in overall and (among is None or roster.home in among):
        home = str(roster.home)
        weights[home] = weights.get(home, 0.0) + _HOME
    return _best(weights, _MARGIN) or _best(overall, _OVERALL)


def _among(weights: dict[str, float], codes: frozenset[str] | None) -> dict[str, float]:
    return {code: w for code, w in weights.items() if w and (codes is None or code in codes)}


def _best(weights: dict[str, float], margin: float) -> str | None:
    ranked = sorted(weights.items(), key=lambda row: (-row[1], row[0]))
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][1] < margin * ranked[1][1]:
        return None
    return ranked[0][0]


def _weights(roster: Roster, s: int, before: int | None) -> dict[str, float]:
    sentence = roster.sentences[s]
    weights: dict[str, float] = {}
    for i, code in mentions_of_state(roster, s):
        if before is None or i < before:
            weights[code] = max(weights.get(code, 0.0), _weight(sentence, i))
    return weights


def _weight(sentence: Sentence, i: int) -> float:
    token = sentence.tokens[i]
    if is_goal(sentence, i):
        return 0.0
    if token.tag == "JJ":
        return _ADJECTIVE
    while token.dep in ("compound", "poss", "amod", "nmod", "conj") and token.head != token.i:
        token = sentence.tokens[token.head]
    if token.dep not in ("nsubj", "nsubjpass"):
        return _OTHER
    return _SUBJECT if sentence.tokens[token.head].dep in ("ROOT", "ccomp") else _MAIN
