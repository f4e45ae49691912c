"""Names that the lexicon knows, found in the text and taken for what they stand for."""

from collections.abc import Iterator
from functools import cache, lru_cache

from onrecord.linking import states
from onrecord.linking.gazetteer import Entry
from onrecord.linking.phrases import acts, capitalised, determiner, joined, left_edge
from onrecord.linking.register import register
from onrecord.linking.roster import Roster
from onrecord.linking.terms import listed
from onrecord.model import Sentence, Token

_FIRST_WORDS = ("al", "al-", "the")


def note_known_names(roster: Roster) -> None:
    """Keeps every name of the lexicon, where it stands for an actor in its place."""
    openers = _openers()
    for s, sentence in enumerate(roster.sentences):
        end = 0
        for token in sentence.tokens:
            if token.i < end:
                continue
            low = token.lower
            opens = low in openers or ("-" in low and low.partition("-")[0] in openers)
            if opens or token.text[:1].isupper():
                end = _note_at(roster, s, sentence, token.i)


@cache
def _openers() -> frozenset[str]:
    """First words of names that begin in lower case."""
    return frozenset(
        row[0].split()[0].split("-")[0].casefold()
        for rows in register().names.values()
        for row in rows
        if row[0][:1].islower() or row[2].kind == "mission"
    )


def _note_at(roster: Roster, s: int, sentence: Sentence, i: int) -> int:
    tokens = sentence.tokens
    token = tokens[i]
    if (s, i) in roster.named:
        return roster.named[s, i].end
    match = register().match(roster.plain, token.span.start)
    organ = roster.terms[s].get(i)
    if organ and "organ" in organ.sorts and organ.end > i + 1:
        inner = tokens[organ.end - 1].span.end
        if match is None or match[0] <= inner:
            return organ.end
    if match is None:
        return i + 1
    end = _end_token(tokens, i, match[0])
    if end is None or not _stands(roster, s, sentence, i, end, match[1]):
        return i + 1
    _note(roster, s, sentence, i, end, match[1])
    return end


def _end_token(tokens: tuple[Token, ...], i: int, end: int) -> int | None:
    for j in range(i, len(tokens)):
        if tokens[j].span.end >= end:
            inside = tokens[j].text[: end - tokens[j].span.start]
            whole = tokens[j].span.end == end or tokens[j].text[len(inside)] in ".[("
            return j + 1 if whole and end > tokens[j].span.start else None
    return None


def _stands(roster: Roster, s: int, sentence: Sentence, i: int, end: int, entry: Entry) -> bool:
    """Whether the words are the name and not a part of a longer one."""
    tokens = sentence.tokens
    if entry.sort in ("state", "territory", "seat", "armed") and end == i + 1:
        return not _part_of_person(tokens, i)
    if entry.sort in ("body", "organ", "force", "mission") and i > 0:
        before = tokens[i - 1]
        longer = (
            before.tag in ("NNP", "NNPS")
            and capitalised(before)
            and before.dep in ("compound", "nmod", "amod")
            and i <= before.head < end
        )
        return not longer or (s, i - 1) in roster.named or (i - 1) in roster.terms[s]
    return True


def _part_of_person(tokens: tuple[Token, ...], i: int) -> bool:
    """A state's name that is a given name or surname here ("Chad Wolf", "Michael Jordan")."""
    given = listed("names", "given")
    if i > 0 and tokens[i - 1].text in given and tokens[i - 1].text != tokens[i].text:
        return tokens[i - 1].tag == "NNP" and not _is_state_word(tokens[i - 1])
    if i + 1 < len(tokens) and tokens[i].text in given:
        after = tokens[i + 1]
        return after.tag == "NNP" and capitalised(after) and tokens[i].dep == "compound"
    return False


def _is_state_word(token: Token) -> bool:
    return token.text in states.by_name()


def _note(roster: Roster, s: int, sentence: Sentence, i: int, end: int, entry: Entry) -> None:
    if entry.sort in ("seat", "region"):
        _note_seat(roster, s, sentence, i, end, entry)
    elif entry.sort in ("people", "people group") and _is_crowd(sentence, i, end, entry):
        note_people(roster, s, i, end)
    elif entry.sort in ("demonym", "people"):
        roster.note(s, i, end, "demonym", [_key(roster, entry)])
    elif entry.sort != "people group":
        _note_named(roster, s, sentence, i, end, entry)


def _is_crowd(sentence: Sentence, i: int, end: int, entry: Entry) -> bool:
    """Whether a people's name means some of the people, not their state ("armed Albanians")."""
    last = sentence.tokens[end - 1]
    taken_for_one = entry.sort == "people group" and last.tag == "NNP" and last.text.endswith("s")
    if last.tag not in ("NNS", "NNPS") and not taken_for_one:
        return False
    start = left_edge(sentence, end - 1)
    some = determiner(sentence, start) in (None, "some") and acts(sentence, end - 1)
    return some or (start < i and entry.sort == "people")


def note_people(roster: Roster, s: int, i: int, end: int) -> None:
    """Keeps some of a people as a group called by its words, without how many they are."""
    start = min(left_edge(roster.sentences[s], end - 1), i)
    tokens = roster.sentences[s].tokens
    words = " ".join(roster.text[tokens[start].span.start : tokens[end - 1].span.end].split())
    if start == 0 and start < i and (s, 0) not in roster.named:
        words = words[:1].lower() + words[1:]
    roster.note(s, start, end, "name", [roster.actor(words, "group")])


