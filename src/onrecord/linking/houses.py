"""The ministry of a minister: "the ministry" in a report that names its head alone."""

from onrecord.lexicon import table
from onrecord.linking import states
from onrecord.linking.roster import Roster


def house_of_holder(roster: Roster, noun: str) -> tuple[str, ...]:
    """The ministry of the only minister of the report, where no ministry is named."""
    title, house = table("coreference")["houses"].get(noun, (None, ""))
    held = {
        (role.title, role.of)
        for draft in roster.drafts.values()
        for role in draft.roles.values()
        if title and role.title.startswith(title) and role.until is None
    }
    portfolio, of = held.pop() if len(held) == 1 else (None, None)
    state = states.by_name().get(of or "")
    if portfolio is None or state is None:
        return ()
    name = f"{house}{portfolio.removeprefix(str(title))} of {state.in_phrase}"
    return (roster.actor(name, "organisation", state.code),)
