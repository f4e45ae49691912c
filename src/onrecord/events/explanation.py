"""Why an event was read: written for people, and read back for the rule."""

from onrecord.events.candidates import Candidate
from onrecord.model import Event


def explain(c: Candidate, type_: str) -> str:
    """Frame, rule, trigger, the argument that filled each role, and the cues of certainty.

    "DELIVER->PLEDGE deliver.3 supply actor<-subj item<-obj cue:will": the frame of delivering,
    read as a pledge because of "will", by the third pattern of its file.
    """
    filled = [
        f"{role}<-{label}"
        for role, labels in c.pattern.roles.items()
        for label in labels
        if c.args.get(label)
    ]
    cues = [f"cue:{word}" for word in c.judged.cues]
    frame = type_ if type_ == c.frame.type else f"{c.frame.type}->{type_}"
    return " ".join((frame, c.pattern.rule, c.token.lemma, *filled, *cues))


def rule_of(event: Event) -> str:
    """The rule that read the event ("deliver.3")."""
    return event.why.split()[1]
