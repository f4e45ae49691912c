"""Mentions -> identities within the report."""

from collections.abc import Sequence

from onrecord.linking.acronyms import bind_acronyms
from onrecord.linking.alternates import note_alternates
from onrecord.linking.apposition import note_appositions
from onrecord.linking.casting import cast
from onrecord.linking.companies import note_companies, note_units
from onrecord.linking.coreference import resolve, resolve_speakers
from onrecord.linking.implied import note_implied
from onrecord.linking.issuer import find_issuer
from onrecord.linking.labels import note_turns
from onrecord.linking.names import note_known_names
from onrecord.linking.organs import note_state_organs
from onrecord.linking.owned import note_owned_nouns
from onrecord.linking.parties import note_unnamed_parties
from onrecord.linking.persons import note_persons
from onrecord.linking.publishers import home, official_publisher
from onrecord.linking.roles import note_office_holders, note_roles
from onrecord.linking.roster import Roster
from onrecord.linking.runs import note_shaped_names
from onrecord.linking.speech import Speech
from onrecord.linking.toponyms import find_places
from onrecord.model import Cast, Report, Sentence, Span


def link(report: Report, sentences: Sequence[Sentence]) -> Cast:
    """Who the report is about, and what every name, pronoun and description stands for."""
    publisher = official_publisher(report)
    official = publisher.country if publisher else None
    roster = Roster(sentences, report.text, home=official or home(report), official=bool(official))
    note_known_names(roster)
    note_shaped_names(roster)
    bind_acronyms(roster)
    persons = note_persons(roster)
    note_roles(roster, persons)
    note_companies(roster)
    note_implied(roster)
    note_owned_nouns(roster)
    note_owned_nouns(roster)  # once more: the owner may be such a noun itself
    note_roles(roster, persons)  # once more, for owners such as "the army's"
    note_appositions(roster)
    note_alternates(roster)
    note_office_holders(roster)
    note_state_organs(roster)
    note_unnamed_parties(roster)
    if publisher:  # "the ministry" may be the one that speaks
        roster.actor(publisher.name, publisher.kind, publisher.country)
    turns = note_turns(roster)
    speech = Speech(report, roster, turns)
    resolve(roster, speech)
    note_owned_nouns(roster)
    note_office_holders(roster)
    issuer = find_issuer(publisher, roster, speech)
    note_units(roster, issuer)
    resolve_speakers(roster, speech, issuer)
    note_owned_nouns(roster)  # once more, for "our soldiers"
    return cast(roster, find_places(report, _names_of_others(roster)), issuer)


def _names_of_others(roster: Roster) -> tuple[Span, ...]:
    """The spans of names that hold no place: all but those of states."""
    return tuple(
        dict.fromkeys(
            noted.span
            for noted in roster.noted.values()
            if noted.form == "name" and any(roster.drafts[a].kind != "state" for a in noted.actors)
        )
    )
