"""Where a person's name may stand: capitalised sequences, the titles before them, what follows.

A candidate is a sequence of capitalised words that no other name has taken, with the particles
and initials of personal names, parted from honorifics, ranks and offices in front of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.linking.phrases import capitalised, joined
from onrecord.linking.roster import Roster
from onrecord.linking.terms import TITLES, Term, listed
from onrecord.model import Sentence, Token

_WORD = re.compile(r"[^\W\d_][\w'’.-]*\Z")
_INITIAL = re.compile(r"(?:[A-Z]\.){1,3}\Z|[A-Z]\Z")
_LETTERS = re.compile(r"[\w'’.-]+")
_LONGEST = 8
_PARTICLES = 3  # "van den", "de la", "de los"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible personal name on tokens `start` to `end`; `titles` precede it, outermost first.

    `phrase` is the first token of the phrase with its titles.
    """

    sentence: int
    phrase: int
    start: int
    end: int
    words: tuple[str, ...]
    titles: tuple[Term, ...]

    @property
    def name(self) -> str:
        """The name as written, with single spaces."""
        return " ".join(self.words)


def candidates(roster: Roster) -> Iterator[Candidate]:
    """All candidates of a report, in text order."""
    for s, sentence in enumerate(roster.sentences):
        tokens = sentence.tokens
        terms, at = roster.terms[s], 0
        for i in _openings(roster, s):
            if i < at:
                continue
            title = terms.get(i)
            if title and _is_title(sentence, title, len(tokens)):
                at = title.end
                continue
            end = at = _sequence(roster, s, tokens, i)
            found = _candidate(roster, s, sentence, i, end) if end > i else None
            if found:
                yield found


def _openings(roster: Roster, s: int) -> list[int]:
    """The tokens at which a title, a name or the particle of a name may begin."""
    capitals = roster.capitals[s]
    particles = [i - 2 for i in capitals if i > 1 and roster.sentences[s].tokens[i - 1].text == "-"]
    return sorted({*capitals, *roster.terms[s], *particles})


def _sequence(roster: Roster, s: int, tokens: tuple[Token, ...], i: int) -> int:
    """The end of the longest sequence of name words that starts at token `i`."""
    if not (_is_name_word(roster, s, tokens, i) or _is_joined_particle(tokens, i)):
        return i
    end = i + 1
    while end < len(tokens) and end - i < 2 * _LONGEST:
        if _title_inside(roster, s, tokens, end):
            break
        if _is_name_word(roster, s, tokens, end):
            end += 1
            continue
        link = _link(roster, s, tokens, end)
        if not link:
            break
        end += link
    return end


