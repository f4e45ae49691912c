"""Parties without a name: "gangs", "protesters", "a Peruvian diplomat", "two officials"."""

from onrecord.linking import states
from onrecord.linking.implied import implied
from onrecord.linking.phrases import acts, determiner, left_edge, located_in, modifies
from onrecord.linking.register import register
from onrecord.linking.roster import Roster
from onrecord.linking.several import counted
from onrecord.linking.terms import Term, listed
from onrecord.model import Sentence, Token

_PLURAL = ("NNS", "NNPS")


def note_unnamed_parties(roster: Roster) -> None:
    """Keeps groups and single persons that act and have no name of their own."""
    terms = [
        (s, term)
        for s in range(len(roster.sentences))
        for term in roster.terms[s].values()
        if (s, term.head) not in roster.noted and not modifies(roster.sentences[s], term.head)
    ]
    acting = {
        _group_name(term)
        for s, term in terms
        if "generic" in term.sorts and _acts(roster.sentences[s], term.head)
    }
    nations, calling = _nations(roster, terms), _called(roster)
    for s, term in terms:
        tag = roster.sentences[s].tokens[term.head].tag
        if "anonymous" in term.sorts and tag in ("NN", "NNP"):
            _note_person(roster, s, term)
        elif "anonymous group" in term.sorts and tag in _PLURAL:
            _note_officials(roster, s, term)
        elif _is_its_own(roster, s, term):
            continue  # "its doctors": whose they are is told by the pronoun
        elif _note_again(roster, s, term, calling):
            continue  # "the rebels" after "the ELN rebels"
        elif counted(roster.sentences[s], term.head):
            continue  # "these three partners": who they are is told before
        elif "generic" in term.sorts and _group_name(term) in acting:
            _note_group(roster, s, term, nations.get(_group_name(term), _group_name(term)))
    _note_members(roster, acting)


def _called(roster: Roster) -> dict[str, dict[tuple[str, ...], int]]:
    """Nouns that the report puts behind the names of groups -> those groups, where first."""
    found: dict[str, dict[tuple[str, ...], int]] = {}
    for (s, i), noted in roster.noted.items():
        if len(noted.actors) == 1 and noted.start < i and noted.form == "description":
            draft = roster.drafts[noted.actors[0]]
            if draft.kind == "group" and draft.name[:1].isupper():
                word = roster.sentences[s].tokens[i].lower
                first = found.setdefault(word, {})
                first[noted.actors] = min(s, first.get(noted.actors, s))
    return found


def _note_again(
    roster: Roster, s: int, term: Term, calling: dict[str, dict[tuple[str, ...], int]]
) -> bool:
    """Keeps "the rebels" as the only group that the report has called rebels by name before."""
    sentence = roster.sentences[s]
    start = left_edge(sentence, term.head)
    groups = calling.get(sentence.tokens[term.head].lower, {})
    if len(groups) != 1 or start < term.head or determiner(sentence, start) != "the":
        return False
    ((actors, first),) = groups.items()
    if first < s:
        roster.note(s, start, term.end, "description", actors, term.head)
    return first < s


def _is_its_own(roster: Roster, s: int, term: Term) -> bool:
    """Whether a noun that may stand for a state has a possessive pronoun before it."""
    sentence = roster.sentences[s]
    start = left_edge(sentence, term.head)
    owned = start > 0 and sentence.tokens[start - 1].tag == "PRP$"
    return owned and "state noun" in term.sorts


def _nations(roster: Roster, terms: list[tuple[int, Term]]) -> dict[str, str]:
    """Nouns for groups that the report says to be of one people: noun -> with the adjective."""
    found: dict[str, set[str]] = {}
    for s, term in terms:
        if "generic" in term.sorts:
            nation = _nation(roster, s, left_edge(roster.sentences[s], term.head), term.start)
            if nation is not None:
                tokens = roster.sentences[s].tokens
                words = roster.text[tokens[nation].span.start : tokens[term.end - 1].span.end]
                found.setdefault(_group_name(term), set()).add(" ".join(words.split()))
    return {noun: next(iter(names)) for noun, names in found.items() if len(names) == 1}


def _group_name(term: Term) -> str:
    return term.sorts["generic"]


