"""Nouns that stand for the party which modifies or owns them.

"Kenyan police officers" are Kenya, "Houthi fighters" the Houthis, "the MSS mission" the mission,
and "Ghana's parliament" is the Parliament of Ghana.
"""

from onrecord.lexicon import table
from onrecord.linking import states
from onrecord.linking.joint import joint
from onrecord.linking.phrases import left_edge, located_in, modifies, owners
from onrecord.linking.roster import Draft, Noted, Roster
from onrecord.linking.terms import Term, listed
from onrecord.model import Sentence

_NOUNS = ("NN", "NNS", "NNP", "NNPS")


def note_owned_nouns(roster: Roster) -> None:
    """Keeps phrases whose owner is named in the phrase itself."""
    for s, sentence in enumerate(roster.sentences):
        for term in roster.terms[s].values():
            head = term.head
            token = sentence.tokens[head]
            if (
                token.tag in _NOUNS
                and (s, head) not in roster.named
                and not modifies(sentence, head)
            ):
                note_owned(roster, s, term)


def note_owned(roster: Roster, s: int, term: Term) -> bool:
    """Keeps one phrase if its owner is known; whether it was kept."""
    head = term.head
    start = first_of(roster.sentences[s], term)
    for owner in owners(roster, s, start, head):
        if len(owner.actors) == 1 and _note_for(roster, s, start, term, owner):
            return True
    if "organ" in term.sorts:
        code = located_in(roster, s, head) or _seat_before(roster, s, start, head)
        if code:
            return note_organ(roster, s, min(start, term.start), term, code)
    return False


def first_of(sentence: Sentence, term: Term) -> int:
    """The first token of the phrase, also where its own words hold a possessor."""
    start = left_edge(sentence, term.head)
    return start if start <= term.start else left_edge(sentence, term.start)


def _seat_before(roster: Roster, s: int, start: int, head: int) -> str | None:
    """The state of the seat that modifies an organ ("the Lima cabinet")."""
    codes = (roster.hints[s, i] for i in range(start, head) if (s, i) in roster.hints)
    return next(codes, None)


def _note_for(roster: Roster, s: int, start: int, term: Term, owner: Noted) -> bool:
    head = term.head
    draft = roster.drafts[owner.actors[0]]
    behind = owner.start > head and owner.form != "description"
    end = owner.end if behind else term.end
    sorts = term.sorts
    if draft.kind == "state" and "organ" in sorts and draft.country:
        return note_organ(roster, s, start, term, draft.country, end)
    if "anonymous" in sorts or "anonymous group" in sorts:
        return False
    if draft.kind == "person":
        return _note_of_leader(roster, s, start, term, owner.actors[0])
    if draft.kind == "organisation" and sorts.get("generic") in listed("groups", "of_bodies"):
        return _note_members(roster, s, start, end, head, draft)
    before = owner.start < head
    leaders = roster.sentences[owner.sentence].tokens[head].lower in listed("organs", "leaders")
    fits = (
        (draft.kind == "state" and "state noun" in sorts)
        or (draft.kind == "group" and ("armed noun" in sorts or "state noun" in sorts))
        or (
            draft.kind == "mission"
            and before
            and ("mission noun" in sorts or "state noun" in sorts)
        )
        or (draft.kind == "organisation" and "state noun" in sorts and before)
        or (draft.kind == "organisation" and draft.country is None and leaders)
    )
    if fits:
        noun = roster.sentences[s].tokens[head]
        actors = _together(roster, owner) if noun.tag == "NNS" else owner.actors
        if len(actors) == 1 and noun.lower in listed("organs", "of_several"):
            return False
        if owner.start < start <= owner.end:
            start = owner.start  # a name that holds an article ("State of the Lakes fighters")
        roster.note(s, start, end, "description", actors, head)
    return fits


def _note_members(roster: Roster, s: int, start: int, end: int, head: int, body: Draft) -> bool:
    """The states of a body are a group of their own ("member states of the Nordic Council")."""
    tokens = roster.sentences[s].tokens
    words = " ".join(t.lower for t in tokens[head - 1 : head + 1])
    key = roster.actor(f"{words} of {states.of_phrase(body.name)}", "group")
    roster.note(s, start, end, "description", [key], head)
    return True


def _together(roster: Roster, owner: Noted) -> tuple[str, ...]:
    """A state and those coordinated with it, which own a plural together ("Thai and Lao boats")."""
    s, at = owner.sentence, owner.head
    tokens = roster.sentences[s].tokens
    while tokens[at].dep == "conj" and roster.at(s, tokens[at].head):
        at = tokens[at].head
    keys = joint(roster, s, at)
    alike = {roster.drafts[key].kind for key in keys} == {"state"}
    return keys if alike and owner.actors[0] in keys else owner.actors


def _note_of_leader(roster: Roster, s: int, start: int, term: Term, key: str) -> bool:
    """A leader's government or army is that of his or her state ("his government")."""
    head, code = term.head, roster.drafts[key].country
    singular = roster.sentences[s].tokens[head].tag in ("NN", "NNP")
    if code is None or "bare state noun" not in term.sorts or not singular:
        return _note_followers(roster, s, start, term, key)
    key = roster.actor(states.states()[code].name, "state", code)
    roster.note(s, start, head + 1, "description", [key], head)
    return True


def _note_followers(roster: Roster, s: int, start: int, term: Term, key: str) -> bool:
    """The forces of a person who holds no office are a group of his or her own."""
    leader = roster.drafts[key]
    word = roster.sentences[s].tokens[term.head].lower
    holds = any(role.title in table("titles")["offices"] for role in leader.roles.values())
    if word not in listed("groups", "adherents") and (
        holds or leader.country or word not in listed("groups", "followers")
    ):
        return False
    group = roster.actor(f"{word} of {leader.name}", "group")
    roster.note(s, start, term.head + 1, "description", [group], term.head)
    return True


def note_organ(
    roster: Roster, s: int, start: int, term: Term, code: str, end: int | None = None
) -> bool:
    """Keeps an organ of the state with that code."""
    state = states.states()[code]
    name = f"{term.sorts['organ']} of {state.in_phrase}"
    key = roster.actor(name, "organisation", code)
    form = "name"
    roster.claim(s, min(start, term.start), end or term.end, form, [key])  # type: ignore[arg-type]
    return True
