"""Where an analyst overrules the rules of identity: facts made one, or set apart."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tie:
    """Claims that are one fact; with `apart`, claims that are another fact than those."""

    claims: frozenset[str]
    apart: frozenset[str]


def tied(
    groups: Iterable[list[T]],
    ties: Sequence[Tie],
    claim: Callable[[T], str],
    rank: Callable[[T], Any],
) -> list[list[T]]:
    """The groups after the ties, of which the later ones prevail.

    `claim` gives the id of the claim that a thing is, `rank` its place in a group.
    """
    found = list(groups)
    home = {claim(item): group for group in found for item in group} if ties else {}
    for tie in ties:
        groups = [home[key] for key in sorted(tie.claims & home.keys())]
        meant = list({id(group): group for group in groups}.values())
        if tie.apart:
            for group in meant:
                if any(claim(item) in tie.apart for item in group):
                    split = [item for item in group if claim(item) in tie.claims]
                    group[:] = [item for item in group if claim(item) not in tie.claims]
                    home.update((claim(item), split) for item in split)
                    found.append(split)
        elif len(meant) > 1:
            first, *others = meant
            first[:] = sorted((item for group in meant for item in group), key=rank)
            home.update((claim(item), first) for item in first)
            for group in others:
                group.clear()
    return [group for group in found if group]
