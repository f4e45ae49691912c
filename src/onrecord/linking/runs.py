"""Names by their shape: capitalised sequences that end or begin as names of a known sort do.

"Lake Region Monitoring Mission", "Operation Northern Shield", "Task Force 12", "State Board of
Forests", "Peruvian Navy". What the words say decides; a sequence that says nothing is left.
"""

import re
from collections.abc import Iterator

from onrecord.lexicon import table, words
from onrecord.linking import states
from onrecord.linking.phrases import capitalised, joined, title_case
from onrecord.linking.register import register
from onrecord.linking.roster import Roster
from onrecord.linking.terms import listed
from onrecord.model import ActorKind, Sentence, Span, Token

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\b")
_LONGEST = 12


def note_shaped_names(roster: Roster) -> None:
    """Keeps missions, organisations, groups and units of states that their names give away."""
    for s, sentence in enumerate(roster.sentences):
        if title_case(sentence):
            continue
        for start, end in list(_runs(roster, s, sentence)):
            _note_run(roster, s, sentence, start, end)


def _runs(roster: Roster, s: int, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Maximal capitalised sequences; names other than those of states part them."""
    tokens = sentence.tokens
    end = 0
    for i, token in enumerate(tokens):
        first = token.text[:1]
        may = first.isupper() or first.isdigit() or (s, i) in roster.named
        if i < end or not may or not _starts(roster, s, tokens, i):
            continue
        end = i + 1
        while end < len(tokens) and end - i < _LONGEST and _goes_on(roster, s, tokens, end):
            end += 1
        end = _with_of(roster, s, tokens, i, end)
        while end > i + 1 and not (capitalised(tokens[end - 1]) or tokens[end - 1].tag == "CD"):
            end -= 1
        yield i, end


def _starts(roster: Roster, s: int, tokens: tuple[Token, ...], i: int) -> bool:
    token = tokens[i]
    if i == 0 and token.tag in ("NN", "NNS") and token.lower in listed("organs", "state_nouns"):
        return False
    if _ORDINAL.match(token.text) and i + 1 < len(tokens) and capitalised(tokens[i + 1]):
        return True
    if token.text in listed("names", "never") and token.text not in listed("names", "geographic"):
        return False
    return _in_name(roster, s, tokens, i)


def _in_name(roster: Roster, s: int, tokens: tuple[Token, ...], i: int) -> bool:
    noted = roster.named.get((s, i))
    if noted is not None:
        return all(roster.drafts[a].kind == "state" for a in noted.actors)
    token = tokens[i]
    if not capitalised(token) or not token.text[0].isalpha():
        return False
    return token.tag in ("NNP", "NNPS") or (i > 0 and token.tag[:2] in ("NN", "JJ", "VB"))


def _goes_on(roster: Roster, s: int, tokens: tuple[Token, ...], i: int) -> bool:
    token = tokens[i]
    if token.text == "&" or (joined(tokens, i) and (token.text in "-–" or token.tag == "HYPH")):
        return i + 1 < len(tokens) and capitalised(tokens[i + 1])
    if token.tag == "CD" or _ORDINAL.match(token.text):
        return tokens[i - 1].text in ("Force", "Division", "Squadron") or _ordinal_inside(tokens, i)
    return _in_name(roster, s, tokens, i)


def _ordinal_inside(tokens: tuple[Token, ...], i: int) -> bool:
    return (
        bool(_ORDINAL.match(tokens[i].text)) and i + 1 < len(tokens) and capitalised(tokens[i + 1])
    )


def _with_of(roster: Roster, s: int, tokens: tuple[Token, ...], i: int, end: int) -> int:
    """Runs on over "of" after an opener ("Board of Antiquities and Heritage")."""
    if tokens[end - 1].text not in listed("organs", "organisation_openers"):
        return end
    link = end
    if link >= len(tokens) or tokens[link].lower not in ("of", "for", "on"):
        return end
    link += 1
    if link < len(tokens) and tokens[link].lower == "the":
        link += 1
    if link >= len(tokens) or not _starts(roster, s, tokens, link):
        return end
    stop = link
    while stop < len(tokens) and stop - i < _LONGEST:
        known = tokens[stop - 1].lower in ("of", "the") and (s, stop) in roster.named
        on = tokens[stop].lower == "of" and stop > link and _of_goes_on(tokens, stop)
        if known or on or _in_name(roster, s, tokens, stop):
            stop += 1
        elif (
            tokens[stop].lower in ("and", "&")
            and stop > link
            and stop + 1 < len(tokens)
            and _in_name(roster, s, tokens, stop + 1)
            and (s, stop + 1) not in roster.named
            and (s, stop - 1) not in roster.named
        ):
            stop += 2
        else:
            break
    return stop if stop > link else end


def _of_goes_on(tokens: tuple[Token, ...], i: int) -> bool:
    return i + 1 < len(tokens) and capitalised(tokens[i + 1])


def _note_run(roster: Roster, s: int, sentence: Sentence, start: int, end: int) -> None:
    tokens = sentence.tokens
    inner = start
    while inner < end and (s, inner) in roster.named:
        inner += 1
    flag = table("organs")["ship_prefixes"].get(tokens[start].text)
    if flag and end > start + 1:
        span = Span(tokens[start].span.start, tokens[end - 1].span.end)
        ship = " ".join(span.of(roster.text).split())
        roster.ships.setdefault(ship, (flag, []))[1].append(span)
        _claim(roster, s, start, end, states.states()[flag].name, "state", flag)
        return
    if tokens[start].text in words("missions", "openers"):
        _note_operation(roster, s, sentence, start, end)
        return
    if end - start < 2 or inner >= end or _is_term(roster, s, inner, end):  # noqa: PLR2004
        return
    owner = _owner(roster, s, tokens, start) or _owner_inside(roster, s, tokens, start, end)
    inside = owner is not None and any(
        (s, i) in roster.named or (s, i) in roster.hints for i in range(start, end)
    )
    sort = _sort(tokens, start, end, owner=owner is not None)
    if sort == "unit" and owner:
        state = states.states()[owner]
        _claim(roster, s, start, end, state.name, "state", owner)
    elif sort == "unit":
        roster.units.append((s, start, end))
    elif sort == "mission":
        _note_mission(roster, s, sentence, start, end)
    elif sort in ("organisation", "group"):
        kind: ActorKind = sort  # type: ignore[assignment]
        name = _name(roster, sentence, start, end)
        if owner and not inside and sort == "organisation":
            name = f"{name} of {states.states()[owner].in_phrase}"
        _claim(roster, s, start, end, name, kind, owner)


def _note_mission(roster: Roster, s: int, sentence: Sentence, start: int, end: int) -> None:
    """Keeps a mission, with the body before its name and the state where it works behind it."""
    tokens = sentence.tokens
    before = roster.named.get((s, start - 1))
    if before and before.end == start and tokens[start - 1].text.isupper():
        start = before.start
    after = roster.named.get((s, end + 1))
    if after and after.start == end + 1 and tokens[end].lower in ("in", "to"):
        end = after.end
    name = _name(roster, sentence, start, end)
    _claim(roster, s, start, end, _known_mission(roster, name), "mission", None)


def _known_mission(roster: Roster, name: str) -> str:
    """The mission of that name, or the one that is called so in short or in full."""
    for draft in roster.drafts.values():
        if draft.kind == "mission" and draft.name != name:
            short, full = sorted((draft.name, name), key=len)
            if full.startswith((f"{short} in ", f"{short} to ")):
                return draft.name
    return name


def _is_term(roster: Roster, s: int, inner: int, end: int) -> bool:
    term = roster.terms[s].get(inner)
    return term is not None and term.end == end and "organ" in term.sorts


def _name(roster: Roster, sentence: Sentence, start: int, end: int) -> str:
    first, last = sentence.tokens[start], sentence.tokens[end - 1]
    words_ = " ".join(roster.text[first.span.start : last.span.end].split())
    match = register().match(words_, 0)
    return match[1].name if match and match[0] == len(words_) else words_


def _owner(roster: Roster, s: int, tokens: tuple[Token, ...], start: int) -> str | None:
    """The state that the name begins with or that owns it."""
    for j in (start, start - 1, start - 2):
        if j < 0 or (j == start - 1 and tokens[j].tag == "POS"):
            continue
        if j == start - 2 and tokens[start - 1].tag != "POS":
            continue
        if (s, j) in roster.hints:
            return roster.hints[s, j]
        noted = roster.named.get((s, j))
        if noted and len(noted.actors) == 1:
            return roster.drafts[noted.actors[0]].country
    return None


def _owner_inside(
    roster: Roster, s: int, tokens: tuple[Token, ...], start: int, end: int
) -> str | None:
    """The state named inside the name of a force or government ("Government of Peru")."""
    forces = tokens[end - 1].text in listed("organs", "unit_heads")
    head = _opener(tokens, start, end)
    if tokens[head].text in listed("organs", "organisation_openers"):
        forces = forces or (head + 1 < end and (s, end - 1) in roster.named)
    if not forces and tokens[head].lower not in listed("organs", "state_nouns"):
        return None
    for i in range(start, end):
        noted = roster.named.get((s, i))
        if noted and len(noted.actors) == 1:
            return roster.drafts[noted.actors[0]].country
    return None


def _opener(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """The word before "of" in a name, else its first ("Federal Government of Somalia")."""
    return next((i - 1 for i in range(start + 1, end) if tokens[i].lower == "of"), start)


def _sort(tokens: tuple[Token, ...], start: int, end: int, *, owner: bool) -> str | None:
    """What the last word of a capitalised sequence says that it is the name of."""
    last, before = tokens[end - 1].text, tokens[end - 2].text
    ordinal = any(_ORDINAL.match(t.text) for t in tokens[start:end])
    if owner and tokens[_opener(tokens, start, end)].lower in listed("organs", "state_nouns"):
        return "unit"
    if any(t.lower in ("of", "for", "on") for t in tokens[start:end]):
        return "organisation"
    if last in listed("organs", "unit_heads") and (owner or ordinal):
        return "unit" if ordinal or _is_force(last, before) else "organisation"
    if last in words("missions", "heads") and before not in listed("missions", "no_mission_before"):
        return "mission" if end - start > 2 else None  # noqa: PLR2004
    return _by_ending(last, before)


def _by_ending(last: str, before: str) -> str | None:
    if before == "Force" and last.isdigit():
        return "mission"
    if last in listed("organs", "organisation_heads"):
        return "organisation"
    return "group" if last in listed("organs", "group_heads") else None


def _is_force(last: str, before: str) -> bool:
    return not (last in ("Group", "Company") and before != "Expeditionary")


def _note_operation(roster: Roster, s: int, sentence: Sentence, start: int, end: int) -> None:
    if end - start < 2 or tokens_are_named(roster, s, start, end):  # noqa: PLR2004
        return
    name = _name(roster, sentence, start, end)
    if sentence.tokens[start].text == words("missions", "openers")[0]:
        _claim(roster, s, start, end, name, "mission", None)


def tokens_are_named(roster: Roster, s: int, start: int, end: int) -> bool:
    """Whether all tokens belong to names already."""
    return all((s, i) in roster.named for i in range(start, end))


def _claim(
    roster: Roster, s: int, start: int, end: int, name: str, kind: ActorKind, country: str | None
) -> None:
    key = roster.actor(name, kind, country)
    roster.claim(s, start, end, "name", [key])
