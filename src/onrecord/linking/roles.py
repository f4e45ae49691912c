"""Offices and functions: of named persons, and of persons whom only their office names."""

from dataclasses import replace

from onrecord.lexicon import table
from onrecord.linking import states
from onrecord.linking.candidates import Candidate
from onrecord.linking.personal_evidence import is_person_noun, is_unknown_title, office_before
from onrecord.linking.persons import Person
from onrecord.linking.phrases import determiner, left_edge, owners
from onrecord.linking.roster import Roster
from onrecord.linking.terms import ROLES, Term, listed
from onrecord.model import Role, Sentence, Span

_UNKNOWN = "XXXX"
_COMMA = 2


def note_roles(roster: Roster, persons: dict[str, Person]) -> None:
    """Gives persons the titles that stand before or after their names, and their countries."""
    for key, person in persons.items():
        roster.drafts[key].gender = _by_given_name(person.name)
        for candidate in person.seen:
            _before(roster, key, candidate)
            _after(roster, key, candidate)


def _by_given_name(name: str) -> str | None:
    """The gender that a common given name shows, for a name of two words or more."""
    given, _, rest = name.partition(" ")
    if not rest or given not in listed("names", "given") or given in listed("names", "neutral"):
        return None
    return "f" if given in listed("names", "female") else "m"


def _before(roster: Roster, key: str, c: Candidate) -> None:
    sentence = roster.sentences[c.sentence]
    if c.start and not c.titles and is_person_noun(sentence.tokens[c.start - 1]):
        _describe_noun(roster, key, c.sentence, c.start - 1)
    for title in c.titles:
        draft = roster.drafts[key]
        draft.gender = gender_of(title) or draft.gender
        if title.is_of(ROLES):
            head = title.head
            start = left_edge(sentence, head)
            _give(roster, key, c.sentence, title, min(start, title.start), c.end)
            if (c.sentence, head) not in roster.named:
                roster.note(c.sentence, min(start, c.phrase), c.end, "description", [key], head)
            _note_top(roster, key, c, title)


def _note_top(roster: Roster, key: str, c: Candidate, title: Term) -> None:
    """A title that the parse takes for the head of the phrase stands for the person too."""
    for i in range(title.start, title.end):
        top = roster.sentences[c.sentence].tokens[i]
        if not title.start <= top.head < c.end and top.pos in ("NOUN", "PROPN"):
            roster.note(c.sentence, title.start, c.end, "description", [key], i)


def _after(roster: Roster, key: str, c: Candidate) -> None:
    """Titles set off by commas, after a name or before it."""
    _in_apposition(roster, key, c)
    if not _set_off_behind(roster, key, c):
        _set_off_before(roster, key, c)


def _set_off_behind(roster: Roster, key: str, c: Candidate) -> bool:
    sentence = roster.sentences[c.sentence]
    tokens = sentence.tokens
    if c.end >= len(tokens) or tokens[c.end].text != ",":
        return False
    for j in range(c.end + 1, min(c.end + 8, len(tokens))):
        term = roster.terms[c.sentence].get(j)
        if term and term.is_of(ROLES):
            if _is_apposition(sentence, c, term):
                _describe(roster, key, c.sentence, term)
            return True
        if tokens[j].text == "," or tokens[j].pos == "VERB":
            return False
    return False


def _set_off_before(roster: Roster, key: str, c: Candidate) -> None:
    tokens = roster.sentences[c.sentence].tokens
    if c.phrase < _COMMA or tokens[c.phrase - 1].text != ",":
        return
    term = office_before(roster, c)
    if term:
        _describe(roster, key, c.sentence, term)
    elif not c.titles:
        _describe_noun(roster, key, c.sentence, c.start - 2)


