"""By which keys reports, actors and events are linked: what none links is merged apart.

The keys are those that the rules themselves go by: the bands of `copies`; the names and aliases of
`declared`, the blocks of `likeness` and the offices of `incumbents`; the keys of `tellings`. What
the rules look at beside things that are linked is given to them: who else a report names, its day,
its affair, the codes of states.
"""

from collections.abc import Hashable, Mapping
from hashlib import blake2b

from onrecord.model import Report
from onrecord.record.claims import Claim
from onrecord.record.copies import sketch
from onrecord.record.declared import bare_name, other_names
from onrecord.record.groups import Links, links
from onrecord.record.incumbents import offices_asked, offices_held
from onrecord.record.naming import actor_of, sort_of
from onrecord.record.portraits import proper_name
from onrecord.record.tellings import ALIKE, Told


def links_of_report(report: Report) -> Links:
    """By what a report is linked with those that it may be a copy of."""
    keys = sketch(report)
    return Links(keys, keys)


def name_of(sighting: Claim) -> tuple[str, str]:
    """The sort and the plain name of an actor: all of one name are decided on together."""
    actor = actor_of(sighting)
    return sort_of(actor), bare_name(actor)


def links_of_actor(sighting: Claim, codes: Mapping[str, str]) -> Links:
    """By what an actor is linked with those that it may be; `codes` are those of the states."""
    from onrecord.record.likeness import blocks_of, searched_of  # it reads the lexicon

    actor, (sort, name) = actor_of(sighting), name_of(sighting)
    kept: set[Hashable] = {("name", sort, name)}
    kept.update(("office", *held) for _, held in offices_held(actor, codes))
    sought: set[Hashable] = {("name", sort, alias) for alias in (name, *other_names(sighting))}
    sought.update(("office", *asked) for asked in offices_asked(actor, codes))
    full = proper_name(actor)
    if full and sort != "state":
        kept.update((sort, key) for key in blocks_of(full, is_person=sort == "person"))
        sought.update((sort, key) for key in searched_of(full, is_person=sort == "person"))
    return Links(frozenset(kept), frozenset(sought))


def links_of_event(told: Told) -> Links:
    """By what an event is linked with those that it may be."""
    return links(told, ALIKE)


def mark(key: Hashable) -> int:
    """A number of 63 bits for a key, the same in every process: equal keys have equal numbers."""
    return (
        int.from_bytes(
            blake2b(repr(_spelt(key)).encode("utf-8", "surrogatepass"), digest_size=8).digest()
        )
        >> 1
    )


def _spelt(key: object) -> object:
    """Equal things spelt equally: sets in order, whole numbers without a point."""
    if isinstance(key, frozenset):
        return sorted(key)
    if isinstance(key, tuple):
        return tuple([_spelt(part) for part in key])
    if isinstance(key, bool) or (isinstance(key, float) and key.is_integer()):
        return int(key)
    return key