def _key(roster: Roster, entry: Entry) -> str:
    return roster.actor(entry.name, entry.kind, entry.country)


def _note_seat(roster: Roster, s: int, sentence: Sentence, i: int, end: int, entry: Entry) -> None:
    """A capital or palace is its government where it acts or is dealt with, else a place."""
    assert entry.country is not None  # noqa: S101
    for j in range(i, end):
        roster.hints[s, j] = entry.country
    if entry.sort == "seat" and _is_government(sentence, i, end):
        roster.note(s, i, end, "name", [_key(roster, entry)])


def _is_government(sentence: Sentence, i: int, end: int) -> bool:
    tokens = sentence.tokens
    token = tokens[end - 1]
    if i == 0 and end + 1 < len(tokens) and tokens[end].text == ":":
        return True  # it has the word: "Kremlin: 'We are ready'"
    if token.dep == "conj" and not joined(tokens, i) and tokens[token.head].pos == "PROPN":
        token = tokens[token.head]
    verb = tokens[token.head]
    if token.dep == "nsubj":
        return verb.pos == "VERB" and verb.lemma not in listed("coreference", "place_verbs")
    if token.dep in ("dobj", "dative") and verb.pos == "VERB":
        return verb.lemma in listed("coreference", "addressing_verbs")
    governor = tokens[verb.head]
    called_on = verb.lower in ("on", "upon") and governor.pos == "VERB"
    if token.dep == "pobj" and (verb.lower == "to" or called_on):
        return governor.lemma in listed("coreference", "addressing_verbs")
    if token.dep == "pobj":
        return verb.lower in listed("coreference", "party_prepositions")
    return token.dep == "poss" and verb.lemma in listed("coreference", "government_nouns")


def _note_named(roster: Roster, s: int, sentence: Sentence, i: int, end: int, entry: Entry) -> None:
    owner = _owner_code(roster, s, sentence, i)
    start = i
    if owner and roster.text[sentence.tokens[i].span.start : sentence.tokens[end - 1].span.end] in (
        listed("bodies", "national_societies")
    ):
        _note_society(roster, s, i, end, owner)
        return
    if entry.sort in ("organ", "force") and owner and owner != entry.country:
        words = " ".join(t.text for t in sentence.tokens[i:end])
        state = states.states()[owner]
        if entry.sort == "force":
            entry = Entry(state.name, "state", "force", owner)
        else:
            entry = Entry(f"{words} of {state.in_phrase}", "organisation", "organ", owner)
    elif owner and owner == entry.country and entry.sort in ("organ", "force"):
        start = _with_modifier(sentence, i)
    roster.note(s, start, end, "name", [_key(roster, entry)])
    if entry.country and end > i + 1:
        _note_people_in(roster, s, sentence, i, entry.country)
    country = entry.country or _host(entry)
    if country:
        roster.hints[s, end - 1] = country


def _note_people_in(roster: Roster, s: int, sentence: Sentence, i: int, code: str) -> None:
    """Keeps the demonym with which the name of a force or organ of that state begins."""
    match = register().match(sentence.tokens[i].text, 0)
    if match and match[1].sort == "demonym" and match[1].country == code:
        roster.note(s, i, i + 1, "demonym", [_key(roster, match[1])], i)


def _note_society(roster: Roster, s: int, i: int, end: int, code: str) -> None:
    """Keeps the society of a state, of which each has its own ("the Peruvian Red Cross")."""
    tokens = roster.sentences[s].tokens
    start = roster.named[s, i - 1].start if tokens[i - 1].tag != "POS" else i
    words = " ".join(roster.text[tokens[start].span.start : tokens[end - 1].span.end].split())
    name = words if start < i else f"{words} of {states.states()[code].in_phrase}"
    roster.claim(s, start, end, "name", [roster.actor(name, "organisation", code)])


@lru_cache(maxsize=1000)
def _host(entry: Entry) -> str | None:
    """The state in the name of a mission ("Verification Mission in Colombia")."""
    words = entry.name.split()
    for i, word in enumerate(words[:-1]):
        if entry.kind == "mission" and word in ("in", "to"):
            rest = " ".join(words[i + 1 :]).removeprefix("the ")
            match = register().match(rest, 0)
            if match and match[1].sort == "state":
                return match[1].country
    return None


def _with_modifier(sentence: Sentence, i: int) -> int:
    return i if sentence.tokens[i - 1].tag == "POS" else i - 1


def _owner_code(roster: Roster, s: int, sentence: Sentence, i: int) -> str | None:
    """The state whose demonym, name or possessive stands right before token `i`."""
    j = i - 1
    if j > 0 and sentence.tokens[j].tag == "POS":
        j -= 1
    noted = roster.named.get((s, j))
    if noted is None or len(noted.actors) != 1 or noted.end != j + 1:
        return None
    draft = roster.drafts[noted.actors[0]]
    return draft.country if draft.kind == "state" else None


def mentions_of_state(roster: Roster, s: int) -> Iterator[tuple[int, str]]:
    """(head token, state code) of the states named in a sentence, hints included."""
    for i in range(len(roster.sentences[s].tokens)):
        if (s, i) in roster.hints:
            yield i, roster.hints[s, i]
            continue
        noted = roster.noted.get((s, i))
        if noted and len(noted.actors) == 1:
            draft = roster.drafts.get(noted.actors[0])
            if draft and draft.country:
                yield i, draft.country