def _in_apposition(roster: Roster, key: str, c: Candidate) -> None:
    """A noun phrase to which the name is in apposition, or the other way round."""
    sentence = roster.sentences[c.sentence]
    for i in range(c.phrase, c.end):
        token = sentence.tokens[i]
        if token.dep == "appos" and not c.phrase <= token.head < c.end:
            _describe_noun(roster, key, c.sentence, token.head)
        for other in sentence.dependents(i, "appos"):
            if other.i >= c.end:
                _describe_noun(roster, key, c.sentence, other.i)


def _describe_noun(roster: Roster, key: str, s: int, i: int) -> None:
    sentence = roster.sentences[s]
    known = roster.at(s, i)
    if sentence.tokens[i].tag not in ("NN", "NNP") or (known and known.actors != (key,)):
        return
    for j in range(max(0, i - 5), i + 1):
        term = roster.terms[s].get(j)
        if term and term.head == i and term.is_of(ROLES):
            _describe(roster, key, s, term)
            return
    if is_unknown_title(sentence, i):
        word = sentence.tokens[i]
        _keep(roster.drafts[key].roles, Role(title=word.text, span=word.span))
        roster.note(s, i, i + 1, "description", [key], i)
    elif is_person_noun(sentence.tokens[i]):
        start = left_edge(sentence, i)
        draft = roster.drafts[key]
        draft.country = draft.country or owner_of(roster, s, start, i)[1]
        roster.note(s, start, i + 1, "description", [key], i)


def _is_apposition(sentence: Sentence, c: Candidate, term: Term) -> bool:
    head = sentence.tokens[term.head]
    if head.dep == "appos":
        return c.start <= head.head < c.end
    return head.dep in ("conj", "nsubj", "attr", "npadvmod") and head.head < c.end


def _describe(roster: Roster, key: str, s: int, term: Term) -> None:
    start = min(left_edge(roster.sentences[s], term.head), term.start)
    _give(roster, key, s, term, start)
    roster.note(s, start, term.end, "description", [key], term.head)


def _give(
    roster: Roster, key: str, s: int, term: Term, start: int, behind: int | None = None
) -> None:
    tokens = roster.sentences[s].tokens
    title = next(term.sorts[sort] for sort in ROLES if sort in term.sorts)
    title = table("titles")["written_out"].get(title, title)
    draft = roster.drafts[key]
    of, country = owner_of(roster, s, start, term.head)
    if of is None:
        of, country = _owner_behind(roster, s, behind)
    draft.country = draft.country or country
    draft.gender = draft.gender or gender_of(term)
    past = any(t.lower in listed("titles", "past") for t in tokens[max(0, start - 1) : term.start])
    span = Span(tokens[start].span.start, tokens[term.end - 1].span.end)
    role = Role(title=title, of=of, until=_UNKNOWN if past else None, span=span)
    _keep(draft.roles, role)


def _owner_behind(roster: Roster, s: int, at: int | None) -> tuple[str | None, str | None]:
    """The state after "of" behind a name ("King Letsie III of Lesotho")."""
    tokens = roster.sentences[s].tokens
    if at is None or at + 2 > len(tokens) or tokens[at].lower != "of":
        return None, None
    after = at + 2 if tokens[at + 1].lower == "the" else at + 1
    noted = roster.named.get((s, after))
    draft = roster.drafts[noted.actors[0]] if noted and len(noted.actors) == 1 else None
    return (draft.name, draft.country) if draft and draft.kind == "state" else (None, None)


def _keep(roles: dict[tuple[str, str | None], Role], role: Role) -> None:
    """One role for each title: the one that says more takes the place of the bare one."""
    if role.of is None and any(_says_no_more(role.title, title) for title, _ in roles):
        return
    span = role.span
    for title, of in list(roles):
        if of is None and _says_no_more(title, role.title):
            span = roles.pop((title, of)).span
    roles.setdefault((role.title, role.of), replace(role, span=span))


def _says_no_more(bare: str, full: str) -> bool:
    """Whether a title is the other, or a function that the other names with more words."""
    return bare == full or (bare.islower() and bare in full.casefold().split())


