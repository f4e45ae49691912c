"""What kind of thing an argument is: the classes that frames put conditions on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from onrecord.events.heads import content_head, counted_by
from onrecord.lexicon import table
from onrecord.model import Cast, Mention, Place, Quantity, Ref, Sentence, Time

_CURRENCY_LENGTH = 3
_BY_PART = {"VERB": "clause", "AUX": "clause", "PRON": "pronoun", "NUM": "number", "PROPN": "name"}
_PUBLIC = ("state", "organisation", "group", "mission")


@dataclass(frozen=True)
class Scene:
    """One sentence with what the earlier steps found in it.

    `text` is the whole report's; `day` is the day of the entry in a chronology whose first sentence
    this is; `opens_list` tells that items follow behind its colon, `lead` who does what the items
    of such a list say ("The Council: - condemns ...").
    """

    text: str
    sentence: Sentence
    cast: Cast
    quantities: Sequence[Quantity] = ()
    times: Sequence[Time] = ()
    places: Sequence[Place] = ()
    day: Time | None = None
    opens_list: bool = False
    lead: tuple[Ref, ...] = ()
    known: dict[int, frozenset[str]] = field(default_factory=dict, compare=False)
    mentions: dict[int, Mention | None] = field(default_factory=dict, compare=False)

    @cached_property
    def timed(self) -> frozenset[int]:
        """The tokens of time expressions."""
        return frozenset(t.i for time in self.times for t in self.sentence.within(time.span))

    @cached_property
    def placed(self) -> frozenset[int]:
        """The tokens of places."""
        return frozenset(t.i for place in self.places for t in self.sentence.within(place.span))


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Lemma or two-word term -> its classes."""
    found: dict[str, set[str]] = {}
    for name, words in table("classes").items():
        for word in words.split():
            found.setdefault(word.replace("_", " "), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def classes_of_word(word: str) -> frozenset[str]:
    """The classes of a noun by itself, in the singular or a regular plural."""
    known = _classes()
    return known.get(word, frozenset()) | known.get(word.removesuffix("s"), frozenset())


def classes_of(scene: Scene, i: int) -> frozenset[str]:
    """The classes of the phrase headed by token `i`: of its noun, its actor, its quantity.

    Nouns have those of `classes.yaml`; a phrase that stands for actors has their kinds,
    "party", and "public" unless it is a person without office; also "money", "place",
    "clause", "pronoun", "number", "name" (any proper noun), and "=word" for its own lemma, form
    and two-word term.
    """
    if i not in scene.known:
        scene.known[i] = _classes_of(scene, i)
    return scene.known[i]


def _classes_of(scene: Scene, i: int) -> frozenset[str]:
    sentence = scene.sentence
    token = sentence.tokens[content_head(sentence, i)]
    joined = [t.lower for t in sentence.dependents(token.i, "compound", "amod")]
    terms = {token.lemma, token.lower, *(f"{word} {token.lemma}" for word in joined)}
    out = terms | {f"={term}" for term in terms}
    for term in terms:
        out |= _classes().get(term, frozenset())
    if token.tag == "NNPS":  # a plural with a capital keeps it in its lemma
        out |= classes_of_word(token.lower)
    out |= _of_actors(scene, token.i)
    if token.pos in _BY_PART and token.i not in scene.timed:
        out.add(_BY_PART[token.pos])
    above = counted_by(sentence, token.i)
    if above is not None and sentence.tokens[above].pos == "NUM":
        out.add("number")  # "100 of them"
    if token.lower in ("$", "€", "£") or _is_money(scene, token.i):
        out.add("money")
    if token.i in scene.placed:
        out.add("place")
    return frozenset(out)


def mention_of(scene: Scene, i: int) -> Mention | None:
    """The mention headed by token `i`, or by its apposition ("the Taoiseach, Micheál Martin")."""
    if i not in scene.mentions:
        scene.mentions[i] = _mention_of(scene, i)
    return scene.mentions[i]


def _mention_of(scene: Scene, i: int) -> Mention | None:
    sentence = scene.sentence
    heads = (i, *(t.i for t in sentence.dependents(i, "appos")))
    found = (scene.cast.mention_at(sentence.tokens[j].span) for j in heads)
    return next((m for m in found if m is not None and m.actors), None)


def _of_actors(scene: Scene, i: int) -> set[str]:
    mention = mention_of(scene, i)
    if mention is None:
        return set()
    actors = [scene.cast.actor(a) for a in mention.actors]
    out = {"party", *(actor.kind for actor in actors)}
    if any(a.kind in _PUBLIC or a.roles or a.country for a in actors):
        out.add("public")
    return out


def _is_money(scene: Scene, i: int) -> bool:
    span = scene.sentence.tokens[i].span
    return any(
        q.unit is not None
        and len(q.unit) == _CURRENCY_LENGTH
        and q.unit.isupper()
        and q.span.overlaps(span)
        for q in scene.quantities
    )