def _acts(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if acts(sentence, i):
        return True
    if token.dep in ("dobj", "dative"):
        return sentence.tokens[token.head].lemma in listed("coreference", "addressing_verbs")
    if token.dep == "pobj":
        return _is_party(sentence, sentence.tokens[token.head])
    if token.dep == "poss":
        return sentence.tokens[token.head].lemma in listed("coreference", "government_nouns")
    return token.dep == "nsubjpass"


def _is_party(sentence: Sentence, prep: Token) -> bool:
    """Whether what follows a preposition is dealt with, spoken to or the doer of a deed."""
    governor = sentence.tokens[prep.head]
    if prep.lower in ("to", "on"):
        return governor.lemma in listed("coreference", "addressing_verbs")
    if prep.lower == "of":
        return governor.lemma in listed("classes", "attackact")
    return prep.lower in listed("coreference", "party_prepositions")


def _note_group(roster: Roster, s: int, term: Term, name: str) -> None:
    head = term.head
    sentence = roster.sentences[s]
    start = min(left_edge(sentence, head), term.start)
    nation = _nation(roster, s, start, term.start)
    if nation is not None:
        first, last = sentence.tokens[nation].span.start, sentence.tokens[term.end - 1].span.end
        name = " ".join(roster.text[first:last].split())
    owner = roster.named.get((s, start)) if name in listed("groups", "with_owner") else None
    if owner and owner.end <= term.start:
        name = f"{owner.span.of(roster.text)} {name}"
    if name in listed("groups", "with_modifiers"):
        led = any(t.lower in listed("missions", "led") for t in sentence.tokens[start:head])
        if start == term.start or led or implied(roster, name) or roster.named.get((s, start)):
            return
        name = " ".join(t.lower for t in sentence.tokens[start : term.end])
    key = roster.actor(name, "group")
    roster.note(s, start, term.end, "description", [key], head)


def _nation(roster: Roster, s: int, start: int, end: int) -> int | None:
    """The adjective of a people before a noun for a group ("Somali pirates", "Hutu rebels")."""
    tokens = roster.sentences[s].tokens
    for i in range(start, end):
        match = register().match(roster.plain, tokens[i].span.start)
        if match and match[1].sort in ("demonym", "people", "people group"):
            return i
    return None


def _note_members(roster: Roster, acting: set[str]) -> None:
    """Keeps their leaders as the groups for which they act ("gang leaders")."""
    for s, sentence in enumerate(roster.sentences):
        for token in sentence.tokens[:-1]:
            plural = f"{token.lemma}s"
            if plural in acting and token.dep == "compound" and token.head == token.i + 1:
                head = sentence.tokens[token.head]
                if head.lower in listed("groups", "members"):
                    key = roster.actor(plural, "group")
                    roster.note(s, token.i, head.i + 1, "description", [key], head.i)


def _note_person(roster: Roster, s: int, term: Term) -> None:
    sentence = roster.sentences[s]
    head = term.head
    start = min(left_edge(sentence, head), term.start)
    before = determiner(sentence, start)
    if before not in ("a", "an", "another") or not _speaks(sentence, head):
        return
    _note_by_words(roster, s, start, head, "person")


def _note_officials(roster: Roster, s: int, term: Term) -> None:
    sentence = roster.sentences[s]
    head = term.head
    start = min(left_edge(sentence, head), term.start)
    marked = determiner(sentence, start)
    unknown = marked is None or marked in listed("coreference", "indefinite")
    if unknown and acts(sentence, head):
        first = roster.named.get((s, sentence.tokens[start].head))
        if sentence.tokens[start].dep == "conj" and first and first.start < start:
            start = first.start  # "Thai and Lao officials" are of both
        _note_by_words(roster, s, start, head, "group")


def _note_by_words(roster: Roster, s: int, start: int, head: int, kind: str) -> None:
    tokens = roster.sentences[s].tokens
    first, last = tokens[start].span.start, tokens[head].span.end
    words = " ".join(roster.text[first:last].split())
    owner = _government(roster, s, head) if kind == "group" else None
    named = (roster.named.get((s, i)) for i in range(start, head))
    codes = [roster.drafts[n.actors[0]].country for n in named if n and len(n.actors) == 1]
    country = codes[-1] if len(set(codes)) == 1 else None
    owner = None if codes else owner
    if not codes and start == 0:
        words = words[:1].lower() + words[1:] if words[1:2].islower() else words
    if country is None and owner:
        country, words = owner, f"{words} of {states.states()[owner].in_phrase}"
    key = roster.actor(words, kind, country)  # type: ignore[arg-type]
    roster.note(s, start, head + 1, "description", [key], head)


def _government(roster: Roster, s: int, head: int) -> str | None:
    """The state of "ministers", "officials in Lima": where they are, or what it is about."""
    noun = roster.sentences[s].tokens[head].lower
    code = located_in(roster, s, head)
    if code is None and noun in listed("titles", "of_government"):
        code = roster.home if roster.official else roster.only_state
    return code


def _speaks(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if acts(sentence, i):
        return True
    return token.dep == "pobj" and sentence.tokens[token.head].lower in ("to", "by", "with")
