"""Actors with their kinds, countries, roles and other names."""

from pathlib import Path

import pytest
import yaml
from standing import stands_for

from onrecord.documents import report
from onrecord.language import parse
from onrecord.linking import link

EXTENTS = yaml.safe_load(Path(__file__).with_name("extent.yaml").read_bytes())
CASES = yaml.safe_load(Path(__file__).with_name("cast.yaml").read_bytes())


def cast_of(text, **known):
    found = report(text, **known)
    return link(found, parse(found))


def names(cast, kind=None):
    return {actor.name for actor in cast.actors if kind in (None, actor.kind)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_what_is_known_of_the_actors(case):
    found = {actor.name: actor for actor in cast_of(case["text"]).actors}
    for name, known in case["actors"].items():
        actor = found.get(name)
        assert actor is not None, f"{name} not in {sorted(found)}"
        assert actor.kind == known["kind"]
        assert actor.country == known.get("country", actor.country)
        roles = [[role.title, role.of] for role in actor.roles]
        assert all(role in roles for role in known.get("roles", ())), roles
        assert set(known.get("aliases", ())) <= set(actor.aliases)
        assert not known.get("former") or all(role.until for role in actor.roles)


@pytest.mark.parametrize("case", EXTENTS, ids=lambda case: case["text"][:40])
def test_mentions_reach_as_far_as_their_phrases(case):
    actor = next(a for a in cast_of(case["text"]).actors if a.name == case["actor"])
    assert [mention.of(case["text"]) for mention in actor.mentions] == case["phrases"]


def test_a_possessive_is_a_mention_where_nothing_else_is():
    text = "Our plans for the winter are ready."
    cast = cast_of(text, publisher="Ministry of Finance, Ghana")
    assert [m.of(text) for actor in cast.actors for m in actor.mentions] == ["Our"]


def test_a_bare_office_and_a_title_with_an_owner_are_no_other_names():
    cast = cast_of("The Peruvian Prime Minister Ana Ruiz came. The prime minister left.")
    person = next(actor for actor in cast.actors if actor.name == "Ana Ruiz")
    assert person.aliases == ()


def test_a_text_without_names_has_no_cast():
    cast = cast_of("The soup needs salt. Stir it well and serve it hot.")
    assert names(cast) == set()
    assert cast.issuer is None


@pytest.mark.parametrize(
    ("known", "issuer"),
    [
        ({"publisher": "US State Department"}, "United States Department of State"),
        ({"url": "https://www.gov.uk/government/news/x"}, "United Kingdom"),
        ({"url": "https://www.foreign.gov.fj/press/1"}, "Fiji"),
        ({"url": "https://press.un.org/en/1.doc.htm"}, "United Nations"),
        ({"publisher": "The Daily Courier", "url": "https://courier.example/1"}, None),
        ({"url": "https://[broken"}, None),
    ],
)
def test_the_issuer_is_told_by_publisher_or_address(known, issuer):
    cast = cast_of("The talks went on until midnight.", **known)
    assert (cast.issuer.name if cast.issuer else None) == issuer


def test_we_of_an_official_page_is_its_state():
    text = "The embassy reopened today. We thank our partners for their patience."
    cast = cast_of(text, url="https://www.foreign.gov.fj/press/1")
    assert stands_for(cast, text, "We") == ["Fiji"]


def test_we_of_a_newspaper_stays_open():
    text = "The embassy reopened today. We thank the readers who sent letters."
    assert stands_for(cast_of(text), text, "We") == []


def test_a_quotation_of_several_sentences_has_one_speaker():
    text = '"I will go," said President Lena Moravec. "My bags are packed."'
    cast = cast_of(text)
    assert stands_for(cast, text, "I") == ["Lena Moravec"]
    assert stands_for(cast, text, "My") == ["Lena Moravec"]


def test_paragraphs_after_a_colon_are_the_speakers():
    text = "Minister Ewa Kot said:\n\nThe winter was long, and I am glad that it is over.\n"
    assert stands_for(cast_of(text), text, "I") == ["Ewa Kot"]


def test_turns_of_a_transcript_change_the_speaker():
    text = (
        "Question: Will the talks go on?\n\nSpokesman: I think so.\n\n"
        "Question: And I may quote that?\n\nSpokesman: Yes."
    )
    cast = cast_of(text)
    speakers = [
        cast.actor(m.actors[0]).name for m in cast.mentions if m.span.of(text) == "I" and m.actors
    ]
    assert speakers == ["Spokesman", "journalist"]


def test_names_of_persons_hold_no_places():
    cast = cast_of("President Jordan Okello spoke for an hour. Okello left early.")
    assert cast.places == ()


def test_the_capital_is_a_place_where_things_happen_and_a_government_where_it_acts():
    assert names(cast_of("The delegates met in Oslo for two days.")) == set()
    assert names(cast_of("Oslo rejected the offer on Friday.")) == {"Norway"}


def test_heads_find_the_actor_of_the_whole_phrase():
    text = "Nepalese police officers left, and the Nepalese foreign ministry praised them."
    cast = cast_of(text)
    for word, name in (("officers", "Nepal"), ("ministry", "Ministry of Foreign Affairs of Nepal")):
        mention = next(m for m in cast.mentions if m.head.of(text) == word)
        assert [ref.name for ref in cast.refs_at(mention.head)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Lake Region Monitoring Mission opened. The mission grew. Force is rare.",
            "Lake Region Monitoring Mission",
        ),
        (
            "ASEAN met in Lima. The bloc rejected the plan.",
            "Association of Southeast Asian Nations",
        ),
    ],
)
def test_descriptions_are_mentions_of_missions_and_bodies_but_no_names(text, name):
    actor = next(a for a in cast_of(text).actors if a.name == name)
    assert len(actor.mentions) > 1
    assert all(any(c.isupper() for c in alias) for alias in actor.aliases)
