"""The nouns of onrecord: frozen dataclasses, and nothing that needs a third-party import."""

from onrecord.model.actor import Actor, ActorKind, Ref, Role
from onrecord.model.commitment import Commitment, Status
from onrecord.model.decision import Action, Decision, Kind, Target, Value
from onrecord.model.event import Attribution, Certainty, Event, Plover, Polarity
from onrecord.model.figure import Figure
from onrecord.model.mention import Cast, Mention, MentionForm
from onrecord.model.place import Place
from onrecord.model.quantity import Amount, Quantity
from onrecord.model.reading import Reading
from onrecord.model.report import Block, BlockRole, Declared, DeclaredName, Report
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.syntax import Sentence, Token
from onrecord.model.time import Time, TimeType, When

__all__ = [
    "Action",
    "Actor",
    "ActorKind",
    "Amount",
    "Attribution",
    "Block",
    "BlockRole",
    "Cast",
    "Certainty",
    "Commitment",
    "Decision",
    "Declared",
    "DeclaredName",
    "Event",
    "Figure",
    "Kind",
    "Mention",
    "MentionForm",
    "Place",
    "Plover",
    "Polarity",
    "Quantity",
    "Reading",
    "Ref",
    "Report",
    "Role",
    "Sentence",
    "Span",
    "Statement",
    "Status",
    "Target",
    "Time",
    "TimeType",
    "Token",
    "Value",
    "When",
]
