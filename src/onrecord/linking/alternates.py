"""Other names that a report gives in so many words: "known as", "alias", "nicknamed"."""

from onrecord.linking.phrases import capitalised
from onrecord.linking.roster import Noted, Roster
from onrecord.linking.terms import listed
from onrecord.model import Sentence

_QUOTES = ('"', "“", "``", "'", "‘")
_LONGEST = 4


def note_alternates(roster: Roster) -> None:
    """Lets such a name stand for the person or group before it, wherever it occurs."""
    known: dict[str, str] = {}
    called = listed("names", "called")
    for s, sentence in enumerate(roster.sentences):
        for token in sentence.tokens[1:-1]:
            if token.lower in called:
                start, end = _name(sentence, token.i + 1)
                key = _bearer(roster, s, token.i) if start < end else None
                if key:
                    roster.claim(s, start, end, "name", [key])
                    known[" ".join(t.text for t in sentence.tokens[start:end])] = key
    for s, sentence in enumerate(roster.sentences if known else ()):
        for token in sentence.tokens:
            if token.text in known and token.tag == "NNP" and (s, token.i) not in roster.named:
                roster.claim(s, token.i, token.i + 1, "name", [known[token.text]])


def _name(sentence: Sentence, i: int) -> tuple[int, int]:
    """The tokens of the name that begins at token `i`, behind "as" and quotation marks."""
    tokens = sentence.tokens
    while i < len(tokens) and (tokens[i].lower == "as" or tokens[i].text in _QUOTES):
        i += 1
    end = i
    while end < min(i + _LONGEST, len(tokens)) and capitalised(tokens[end]):
        end += 1
    return i, end


def _bearer(roster: Roster, s: int, i: int) -> str | None:
    """The person or group of whom the word at token `i` is said: what it modifies or follows."""
    sentence = roster.sentences[s]
    above = [roster.at(s, at) for at in sentence.ancestors(i)]
    return next(
        (key for n in (*above, _before(roster, s, i)) if n and (key := _only(roster, n, i))), None
    )


def _before(roster: Roster, s: int, i: int) -> Noted | None:
    """The name that ends right before token `i`, but for commas and adverbs ("also")."""
    tokens = roster.sentences[s].tokens
    at = i - 1
    while at > 0 and (tokens[at].pos in ("PUNCT", "ADV") or tokens[at].tag == "RB"):
        at -= 1
    return roster.named.get((s, at))


def _only(roster: Roster, noted: Noted, i: int) -> str | None:
    """The person or group that a mention before token `i` stands for, if it is one alone."""
    if noted.end > i or len(noted.actors) != 1:
        return None
    key = noted.actors[0]
    return key if roster.drafts[key].kind in ("person", "group") else None
