"""Persons: which candidates are names of persons, and which of them are the same person.

A title in front, a given name, or a function in apposition shows a person; the later mentions by
surname follow from that. Two names are one person when their surnames agree and nothing in the
given names speaks against it (an initial, a short form or one letter's difference does not).
"""

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field

from onrecord.lexicon import table
from onrecord.linking.candidates import Candidate, candidates
from onrecord.linking.personal_evidence import shows_person
from onrecord.linking.personal_names import (
    are_one,
    fold,
    folded,
    is_short_for,
    spelling_of,
    uncapitalised,
)
from onrecord.linking.roster import Roster
from onrecord.linking.terms import listed

_LONGEST_NAME = 6


@dataclass
class Person:
    """One person of the report: the candidates that name him or her."""

    seen: list[Candidate] = field(default_factory=list)
    words: tuple[str, ...] = ()

    def add(self, candidate: Candidate) -> None:
        """Takes one more candidate; `words` are the folded words of the fullest name."""
        self.seen.append(candidate)
        words = folded(candidate.words)
        if len(words) > len(self.words):
            self.words = words

    @property
    def name(self) -> str:
        """The most frequent spelling of the fullest name, without initials and suffixes."""
        counted = Counter(spelling_of(c.words) for c in self.seen)
        full = max(len(spelling) for spelling in counted if not _has_prefix(spelling, counted))
        best = {s: n for s, n in counted.items() if len(s) == full}
        ranked = sorted(best, key=lambda words: -best[words])
        return " ".join(uncapitalised(word) for word in ranked[0])


def _has_prefix(spelling: tuple[str, ...], others: Container[tuple[str, ...]]) -> bool:
    """Whether a name only puts a word before one that begins with a given name ("Republican")."""
    given = listed("names", "given")
    return spelling[0] not in given and any(
        spelling[i] in given and spelling[i:] in others for i in range(1, len(spelling) - 1)
    )


def note_persons(roster: Roster) -> dict[str, Person]:
    """Keeps the persons named in a report; the persons by their key in the roster."""
    found = [c for c in candidates(roster) if len(c.words) <= _LONGEST_NAME]
    persons: list[Person] = []
    later: list[Candidate] = []
    alone = Counter(fold(c.words[0]) for c in found if len(c.words) == 1)
    for candidate in found:
        if shows_person(roster, candidate, alone):
            _place(persons, candidate)
        else:
            later.append(candidate)
    persons = _joined_persons(_with_company(roster, persons, later))
    _place_later(persons, later)
    return dict(_note(roster, person) for person in persons)


def _with_company(roster: Roster, persons: list[Person], later: list[Candidate]) -> list[Person]:
    """Names of two words that are coordinated with a person's name are persons' names too."""
    places = {(c.sentence, i) for p in persons for c in p.seen for i in range(c.start, c.end)}
    for c in [c for c in later if len(folded(c.words)) > 1]:
        sentence = roster.sentences[c.sentence]
        for token in sentence.tokens[c.start : c.end]:
            near = [token.head] if token.dep == "conj" else []
            near += [t.i for t in sentence.dependents(token.i, "conj")]
            if any((c.sentence, i) in places for i in near):
                later.remove(c)
                _place(persons, c)
                break
    return persons


def _place_later(persons: list[Person], later: list[Candidate]) -> None:
    """Gives the names without evidence of their own to the one person who may be meant."""
    known: dict[tuple[str, ...], list[Person]] = {}
    for candidate in later:
        words = folded(candidate.words)
        if words not in known:
            known[words] = [p for p in persons if is_short_for(words, p.words)]
        if len(known[words]) == 1:
            known[words][0].add(candidate)


def _place(persons: list[Person], candidate: Candidate) -> None:
    words = folded(candidate.words)
    fitting = [p for p in persons if are_one(words, p.words)]
    if len(fitting) == 1 or (fitting and len(words) > 1):
        fitting[-1].add(candidate)
    elif fitting:
        _latest(fitting, candidate).add(candidate)
    else:
        person = Person()
        person.add(candidate)
        persons.append(person)


def _latest(persons: list[Person], candidate: Candidate) -> Person:
    """Of several of that surname the one with the same title, else the one named last."""
    titles = {t for title in candidate.titles for t in title.sorts.values()}
    same = [
        p for p in persons if any(titles & set(t.sorts.values()) for c in p.seen for t in c.titles)
    ]
    return (same or persons)[-1]


def _joined_persons(persons: list[Person]) -> list[Person]:
    """A surname that came before the full name joins it, where only one full name fits."""
    out = list(persons)
    for short in [p for p in persons if len(p.words) == 1]:
        full = [p for p in out if p is not short and are_one(short.words, p.words)]
        full = full or [p for p in out if p is not short and _surname_first(short, p)]
        if len(full) == 1:
            for candidate in short.seen:
                full[0].add(candidate)
            out.remove(short)
    return out


def _surname_first(short: Person, full: Person) -> bool:
    """Whether a surname is the first word of a full name that does not begin with a given name."""
    given = listed("names", "given")
    begins = len(full.words) > 1 and full.words[0] == short.words[0]
    return begins and not any(c.words[0] in given for c in full.seen)


def _note(roster: Roster, person: Person) -> tuple[str, Person]:
    key = roster.actor(person.name, "person", table("names")["leaders"].get(person.name))
    for c in sorted(person.seen, key=lambda c: (c.sentence, c.start)):
        roster.claim(c.sentence, c.start, c.end, "name", [key])
    return key, person
