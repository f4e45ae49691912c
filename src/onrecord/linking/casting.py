"""The finished cast of a report: actors numbered as they come, mentions as far as they reach."""

from onrecord.linking.extent import extent
from onrecord.linking.roster import Noted, Roster
from onrecord.linking.terms import listed
from onrecord.model import Actor, Cast, Mention, Place, Ref, Span


def cast(roster: Roster, places: tuple[Place, ...], issuer: str | None) -> Cast:
    """The cast of a roster; actors are numbered in the order of their first mention."""
    noted = sorted(roster.noted.values(), key=lambda n: (n.span.start, -n.span.end, n.head))
    found: dict[str, list[tuple[Noted, Span]]] = {}
    reached = [(mention, _reach(roster, mention)) for mention in noted]
    for mention, span in reached:
        for key in mention.actors:
            found.setdefault(key, []).append((mention, span))
    ids = {key: f"a{number}" for number, key in enumerate(found, start=1)}
    actors = [_actor(roster, key, ids[key], mentions) for key, mentions in found.items()]
    for number, (name, (code, spans)) in enumerate(roster.ships.items(), start=len(ids) + 1):
        where = tuple(spans)
        ship = Actor(id=f"a{number}", name=name, kind="platform", country=code, mentions=where)
        actors.append(ship)
    return Cast(
        actors=tuple(actors),
        places=places,
        mentions=tuple(_mention(roster, mention, span, ids) for mention, span in reached),
        issuer=Ref(name=roster.drafts[issuer].name, actor=ids.get(issuer)) if issuer else None,
    )


def _reach(roster: Roster, noted: Noted) -> Span:
    if noted.form == "pronoun":
        return noted.span
    sentence, start = roster.sentences[noted.sentence], noted.start
    persons = any(roster.drafts[key].kind == "person" for key in noted.actors)
    named = noted.form == "name" and persons
    while named and start and sentence.tokens[start - 1].lower in listed("honorifics", "words"):
        start -= 1  # "Mr Okello"
    return extent(sentence, start, noted.end, owned=not named)


def _actor(roster: Roster, key: str, actor_id: str, found: list[tuple[Noted, Span]]) -> Actor:
    draft = roster.drafts[key]
    phrases = [span for noted, span in found if not _is_possessive(roster, noted)]
    return Actor(
        id=actor_id,
        name=draft.name,
        kind=draft.kind,
        country=draft.country,
        roles=tuple(draft.roles.values()),
        aliases=tuple(alias for alias in draft.aliases if alias != draft.name),
        mentions=tuple(dict.fromkeys(phrases or [span for _, span in found])),
    )


def _is_possessive(roster: Roster, noted: Noted) -> bool:
    """Whether the mention is "its" or the like: the determiner of a phrase, and no phrase."""
    return roster.sentences[noted.sentence].tokens[noted.head].tag == "PRP$"


def _mention(roster: Roster, noted: Noted, span: Span, ids: dict[str, str]) -> Mention:
    return Mention(
        span=span,
        head=roster.sentences[noted.sentence].tokens[noted.head].span,
        form=noted.form,
        actors=tuple(ids[key] for key in noted.actors),
    )
