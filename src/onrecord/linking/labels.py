"""Transcripts: who has the turn in paragraphs that begin with a label ("Question:")."""

from onrecord.lexicon import table
from onrecord.linking.roster import Roster
from onrecord.model import Sentence

_LONGEST = 7


def note_turns(roster: Roster) -> dict[int, str]:
    """The actor who has the turn, by the index of the block; labels are kept as mentions."""
    turns: dict[int, str] = {}
    holder: str | None = None
    block = -1
    for s, sentence in enumerate(roster.sentences):
        if sentence.block != block:
            block = sentence.block
            holder = _label(roster, s, sentence) or holder
            if holder:
                turns[block] = holder
    return turns if len(set(turns.values())) > 1 else {}


def _label(roster: Roster, s: int, sentence: Sentence) -> str | None:
    tokens = sentence.tokens
    end = next((t.i for t in tokens[:_LONGEST] if t.text == ":"), 0)
    if end == 0:
        return None
    for i in range(end):
        noted = roster.at(s, i)
        if noted and len(noted.actors) == 1 and roster.drafts[noted.actors[0]].kind == "person":
            return noted.actors[0]
    word = " ".join(t.lower for t in tokens[:end])
    name = table("coreference")["turns"].get(word)
    if name is None and _is_function(roster, s, end):
        name = " ".join(t.text for t in tokens[:end])
    if name is None:
        return None
    key = roster.actor(name, "person")
    roster.note(s, 0, end, "description", [key], end - 1)
    return key


def _is_function(roster: Roster, s: int, end: int) -> bool:
    term = roster.terms[s].get(0)
    return term is not None and term.end == end and ("function" in term.sorts)
