"""Definite descriptions: "the country", "the Caribbean nation", "the bloc", "the mission"."""

from collections.abc import Mapping
from functools import cache

from onrecord.lexicon import table
from onrecord.linking import states
from onrecord.linking.focus import focus
from onrecord.linking.houses import house_of_holder
from onrecord.linking.implied import implied
from onrecord.linking.joint import joint
from onrecord.linking.phrases import acts, capitalised, determiner, left_edge
from onrecord.linking.roster import Noted, Roster
from onrecord.linking.terms import listed
from onrecord.model import Sentence

DESCRIBING = ("NN", "NNP", "NNS")  # the tags of nouns that may head a description
_REACH = 8
_NEAR = 2
_NAMESAKES = 12

Called = Mapping[str, list[Noted]]


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for kind, words in table("coreference")["descriptions"].items():
        for word in words.split():
            found.setdefault(word, []).append(kind)
    return {word: tuple(kinds) for word, kinds in found.items()}


def note_description(roster: Roster, s: int, i: int, called: Called) -> None:
    """Keeps the definite description headed by token `i`, if there is one and it is clear.

    `called` holds the mentions before it by their head words.
    """
    sentence = roster.sentences[s]
    token = sentence.tokens[i]
    if token.tag not in DESCRIBING or (s, i) in roster.noted:
        return
    if token.dep in ("compound", "nmod") and token.head > i:
        return
    start = left_edge(sentence, i)
    if determiner(sentence, start) not in listed("coreference", "pointing"):
        return
    lemma = token.lemma if token.tag != "NNS" else token.lower
    keys = _of(roster, s, i, start) or _repeated(roster, s, i, start, called)
    keys = keys or (_by_last_word(roster, s, i) if start == i else ())
    fits = lemma not in table("bodies")["implied"] or capitalised(token)
    keys = keys or (implied(roster, lemma) if fits else ()) or _document(roster, s, i)
    titled = ("person",) if capitalised(token) and lemma not in _classes() else ()
    for kind in () if keys else _classes().get(lemma, titled):
        keys = _RULES[kind](roster, s, start, i)
        if keys:
            break
    if keys and not _is_of_another(roster, s, i, keys):
        end = _end_of_name(roster, s, i, keys) or i + 1
        roster.note(s, start, end, "description", keys, i)


def _end_of_name(roster: Roster, s: int, i: int, keys: tuple[str, ...]) -> int | None:
    """Where the name ends that "of" adds to a description ("the Caribbean country of Belize")."""
    for prep in roster.sentences[s].dependents(i, "prep"):
        for inner in roster.sentences[s].dependents(prep.i, "pobj"):
            noted = roster.at(s, inner.i)
            if prep.lower == "of" and noted and noted.form == "name" and noted.actors == keys:
                return noted.end
    return None


def _is_of_another(roster: Roster, s: int, i: int, keys: tuple[str, ...]) -> bool:
    """Whether "of" or "for" behind a title names a party that the person is not known to serve."""
    draft = roster.drafts[keys[0]]
    if draft.kind != "person":
        return False
    sentence = roster.sentences[s]
    preps = [p.i for p in sentence.dependents(i, "prep") if p.lower in ("of", "for")]
    inner = [roster.at(s, t.i) for at in preps for t in sentence.dependents(at, "pobj")]
    named = [roster.drafts[key] for noted in inner if noted for key in noted.actors]
    known = {draft.name, draft.country, *(role.of for role in draft.roles.values())} - {None}
    return bool(named) and not any({other.name, other.country} & known for other in named)


def _of(roster: Roster, s: int, i: int, start: int) -> tuple[str, ...]:
    """What follows "of" in such a phrase as "the Caribbean country of Belize"."""
    sentence = roster.sentences[s]
    if sentence.tokens[i].lemma not in listed("coreference", "of_names"):
        return ()
    del start
    for prep in sentence.dependents(i, "prep"):
        if prep.lower == "of" and prep.i == i + 1:
            for inner in sentence.dependents(prep.i, "pobj"):
                noted = roster.at(s, inner.i)
                if noted and len(noted.actors) == 1 and noted.form == "name":
                    return noted.actors
    return ()


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


def _repeated(roster: Roster, s: int, i: int, start: int, called: Called) -> tuple[str, ...]:
    """What was last called by the same noun: "the Council" after "the Security Council"."""
    sentence = roster.sentences[s]
    word = sentence.tokens[i].lower
    modifiers = _modifiers(sentence, start, i)
    fitting = []
    for noted in called.get(word, [])[: -_NAMESAKES - 1 : -1]:
        other = roster.sentences[noted.sentence]
        inside = _modifiers(other, noted.start, noted.head)
        if modifiers <= inside:
            fitting.append((len(inside) > len(modifiers), noted.actors))
    if capitalised(sentence.tokens[i]):
        fitting.sort(key=lambda row: row[0])  # a short name goes on standing for the same actor
    distinct = {actors for _, actors in fitting}
    everyone = {roster.drafts[key].kind for keys in distinct for key in keys}
    if len(distinct) > 1 and everyone == {"person"}:
        return ()  # two ministers: who is meant, the rule for persons says
    for _, actors in fitting:
        return actors
    return ()


def _by_last_word(roster: Roster, s: int, i: int) -> tuple[str, ...]:
    """The only body whose name ends in that word with a capital ("the Union" after "the EU")."""
    word = roster.sentences[s].tokens[i].text
    fitting = [
        key
        for key, draft in roster.drafts.items()
        if draft.kind == "organisation" and word[:1].isupper() and _ends_in(draft.name, word)
    ]
    return (fitting[0],) if len(fitting) == 1 else ()


def _ends_in(name: str, word: str) -> bool:
    return word in (name.rpartition(" ")[2], name.partition(" of ")[0].rpartition(" ")[2])


def _document(roster: Roster, s: int, i: int) -> tuple[str, ...]:
    """The body whose document does what only the body can do ("the resolution demanded")."""
    sentence = roster.sentences[s]
    name = table("coreference")["documents"].get(sentence.tokens[i].lemma)
    key = f"organisation:{name}".casefold()
    return (key,) if name and key in roster.drafts and acts(sentence, i) else ()


def _modifiers(sentence: Sentence, start: int, head: int) -> frozenset[str]:
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
    if _modifiers(sentence, start, i) - listed("coreference", "neutral_modifiers"):
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
    foreign = _modifiers(sentence, start, i) - listed("missions", "modifiers")
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
    if _modifiers(sentence, start, i) - listed("coreference", "group_modifiers"):
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


_RULES = {
    "state": _state,
    "organisation": _organisation,
    "mission": _mission,
    "council": _council,
    "group": _group,
    "person": _person,
}
