"""The evidence of a fact as text, its trigger marked."""

from collections.abc import Iterator

from rich.text import Text

from onrecord.cli.tables import paper, printed
from onrecord.exports.visible import visible
from onrecord.views import Why
from onrecord.views.dates import in_words
from onrecord.views.decisions import Act
from onrecord.views.evidence import Proof


def proofs(why: Why, *, to_file: bool) -> str:
    """Each claim: its sentence, then report, place, rule, certainty and who says so."""
    console = paper(to_file=to_file)
    console.print(Text.assemble((visible(why.what), "bold"), f"  {why.kind} {why.id}"))
    for number, proof in enumerate(why.proofs, start=1):
        console.print()
        counted = f"{number}. " if len(why.proofs) > 1 else ""
        console.print(Text.assemble(counted, _sentence(proof)))
        for head, words in _details(proof):
            console.print(Text.assemble((f"  {head}: ", "dim"), visible(words)))
    if why.decisions:
        console.print()
    for act in why.decisions:
        console.print(Text.assemble((f"decision {act.id}: ", "dim"), visible(_decision(act))))
    return printed(console)


def _decision(act: Act) -> str:
    """As in "2031-03-01 Ada correct date = 2031-02-06: a slip (undone)"."""
    value = f"= {act.value}" if act.value is not None else None
    words = " ".join(filter(None, (act.time[:10], act.author, act.action, act.field, value)))
    words = f"{words}: {act.note}" if act.note else words
    return words if act.standing == "in force" else f"{words} ({act.standing})"


def _sentence(proof: Proof) -> Text:
    before = visible(proof.sentence[: proof.mark.start])
    marked = visible(proof.sentence[proof.mark.start : proof.mark.end])
    after = visible(proof.sentence[proof.mark.end :])
    return Text.assemble(before, "[", (marked, "bold yellow"), "]", after)


def _details(proof: Proof) -> Iterator[tuple[str, str]]:
    report = (proof.publisher, proof.title, in_words(proof.published), proof.url)
    yield "report", ", ".join(filter(None, report)) or proof.report
    if proof.reliability:
        yield "publisher", f"reliability {proof.reliability}"
    page = f"page {proof.page}, " if proof.page else ""
    yield "place", f"{page}characters {proof.start} to {proof.end} of report {proof.report}"
    if proof.why:
        yield "read by", proof.why
    if proof.certainty:
        yield "certainty", f"{proof.certainty}, confidence {proof.confidence:g}"
    if proof.account == "own":
        yield "account", "the party's own"
    source = (proof.source, f"“{proof.cue}”" if proof.cue else None, proof.channel)
    if any(source):
        yield "says so", ", ".join(filter(None, source))
    yield "claim", " ".join(filter(None, (proof.id, proof.type)))
