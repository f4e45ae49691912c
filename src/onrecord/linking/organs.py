"""Organs and forces without an owner in their phrase: "the cabinet", "the court there"."""

from onrecord.lexicon import table
from onrecord.linking import states
from onrecord.linking.focus import focus
from onrecord.linking.owned import first_of, note_organ
from onrecord.linking.phrases import determiner, located_in, modifies
from onrecord.linking.roster import Roster
from onrecord.linking.terms import Term, listed
from onrecord.model import Sentence


def note_state_organs(roster: Roster) -> None:
    """Keeps organs and forces without an owner in their phrase: of the state in focus."""
    for s, sentence in enumerate(roster.sentences):
        for term in list(roster.terms[s].values()):
            head = term.head
            token = sentence.tokens[head]
            if (s, head) in roster.noted or token.tag[:2] != "NN" or modifies(sentence, head):
                continue
            if not _is_definite(sentence, term):
                continue
            if "organ" in term.sorts:
                code = _there(roster, s, head) or _home_of_organ(roster, s, term)
                if code:
                    note_organ(roster, s, term.start, term, code)
            elif "bare state noun" in term.sorts:
                _note_force(roster, s, term)


def _home_of_organ(roster: Roster, s: int, term: Term) -> str | None:
    """The state in focus, of those that have such an organ."""
    codes = table("organs")["only_in"].get(term.sorts["organ"])
    among = frozenset(codes.split()) if codes else None
    return focus(roster, s, term.start, domestic=True, among=among)


def _there(roster: Roster, s: int, head: int) -> str | None:
    """For "the court there" the state of the place named last in the sentence before."""
    tokens = roster.sentences[s].tokens
    if head + 1 >= len(tokens) or tokens[head + 1].lower != "there" or s == 0:
        return None
    hints = [code for (at, _), code in roster.hints.items() if at == s - 1]
    return hints[-1] if hints else None


def _is_definite(sentence: Sentence, term: Term) -> bool:
    """Whether "the", nothing but a capital, or a bare plural noun stands before an organ."""
    start = first_of(sentence, term)
    before = determiner(sentence, start)
    if start != term.start or (start and sentence.tokens[start - 1].tag == "POS"):
        return False
    if before is None:
        organ = "organ" in term.sorts
        return organ or sentence.tokens[term.start].lower in listed("organs", "articleless")
    return before == "the"


def _note_force(roster: Roster, s: int, term: Term) -> None:
    if _is_of_another(roster.sentences[s], term.head):
        return
    code = located_in(roster, s, term.head) or _only_owner(roster, s, term)
    code = code or focus(roster, s, term.start)
    if code:
        key = roster.actor(states.states()[code].name, "state", code)
        roster.note(s, term.start, term.end, "description", [key], term.head)


def _is_of_another(sentence: Sentence, head: int) -> bool:
    """Whether "of" tells whose force it is, which then is no state that the report names."""
    after = head + 1
    return after < len(sentence.tokens) and sentence.tokens[after].lower == "of"


def _only_owner(roster: Roster, s: int, term: Term) -> str | None:
    """The state whose noun it is wherever the report says whose ("the Assad regime")."""
    word = roster.sentences[s].tokens[term.head].lower
    owners = roster.owners_of.get(word, set())
    return next(iter(owners)) if len(owners) == 1 else None
