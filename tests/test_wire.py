"""Readings as JSON: what was written comes back as it was, and what is equal is kept once."""

from dataclasses import replace

import made_world

from onrecord import wire
from onrecord.model import Amount


def test_what_comes_back_is_what_went():
    reading = made_world.reading()
    line = wire.encode(reading)
    assert wire.decode(line) == reading
    assert wire.encode(wire.decode(line)) == line


def test_a_name_is_in_memory_once():
    one, other = (wire.decode(wire.encode(made_world.reading())) for _ in range(2))
    assert one.actors[0].name is other.actors[0].name
    refs = [ref for event in one.events for ref in event.actor]
    assert len({id(ref) for ref in refs}) == len(set(refs)) < len(refs)


def test_readings_decoded_together_share_their_small_parts():
    known: wire.Known = {}
    line = wire.encode(made_world.reading())
    one, other = (wire.decode(line, known) for _ in range(2))
    assert one == other == made_world.reading()
    for kind in ("actors", "places"):
        assert getattr(one, kind)
    assert all(a is b for a, b in zip(one.actors, other.actors, strict=True))
    pairs = list(zip(one.events, other.events, strict=True))
    assert all(a.sentence is b.sentence and a.quantity is b.quantity for a, b in pairs)
    assert any(a.quantity for a, _ in pairs)


def test_numbers_stay_as_they_were_written():
    """1 and 1.0 are equal, and another byte in an export."""
    first, second, *others = made_world.reading().events
    whole, broken = (Amount(min=n, max=n, approx=False, unit="t", span=None) for n in (1, 1.0))
    events = (replace(first, quantity=whole), replace(second, quantity=broken), *others)
    line = wire.encode(replace(made_world.reading(), events=events))
    assert wire.encode(wire.decode(line)) == line
