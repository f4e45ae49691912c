"""What people look at: plain data, no HTML."""

from onrecord.views.actors import actors
from onrecord.views.brief import Brief, brief
from onrecord.views.conflicts import conflicts
from onrecord.views.evidence import Why, why
from onrecord.views.figures import figures
from onrecord.views.ledger import ledger
from onrecord.views.mandates import mandates
from onrecord.views.missions import operations
from onrecord.views.selection import EVERYTHING, Selection, UnknownNameError, select
from onrecord.views.statements import statements
from onrecord.views.timeline import timeline

__all__ = [
    "EVERYTHING",
    "Brief",
    "Selection",
    "UnknownNameError",
    "Why",
    "actors",
    "brief",
    "conflicts",
    "figures",
    "ledger",
    "mandates",
    "operations",
    "select",
    "statements",
    "timeline",
    "why",
]
