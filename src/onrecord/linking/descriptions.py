"""Definite descriptions: "the country", "the Caribbean nation", "the bloc", "the mission"."""

from collections.abc import Mapping
from functools import cache

from onrecord.lexicon import table
from onrecord.linking.described import RULES, modifiers
from onrecord.linking.implied import implied
from onrecord.linking.phrases import acts, capitalised, determiner, left_edge, modifies
from onrecord.linking.roster import Noted, Roster
from onrecord.linking.terms import listed

DESCRIBING = ("NN", "NNP", "NNS")  # the tags of nouns that may head a description
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
    if token.tag not in DESCRIBING or (s, i) in roster.noted or modifies(sentence, i):
        return
    start = left_edge(sentence, i)
    if determiner(sentence, start) not in listed("coreference", "pointing"):
        return
    lemma = token.lemma if token.tag != "NNS" else token.lower
    keys = _of(roster, s, i) or _repeated(roster, s, i, start, called)
    keys = keys or (_by_last_word(roster, s, i) if start == i else ())
    fits = lemma not in table("bodies")["implied"] or capitalised(token)
    keys = keys or (implied(roster, lemma) if fits else ()) or _document(roster, s, i)
    titled = ("person",) if capitalised(token) and lemma not in _classes() else ()
    for kind in () if keys else _classes().get(lemma, titled):
        keys = RULES[kind](roster, s, start, i)
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


def _of(roster: Roster, s: int, i: int) -> tuple[str, ...]:
    """What follows "of" in such a phrase as "the Caribbean country of Belize"."""
    sentence = roster.sentences[s]
    if sentence.tokens[i].lemma not in listed("coreference", "of_names"):
        return ()
    for prep in sentence.dependents(i, "prep"):
        if prep.lower == "of" and prep.i == i + 1:
            for inner in sentence.dependents(prep.i, "pobj"):
                noted = roster.at(s, inner.i)
                if noted and len(noted.actors) == 1 and noted.form == "name":
                    return noted.actors
    return ()


def _repeated(roster: Roster, s: int, i: int, start: int, called: Called) -> tuple[str, ...]:
    """What was last called by the same noun: "the Council" after "the Security Council"."""
    sentence = roster.sentences[s]
    word = sentence.tokens[i].lower
    own = modifiers(sentence, start, i)
    fitting = []
    for noted in called.get(word, [])[: -_NAMESAKES - 1 : -1]:
        other = roster.sentences[noted.sentence]
        inside = modifiers(other, noted.start, noted.head)
        if own <= inside:
            fitting.append((len(inside) > len(own), noted.actors))
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
