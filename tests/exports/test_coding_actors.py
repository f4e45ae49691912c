"""The examples of the actor codes in the lexicon, and what must hold for any actor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.coding_actors import actor_code, code_of_name
from onrecord.lexicon import table
from onrecord.model import Actor, Role

EXAMPLES = table("cameo")["examples"]


def actor(example):
    roles = tuple(
        Role(title=title, of=of, until="XXXX" if past else None)
        for title, of, *past in example.get("roles", ())
    )
    return Actor(
        id="a1",
        name=example["name"],
        kind=example["kind"],
        country=example.get("country"),
        roles=roles,
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e['name']}: {e.get('says', '')}")
def test_an_actor_has_the_code_of_the_example(example):
    assert actor_code(actor(example), example.get("says", "")) == example["code"]


def test_there_are_examples_enough():
    assert len(EXAMPLES) >= 40
    assert {example["kind"] for example in EXAMPLES} >= {"state", "person", "group", "mission"}


def test_the_office_held_counts_before_the_one_that_was():
    roles = (Role(title="President", of="Peru", until="2020"), Role(title="senator", of="Peru"))
    person = Actor(id="a1", name="Ana Salas", kind="person", country="PE", roles=roles)
    assert actor_code(person) == "PERLEG"


@pytest.mark.parametrize(
    ("name", "code"),
    [("Chile", "CHL"), ("United Nations", "IGOUNO"), ("Senate of Chile", "CHLLEG"), ("", "---")],
)
def test_a_party_known_by_name_alone(name, code):
    assert code_of_name(name) == code


@given(st.sampled_from(["state", "person", "organisation", "group", "mission"]), st.text())
def test_every_actor_has_a_code_of_capitals(kind, text):
    code = actor_code(Actor(id="a1", name=text, kind=kind), text)
    assert code == "---" or (code.isascii() and code.isupper())
