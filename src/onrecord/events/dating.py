"""When: the time expression that the sentence ties to an event."""

from collections.abc import Collection, Sequence
from functools import partial

from onrecord.events.fillers import Scene
from onrecord.lexicon import word_set, words
from onrecord.model import Sentence, Span, Time, Token, When

_listed = partial(word_set, "control")
_YEAR = 4  # digits
_REFERENCES = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def anchors(scene: Scene, triggers: Collection[int]) -> dict[int, Time]:
    """Trigger or verb (token index) -> the first time expression that hangs on it.

    A time belongs to the nearest trigger or verb above it; a noun that is no trigger ("Blinken on
    Saturday") lets it pass.
    """
    found: dict[int, Time] = {}
    for time in scene.times:
        if _is_dating(scene, time):
            owner = _owner(scene, time, triggers)
            if owner is not None:
                found.setdefault(owner, time)
    return found


def _is_dating(scene: Scene, time: Time) -> bool:
    """Whether it is a day or a period on which something was done.

    "Resolution 1244 (1999)" carries its year in its name; "until May" is the end of a term.
    """
    if time.type not in ("DATE", "TIME") or not time.value or time.value in _REFERENCES:
        return False
    before = scene.text[scene.sentence.span.start : time.span.start]
    words = before.casefold().split()
    return not before.endswith("(") and not (words and words[-1] in _listed("ends"))


def _owner(scene: Scene, time: Time, triggers: Collection[int]) -> int | None:
    sentence = scene.sentence
    head = sentence.head_of(time.span)
    if head is None:
        return None
    last = head.i
    for i in sentence.ancestors(head.i):
        if _is_occasion(sentence, last):
            return None
        last = i
        if i in triggers or sentence.tokens[i].pos in ("VERB", "AUX"):
            return i
    return last


def _is_occasion(sentence: Sentence, i: int) -> bool:
    """Whether the noun at `i` is only what something is for, or comes after: "for the vote in"."""
    token = sentence.tokens[i]
    before = sentence.tokens[token.head].lower
    named = token.lemma in _listed("occasions") and token.dep == "pobj"
    return named and before in _listed("beside_occasions")


def as_date(time: Time) -> When:
    """A time expression as the date of a fact."""
    return When(value=time.value, edtf=time.edtf, span=time.span, inferred=time.inferred)


def when(scene: Scene, time: Time) -> When:
    """The date of a fact; "between X and Y" and "from X to Y" are one interval."""
    other = _far_end(scene, time)
    if other is None or not time.edtf or not other.edtf:
        return as_date(time)
    first, last = time.edtf.split("/")[0], other.edtf.split("/")[-1]
    if first > last:  # "between January and March 2023": the year is said once
        first = last[:_YEAR] + first[_YEAR:]
    interval = f"{first}/{last}"
    span = Span(time.span.start, other.span.end)
    return When(value=time.value, edtf=interval, span=span, inferred=time.inferred)


def _far_end(scene: Scene, time: Time) -> Time | None:
    """The time that closes the span which `time` opens."""
    before = scene.text[scene.sentence.span.start : time.span.start].split()
    if not before or before[-1].casefold() not in _listed("opening"):
        return None
    for other in scene.times:
        if other.span.start > time.span.end:
            between = scene.text[time.span.end : other.span.start].strip().casefold()
            return other if between in _listed("joining") else None
    return None


def date_of(sentence: Sentence, carrier: int, trigger: int, tied: dict[int, Time]) -> Time | None:
    """The time of the event: its own, or the one that its clause shares with a governor.

    A verb shares the time of the act that is its subject ("the vote on Monday ended ..."), a
    participle or a "when" clause that of its governor ("shelled it on Monday, killing nine"), a
    coordinated verb one that stands before both ("On Monday, A met B and signed ...").
    """
    subjects = (t.i for t in sentence.dependents(carrier, "nsubj", "nsubjpass"))
    for i in (trigger, carrier, *subjects):
        if i in tied:
            return tied[i]
    token = sentence.tokens[carrier]
    above = sentence.tokens[token.head]
    if token.dep == "dobj" and above.lemma in _listed("simultaneous"):
        return date_of(sentence, above.i, above.i, tied)
    time = tied.get(above.i)
    if time is None or above.pos not in ("VERB", "AUX"):
        return None
    if token.dep == "conj" and time.span.end <= above.span.start:
        return time
    if token.dep == "advcl" and (token.tag in ("VBG", "VBN") or _is_meanwhile(sentence, token)):
        return time
    return None


def _is_meanwhile(sentence: Sentence, verb: Token) -> bool:
    """Whether the clause of `verb` tells of the same time as its governor ("when", "as")."""
    marks = sentence.dependents(verb.i, "mark", "advmod")
    return any(t.lower in _listed("meanwhile") for t in marks)


def announced_on(sentence: Sentence, i: int, tied: dict[int, Time]) -> Time | None:
    """The time of the words around the verb at `i` by which it is announced.

    "Peru announced on Monday that it would join", "as the minister said today, Peru will join".
    """
    saying = words("certainty", "saying")
    for clause in sentence.dependents(i, "advcl", "parataxis", "ccomp"):
        if clause.lemma in saying and clause.i in tied:
            return tied[clause.i]
    token = sentence.tokens[i]
    while token.dep in ("ccomp", "xcomp", "conj"):
        token = sentence.tokens[token.head]
        if token.lemma in saying and token.i in tied:
            return tied[token.i]
    return None


def entry_day(text: str, sentence: Sentence, times: Sequence[Time]) -> Time | None:
    """The day that a label such as "26 March -" gives to the sentence behind it."""
    if len(times) != 1 or times[0].span.start != sentence.span.start:
        return None
    behind = text[times[0].span.end : sentence.span.end].strip()
    return times[0] if behind in _listed("entries") else None
