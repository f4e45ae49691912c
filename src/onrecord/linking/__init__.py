"""Mentions -> identities within the report."""

from collections.abc import Sequence

from onrecord.linking.names import note_known_names
from onrecord.linking.owned import note_owned_nouns
from onrecord.linking.parties import note_state_organs, note_unnamed_parties
from onrecord.linking.persons import note_persons
from onrecord.linking.roles import note_office_holders, note_roles
from onrecord.linking.roster import Roster
from onrecord.linking.runs import note_shaped_names
from onrecord.model import Cast, Report, Sentence


def link(report: Report, sentences: Sequence[Sentence]) -> Cast:
    """Who the report is about, and what every name, pronoun and description stands for."""
    roster = Roster(sentences, report.text)
    note_known_names(roster)
    note_shaped_names(roster)
    persons = note_persons(roster)
    note_roles(roster, persons)
    note_owned_nouns(roster)
    note_office_holders(roster)
    note_state_organs(roster)
    note_unnamed_parties(roster)
    return roster.cast((), None)
