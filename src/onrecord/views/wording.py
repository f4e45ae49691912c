"""Facts in a few words, with every doubt that the record has kept."""

from onrecord.model import Amount, Certainty, Polarity
from onrecord.views.amounts import grouped, shown
from onrecord.views.ledger import Step
from onrecord.views.timeline import Entry

_ALIKE = 4  # letters that show two nouns to be one, whatever their number
_CLAIMED: frozenset[Certainty] = frozenset(("alleged", "denied", "estimated"))


def hedge(
    certainty: Certainty, source: tuple[str, ...] = (), polarity: Polarity = "positive"
) -> str:
    """What keeps a fact from being plainly so, and who says so; "" where nothing does."""
    doubt: list[str] = [] if certainty == "asserted" else [certainty]
    if polarity == "negative" and certainty != "denied":
        doubt.insert(0, "not so")
    names = ", ".join(source)
    if names and certainty in _CLAIMED:
        doubt[-1] = f"{certainty} by {names}"
    elif names:
        doubt.append(f"according to {names}")
    return ", ".join(doubt)


def what(fact: Step | Entry) -> str:
    """Number and item as one phrase where they count the same thing: "14 battle tanks"."""
    if not fact.quantity:
        return fact.item or ""
    if not fact.item:
        return fact.quantity
    ends = {grouped(end) for end in (fact.min, fact.max) if end is not None}
    if ends & set(fact.item.split()):
        return fact.item  # which says the number itself
    if fact.unit and not _same(fact.unit, fact.item):
        return f"{fact.quantity}, {fact.item}"
    number = Amount(min=fact.min, max=fact.max, approx=bool(fact.approx), unit=None, span=None)
    return f"{shown(number)} {fact.item}"


def label(type_: str) -> str:
    """An event type in small letters: "state support"."""
    return type_.lower().replace("_", " ")


def happening(entry: Entry) -> str:
    """An event in one line: who, what, to whom, where."""
    parts = [", ".join(entry.actors), label(entry.type), what(entry)]
    line = " · ".join(part for part in parts if part)
    if entry.recipients:
        line += f" → {', '.join(entry.recipients)}"
    return line + where(entry)


def where(entry: Entry) -> str:
    """The place in brackets, if the parties do not tell it already."""
    told = not entry.place or entry.place in {*entry.recipients, *entry.actors}
    return "" if told else f" ({entry.place})"


def _same(unit: str, item: str) -> bool:
    one, other = unit.split()[-1:], item.split()[-1:]
    return [w[:_ALIKE].casefold() for w in one] == [w[:_ALIKE].casefold() for w in other]