def _title_inside(roster: Roster, s: int, tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a title begins here that holds "of" or has a name behind it ("Navy Capt.")."""
    term = roster.terms[s].get(i)
    if term and "office" in term.sorts and any(t.lower == "of" for t in tokens[i : term.end]):
        return True  # "the Federal Minister of Defence"
    return (
        term is not None
        and term.is_of(TITLES)
        and term.end < len(tokens)
        and _is_name_word(roster, s, tokens, term.end)
        and tokens[i].text not in listed("names", "given")
        and tokens[i].text not in listed("honorifics", "inside_names")
    )


def _is_name_word(roster: Roster, s: int, tokens: tuple[Token, ...], i: int) -> bool:
    token = tokens[i]
    if not capitalised(token) or (s, i) in roster.named or not _WORD.match(token.text):
        return False
    if token.text in listed("names", "never"):
        return False
    if token.tag in ("NNP", "NNPS") or token.text in listed("names", "given"):
        return True
    if i == 0 and token.tag[:2] == "NN" and token.text in roster.proper:
        return True  # a surname that opens a sentence: the tagger took it for a common noun
    return token.tag[:2] in ("NN", "JJ", "VB") and token.dep in ("compound", "nmod")


def _is_joined_particle(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "al-" or the like begins here, in lower case and joined to a capitalised word."""
    return (
        tokens[i].lower + "-" in listed("honorifics", "particles_joined")
        and i + 2 < len(tokens)
        and tokens[i + 1].text == "-"
        and capitalised(tokens[i + 2])
        and joined(tokens, i + 1)
    )


def _link(roster: Roster, s: int, tokens: tuple[Token, ...], i: int) -> int:
    """How many tokens join the word at `i - 1` to another name word, 0 where none do."""

    def name_at(j: int) -> bool:
        return j < len(tokens) and (s, j) not in roster.named and capitalised(tokens[j])

    if tokens[i].text in ("-", "’", "'") and joined(tokens, i) and i + 1 < len(tokens):
        after = tokens[i + 1]
        return 2 if joined(tokens, i + 1) and after.text[:1].isalpha() else 0
    if _is_joined_particle(tokens, i):
        return 3
    end = i
    while end < min(i + _PARTICLES, len(tokens)) and _is_particle(tokens[end]):
        end += 1
        if name_at(end):
            return end - i
    return _nickname(tokens, i)


def _is_particle(token: Token) -> bool:
    return token.lower in listed("honorifics", "particles")


def _nickname(tokens: tuple[Token, ...], i: int) -> int:
    if tokens[i].text not in ('"', "“", "``", "'", "‘"):
        return 0
    if i + 3 < len(tokens) and tokens[i + 2].text in ('"', "”", "''", "'", "’"):
        return 3 if capitalised(tokens[i + 3]) and tokens[i + 3].tag == "NNP" else 0
    return 0


def _candidate(
    roster: Roster, s: int, sentence: Sentence, start: int, end: int
) -> Candidate | None:
    first = start
    titles: list[Term] = []
    while first < end:
        term = roster.terms[s].get(first)
        if term is None or not _is_title(sentence, term, end):
            break
        titles.append(term)
        first = term.end
    titles = [*_titles_before(roster, s, start), *titles]
    if first == 0 and end - first > 2 and not titles:  # noqa: PLR2004
        first = _after_common_word(sentence.tokens)
    if not titles:
        first, titles = _behind_portfolio(roster, s, sentence.tokens, first, end)
    end = _without_suffix(sentence.tokens, first, end)
    if first >= end or end - first > 2 * _LONGEST:
        return None
    words = _words(sentence.tokens, first, end)
    phrase = titles[0].start if titles else first
    return Candidate(s, min(phrase, start), first, end, words, tuple(titles))


def _behind_portfolio(
    roster: Roster, s: int, tokens: tuple[Token, ...], first: int, end: int
) -> tuple[int, list[Term]]:
    """Parts a name from the portfolio before it ("Minister for Rural Affairs Ana Ruiz")."""
    if first < 1 or tokens[first - 1].lower not in ("for", "of"):
        return first, []
    title = next(
        (t for j in range(max(first - 4, 0), first) if (t := roster.terms[s].get(j))), None
    )
    if title is None or title.end != first - 1 or not _is_title(roster.sentences[s], title, first):
        return first, []
    given = listed("names", "given")
    for i in range(first + 1, end - 1):
        if tokens[i].text in given:
            return i, [title]
    return first, []


def _after_common_word(tokens: tuple[Token, ...]) -> int:
    """A sentence's first word has its capital anyway: a given name behind it begins the name."""
    given = listed("names", "given")
    return int(tokens[0].text not in given and tokens[1].text in given)


def _is_title(sentence: Sentence, term: Term, end: int) -> bool:
    if not term.is_of(TITLES):
        return False
    alone = term.end == term.start + 1 and sentence.tokens[term.start].text in listed(
        "names", "given"
    )
    return term.end <= end and not alone


def _titles_before(roster: Roster, s: int, start: int) -> list[Term]:
    """The titles that end right before token `start`, outermost first."""
    found: list[Term] = []
    at = start
    for _ in range(3):
        term = next(
            (
                t
                for j in range(max(at - 6, 0), at)
                if (t := roster.terms[s].get(j)) and t.end == at and t.is_of(TITLES)
            ),
            None,
        )
        if term is None:
            break
        found.insert(0, term)
        at = term.start
    return found


def _without_suffix(tokens: tuple[Token, ...], first: int, end: int) -> int:
    while end - first > 1 and tokens[end - 1].text in ("-", "’", "'", '"', "”"):
        end -= 1
    return end


def _words(tokens: tuple[Token, ...], start: int, end: int) -> tuple[str, ...]:
    """The words of the name as they are parted by spaces, nicknames in quotes left out."""
    words: list[str] = []
    skip = False
    for i in range(start, end):
        text = tokens[i].text
        if text in ('"', "“", "”", "``", "''", "‘"):
            skip = not skip
            continue
        if skip:
            continue
        if words and i > start and joined(tokens, i):
            words[-1] += text
        else:
            words.append(text)
    return tuple(_trimmed(word) for word in words)


def _trimmed(word: str) -> str:
    """A word without a footnote or bracket that sticks to it ("Ndiaye.[2")."""
    letters = _LETTERS.match(word)
    kept = letters[0] if letters else word
    return kept if is_initial(kept) or len(kept) == len(word) else kept.rstrip(".-'’")


def is_initial(word: str) -> bool:
    """Whether a word of a name is an initial ("J.", "J.D.")."""
    return bool(_INITIAL.match(word))
