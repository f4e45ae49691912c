"""The evidence of a fact as text, its trigger marked."""

from collections.abc import Iterator

from rich.text import Text

from onrecord.cli.tables import paper, printed
from onrecord.exports.visible import visible
from onrecord.views import Why
from onrecord.views.dates import in_words
from onrecord.views.evidence import Proof


def proofs(why: Why, *, to_file: bool) -> str:
    """Each claim: its sentence, then report, place, rule, certainty and who says so."""
    console = paper(to_file=to_file)
    console.print(Text.assemble((visible(why.what), "bold"), f"  {why.kind} {why.id}"))
    for proof in why.proofs:
        console.print()
        console.print(_sentence(proof))
        for head, words in _details(proof):
            console.print(Text.assemble((f"  {head}: ", "dim"), visible(words)))
    return printed(console)


def _sentence(proof: Proof) -> Text:
    before = visible(proof.sentence[: proof.mark.start])
    marked = visible(proof.sentence[proof.mark.start : proof.mark.end])
    after = visible(proof.sentence[proof.mark.end :])
    return Text.assemble(before, "[", (marked, "bold yellow"), "]", after)


def _details(proof: Proof) -> Iterator[tuple[str, str]]:
    report = (proof.publisher, proof.title, in_words(proof.published), proof.url)
    yield "report", ", ".join(filter(None, report)) or proof.report
    page = f"page {proof.page}, " if proof.page else ""
    yield "place", f"{page}characters {proof.start} to {proof.end} of report {proof.report}"
    if proof.why:
        yield "read by", proof.why
    if proof.certainty:
        yield "certainty", f"{proof.certainty}, confidence {proof.confidence:g}"
    source = (proof.source, f"“{proof.cue}”" if proof.cue else None, proof.channel)
    if any(source):
        yield "says so", ", ".join(filter(None, source))
    yield "claim", " ".join(filter(None, (proof.id, proof.type)))