def owner_of(roster: Roster, s: int, start: int, head: int) -> tuple[str | None, str | None]:
    """Of what the office headed by `head` is, and its country where a state is in it."""
    for noted in owners(roster, s, start, head):
        if len(noted.actors) == 1:
            draft = roster.drafts[noted.actors[0]]
            if draft.kind != "person":
                return draft.name, draft.country
    return None, None


def gender_of(term: Term) -> str | None:
    """The gender that a title shows ("chairwoman", "king")."""
    for gender in ("f", "m"):
        if any(w in listed("coreference", f"titles_{gender}") for w in term.sorts.values()):
            return gender
    return None


def note_office_holders(roster: Roster) -> None:
    """Keeps offices that stand alone: "the Dutch prime minister", "Thailand's foreign minister".

    It is the person of that office if the report names one, else an actor of its own,
    "Prime Minister of the Netherlands".
    """
    for s, sentence in enumerate(roster.sentences):
        for term in roster.terms[s].values():
            head = term.head
            if (s, head) in roster.noted or not _can_stand_alone(term):
                continue
            token = sentence.tokens[head]
            if token.tag[:2] == "NN" and token.dep not in ("compound", "nmod"):
                _note_holder(roster, s, term)


def _can_stand_alone(term: Term) -> bool:
    function = term.sorts.get("function")
    return "office" in term.sorts or function in listed("titles", "owned_functions")


def _note_holder(roster: Roster, s: int, term: Term) -> None:
    sentence = roster.sentences[s]
    head = term.head
    start = min(left_edge(sentence, head), term.start)
    if any(t.lower in listed("titles", "past") for t in sentence.tokens[start : term.start]):
        return
    if determiner(sentence, start) in ("a", "an") or sentence.tokens[head].dep in _PREDICATES:
        return
    title = term.sorts.get("office") or term.sorts["function"]
    of, country = owner_of(roster, s, start, head)
    if of is None and ("office" not in term.sorts or _is_owned(sentence, start)):
        return
    of = of or _usual_owner(roster, title)
    if of is None and determiner(sentence, start) == "the" and _is_home_office(roster, title):
        of, country = states.states()[str(roster.home)].name, roster.home
    key = holder(roster, title, of)
    if key is None:
        if of is None:
            return
        key = roster.actor(f"{title} of {states.of_phrase(of)}", "person", country)
        roster.drafts[key].roles.setdefault((title, of), Role(title=title, of=of))
        roster.drafts[key].gender = gender_of(term)
    roster.note(s, start, term.end, "description", [key], head)


def _is_home_office(roster: Roster, title: str) -> bool:
    """Whether an office without owner or holder is that of the state whose statement this is."""
    held = any(role_title == title for d in roster.drafts.values() for role_title, _ in d.roles)
    absent = table("titles")["not_in"].get(title, "").split()
    return roster.official and not held and roster.home is not None and roster.home not in absent


def _is_owned(sentence: Sentence, start: int) -> bool:
    """Whether a possessor stands before the phrase ("their", "Chile's")."""
    return start > 0 and sentence.tokens[start - 1].tag in ("PRP$", "POS")


_PREDICATES = ("attr", "oprd", "acomp")


def _usual_owner(roster: Roster, title: str) -> str | None:
    """The body whose office it is where no owner is named, if the report names no other such."""
    of, *others = table("titles")["usual_owners"].get(title, [None])
    rivals = {draft.name for draft in roster.drafts.values()} & set(others)
    return None if rivals else of


def holder(roster: Roster, title: str, of: str | None) -> str | None:
    """The only person of the report with that title, of that owner or of none that is told."""
    held = [
        (key, role)
        for key, draft in roster.drafts.items()
        for role in draft.roles.values()
        if draft.kind == "person" and role.title == title and role.until is None
    ]
    exact = [key for key, role in held if of is None or role.of == of]
    open_ = [key for key, role in held if role.of is None]
    found = list(dict.fromkeys(exact)) or list(dict.fromkeys(open_))
    return found[0] if len(found) == 1 else None
