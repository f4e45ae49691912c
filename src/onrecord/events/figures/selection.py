"""Which quantities are figures."""

from functools import cache, partial

from onrecord.events.figures.ballots import is_ballot
from onrecord.events.figures.instructions import is_instruction
from onrecord.events.figures.setting import Setting
from onrecord.events.figures.undertakings import is_undertaken
from onrecord.lexicon import table, word_set, words
from onrecord.model import Quantity

_listed = partial(word_set, "figures")
_CURRENCY_LENGTH = 3
_STOPS = ("CC", ",", ".", ":")


@cache
def _known() -> frozenset[str]:
    """Heads of the units that reports count."""
    units = (*words("units", "counted"), *words("units", "compounds"))
    heads = {word.replace("_", " ").rsplit(" ", 1)[-1] for word in units}
    return frozenset(heads | set(table("units")["irregular"].values()))


def is_figure(where: Setting, *, resumes: bool = False) -> bool:
    """Whether a quantity says something about the world, and is no undertaking.

    A bare number counts also if it `resumes` a count before it ("nine sailors and two pilots,
    six from Fiji and five from Tonga").

    Shares and money do; counted nouns do if they are listed, many, bounded, or governed by a
    verb that counts; numbers without a noun only under such a verb or noun, as a part of a
    whole, or from a hundred on.
    """
    if is_ballot(where):
        return True
    if _is_beside(where):
        return False
    return _is_cued(where) or _tells_by_itself(where) or (resumes and goes_on(where))


def _is_beside(where: Setting) -> bool:
    """Whether it tells nothing of the world: vague, trivial, an instruction, an undertaking."""
    unit = where.quantity.unit
    if is_vague(where.quantity) or _head_noun(unit) in _listed("trivial"):
        return True
    if unit == "%" and where.verb is not None and where.verb.lemma in _listed("markets"):
        return True
    return is_instruction(where.sentence) or is_undertaken(where)


def _tells_by_itself(where: Setting) -> bool:
    """Whether what is counted, or how many there are, makes a figure of it."""
    unit = where.quantity.unit
    if unit is None:
        if _is_part(where) or _is_attributed(where) or _counts_harmed(where):
            return True
        return bool(_size(where.quantity) >= table("figures")["bare"])
    if unit.replace(" ", "_") in _listed("lengths"):
        return _is_size(where)
    known = unit == "%" or _is_money(unit) or {unit, _head_noun(unit)} & _known()
    return bool(known) or _is_telling(where.quantity)


def is_vague(quantity: Quantity) -> bool:
    """Whether a quantity is a plural scale: "dozens", "hundreds of thousands"."""
    return quantity.approx and quantity.max is None


def _head_noun(unit: str | None) -> str:
    return (unit or "").rsplit(" ", 1)[-1].lower()


def _is_money(unit: str | None) -> bool:
    return unit is not None and len(unit) == _CURRENCY_LENGTH and unit.isupper()


def _size(quantity: Quantity) -> float:
    return max(quantity.min or 0, quantity.max or 0)


def _is_telling(quantity: Quantity) -> bool:
    """Whether a count is above the small ones, or bounded, so that somebody counted."""
    return _size(quantity) > table("figures")["small"] or quantity.min != quantity.max


def _is_cued(where: Setting) -> bool:
    """Whether a verb of counting governs it, or a noun such as "toll"."""
    verb = where.verb
    if verb is not None and verb.lemma in _listed("verbs"):
        return True
    return any(noun.lemma in _listed("nouns") for noun in where.nouns)


def goes_on(where: Setting) -> bool:
    """Whether a bare number has its noun from a count before it: "... and Mali one".

    It stands after a name, "and" or a comma, and before a preposition, "and", or a mark.
    """
    tokens, i = where.sentence.tokens, where.head.i
    if where.quantity.unit is not None or where.head.tag != "CD" or i == 0:
        return False
    before, after = tokens[i - 1], tokens[i + 1 : i + 2]
    named = before.tag.startswith("NNP")
    opens = named or before.text in (",", ":") or before.lower == "and"
    return opens and any(t.tag == "IN" or (named and t.tag in _STOPS) for t in after)


def _is_size(where: Setting) -> bool:
    """Whether a length is how long or deep something is: "12 metres deep"."""
    return where.sentence.tokens[where.head.head].lemma in _listed("dimensions")


def _is_attributed(where: Setting) -> bool:
    """Whether a number is the subject of a noun in the plural: "nine are civilians"."""
    if where.head.dep != "nsubj" or where.head.tag != "CD":
        return False
    return any(t.tag == "NNS" for t in where.sentence.dependents(where.head.head, "attr"))


def _counts_harmed(where: Setting) -> bool:
    """Whether a participle of harm stands for the people counted: "the 27 wounded"."""
    after = where.sentence.tokens[where.head.i + 1 : where.head.i + 2]
    return any(t.tag == "VBN" and t.lemma in _listed("harmed") for t in after)


def _is_part(where: Setting) -> bool:
    """Whether a number is part of a whole: "37 of them"."""
    return any(t.lower == "of" for t in where.sentence.dependents(where.head.i, "prep"))
