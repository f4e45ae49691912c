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
    for tie in ties:
        meant = [group for group in found if any(claim(item) in tie.claims for item in group)]
        if tie.apart:
            for group in meant:
                if any(claim(item) in tie.apart for item in group):
                    split = [item for item in group if claim(item) in tie.claims]
                    group[:] = [item for item in group if claim(item) not in tie.claims]
                    found.append(split)
        elif len(meant) > 1:
            first, *others = meant
            first[:] = sorted((item for group in meant for item in group), key=rank)
            for group in others:
                group.clear()
            found = [group for group in found if group]
    return found
