"""Whom a description of a kind stands for: states, bodies, councils, missions, groups, persons."""

from onrecord.linking import states
from onrecord.linking.focus import focus
from onrecord.linking.houses import house_of_holder
from onrecord.linking.joint import joint
from onrecord.linking.phrases import acts
from onrecord.linking.roster import Noted, Roster
from onrecord.linking.terms import listed
from onrecord.model import Sentence

_REACH = 8
_NEAR = 2


def _back(roster: Roster, s: int, i: int, reach: int) -> list[Noted]:
    """The mentions before a place in the text, the nearest first."""
    found: list[Noted] = []
    for back in range(min(s, reach) + 1):
        stop = i if back == 0 else len(roster.sentences[s - back].tokens)
        for j in range(stop - 1, -1, -1):
            noted = roster.at(s - back, j)
            if noted and noted.actors:
                found.append(noted)
    return found


def modifiers(sentence: Sentence, start: int, head: int) -> frozenset[str]:
    """The words of a phrase that say which one is meant, in lower case."""
    return frozenset(
        t.lower for t in sentence.tokens[start:head] if t.pos in ("ADJ", "NOUN", "PROPN", "VERB")
    )


def _state(roster: Roster, s: int, start: int, i: int) -> tuple[str, ...]:
    """The state in focus, of the region that the description names."""
    sentence = roster.sentences[s]
    words = " ".join(t.lower for t in sentence.tokens[start:i])
    regions = states.region_words().get(words)
    if words and regions is None:
        return ()
    code = focus(roster, s, i) if regions is None else _of_region(roster, s, i, regions)
    if code is None:
        return ()
    return (roster.actor(states.states()[code].name, "state", code),)


def _of_region(roster: Roster, s: int, i: int, regions: frozenset[str]) -> str | None:
    known = states.states()
    for noted in _back(roster, s, i, _REACH):
        for key in noted.actors:
            code = roster.drafts[key].country
            if roster.drafts[key].kind == "state" and code and known[code].subregion in regions:
                return code
    return None


def _organisation(roster: Roster, s: int, start: int, i: int) -> tuple[str, ...]:
    """The organisation named last, if no other is near."""
    sentence = roster.sentences[s]
    noun = sentence.tokens[i].lemma
    if modifiers(sentence, start, i) - listed("coreference", "neutral_modifiers"):
        return ()
    of_states = noun in listed("coreference", "of_states")
    private = noun in listed("coreference", "naming_organisations")
    for reach in (_NEAR, _REACH) if of_states else (_NEAR,):
        near = dict.fromkeys(
            noted.actors
            for noted in _back(roster, s, i, reach)
            if len(noted.actors) == 1
            and _is_organisation(roster, noted, of_states=of_states)
            and not (private and roster.drafts[noted.actors[0]].country)
        )
        if near:
            return next(iter(near)) if len(near) == 1 else ()
    return house_of_holder(roster, noun)


def _council(roster: Roster, s: int, start: int, i: int) -> tuple[str, ...]:
    """The council whose members act: the one named after "of", else the only one that is near."""
    sentence = roster.sentences[s]
    if start < i or not acts(sentence, i):
        return ()
    of = [p.i for p in sentence.dependents(i, "prep") if p.lower == "of"]
    if of:
        inner = [roster.at(s, t.i) for at in of for t in sentence.dependents(at, "pobj")]
        return next((n.actors for n in inner if n and _is_council(roster, n)), ())
    near = {noted.actors for noted in _back(roster, s, i, _REACH) if _is_council(roster, noted)}
    return near.pop() if len(near) == 1 else ()


def _is_council(roster: Roster, noted: Noted) -> bool:
    """Whether a mention is of one body that acts through its members."""
    if len(noted.actors) != 1:
        return False
    draft = roster.drafts[noted.actors[0]]
    words = draft.name.partition(" of ")[0].split()
    return draft.kind == "organisation" and words[-1] in listed("coreference", "councils")


def _is_organisation(roster: Roster, noted: Noted, *, of_states: bool) -> bool:
    draft = roster.drafts[noted.actors[0]]
    if draft.kind != "organisation":
        return False
    inner = draft.name.split()[-1] in listed("coreference", "within_organisations")
    return not (of_states and (draft.country or inner))


def _mission(roster: Roster, s: int, start: int, i: int) -> tuple[str, ...]:
    """The mission named last in the report, or named at all where it names one only."""
    sentence = roster.sentences[s]
    foreign = modifiers(sentence, start, i) - listed("missions", "modifiers")
    foreign -= listed("coreference", "neutral_modifiers")
    if foreign and not _is_led(sentence, start, i):
        return ()
    missions = [key for key, draft in roster.drafts.items() if draft.kind == "mission"]
    if len(missions) == 1:
        return (missions[0],)
    for noted in _back(roster, s, i, _REACH):
        if len(noted.actors) == 1 and roster.drafts[noted.actors[0]].kind == "mission":
            return noted.actors
    return ()


def _is_led(sentence: Sentence, start: int, i: int) -> bool:
    """Whether the description says who leads or backs the mission ("Kenya-led")."""
    return any(t.lower in listed("missions", "led") for t in sentence.tokens[start:i])


def _group(roster: Roster, s: int, start: int, i: int) -> tuple[str, ...]:
    """The armed group named last, if no other is near."""
    sentence = roster.sentences[s]
    if modifiers(sentence, start, i) - listed("coreference", "group_modifiers"):
        return ()
    near = dict.fromkeys(
        noted.actors
        for noted in _back(roster, s, i, _NEAR)
        if len(noted.actors) == 1
        and roster.drafts[noted.actors[0]].kind == "group"
        and roster.drafts[noted.actors[0]].name[:1].isupper()
    )
    return next(iter(near)) if len(near) == 1 else ()


def _person(roster: Roster, s: int, start: int, i: int) -> tuple[str, ...]:
    """The person last named whose office has that noun ("the minister")."""
    sentence = roster.sentences[s]
    noun = " ".join(t.lower for t in sentence.tokens[start : i + 1])
    fitting = [
        noted
        for noted in _back(roster, s, i, _REACH)
        if len(noted.actors) == 1
        and roster.drafts[noted.actors[0]].kind == "person"
        and _has_title(roster, noted.actors[0], noun)
    ]
    if len({noted.actors for noted in fitting}) > 1:
        fitting = [n for n in fitting if _is_subject(roster, n)]
    return fitting[0].actors if fitting else ()


def _is_subject(roster: Roster, noted: Noted) -> bool:
    alone = joint(roster, noted.sentence, noted.head) == noted.actors
    token = roster.sentences[noted.sentence].tokens[noted.head]
    return alone and token.dep in ("nsubj", "nsubjpass")


def _has_title(roster: Roster, key: str, noun: str) -> bool:
    draft = roster.drafts[key]
    titles = [role.title.casefold() for role in draft.roles.values()]
    last = noun.rsplit(maxsplit=1)[-1]
    if noun == last:
        return any(last in title.split() for title in titles)
    return noun in titles


RULES = {
    "state": _state,
    "organisation": _organisation,
    "mission": _mission,
    "council": _council,
    "group": _group,
    "person": _person,
}
