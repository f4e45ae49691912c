"""Vectors of words in context: the tok2vec layer of a spaCy pipeline without repeated work.

The embedding of a word depends on its form alone and is asked of the pipeline once for each form.
The encoder above it, residual blocks of window, maxout and layer norm, is run here in a few array
operations a block; its numbers are those of the pipeline up to rounding. Both as in
https://spacy.io/api/architectures ("spacy.MultiHashEmbed.v2", "spacy.MaxoutWindowEncoder.v2").
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.language import Language

Floats = NDArray[np.float32]

_ARCHITECTURE = ("spacy.Tok2Vec.v2", "spacy.MultiHashEmbed.v2", "spacy.MaxoutWindowEncoder.v2")
_OF_FORM = {"ORTH", "LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"}
"""What the letters of a word and the space behind it decide."""
_MOST_FORMS = 50_000
_LEAST_VARIANCE = 1e-8  # as in thinc's layer norm


@dataclass(frozen=True, slots=True)
class _Block:
    """A layer of the encoder: `weights` take a window to the maxout pieces, laid side by side."""

    weights: Floats  # (3 * width, pieces * width)
    bias: Floats
    gain: Floats
    shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        """The rows (words, width) with what the layer adds to each."""
        width = rows.shape[1]
        window = np.zeros((len(rows), 3 * width), rows.dtype)
        window[1:, :width] = rows[:-1]
        window[:, width : 2 * width] = rows
        window[:-1, 2 * width :] = rows[1:]
        pieces = window @ self.weights
        pieces += self.bias
        best: Floats = pieces[:, :width]
        for low in range(width, pieces.shape[1], width):
            best = np.maximum(best, pieces[:, low : low + width])
        best = best - best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / np.float32(width)
        best *= (1 / np.sqrt(variance + np.float32(_LEAST_VARIANCE)))[:, None]
        best *= self.gain
        best += self.shift
        best += rows
        return best


class ContextVectors:
    """The vectors of a pipeline whose tok2vec `is_known`; keeps the embeddings of forms."""

    def __init__(self, nlp: "Language") -> None:
        """The weights are copied out of the pipeline."""
        pipe: Any = nlp.get_pipe("tok2vec")
        self._nlp = nlp
        self._embed = pipe.model.get_ref("embed")
        encoder = pipe.model.get_ref("encode")
        self._padding = encoder.attrs["pad"]
        self._blocks = _blocks(encoder)
        self._embeddings: dict[tuple[str, bool], bytes] = {}

    def __call__(self, words: Sequence[str], spaces: Sequence[bool]) -> Floats:
        """One row for each word of a text; `spaces` says whether white space follows it."""
        forms = list(zip(words, spaces, strict=True))
        known = self._known(forms)
        inner = np.frombuffer(b"".join(map(known.__getitem__, forms)), np.float32)
        inner, pad = inner.reshape(len(forms), -1), self._padding
        rows = np.zeros((len(forms) + 2 * pad, inner.shape[1]), np.float32)
        rows[pad:-pad] = inner
        for block in self._blocks:
            rows = block(rows)
        return rows[pad:-pad]

    def _known(self, forms: list[tuple[str, bool]]) -> dict[tuple[str, bool], bytes]:
        """Embeddings of at least these forms. A full store is begun anew."""
        from spacy.tokens import Doc

        known = self._embeddings
        if fresh := [form for form in dict.fromkeys(forms) if form not in known]:
            if len(known) + len(fresh) > _MOST_FORMS:
                fresh, known = list(dict.fromkeys(forms)), {}
            words, spaces = map(list, zip(*fresh, strict=True))
            (rows,) = self._embed.predict([Doc(self._nlp.vocab, words=words, spaces=spaces)])
            known.update(zip(fresh, map(np.ndarray.tobytes, rows), strict=True))
            self._embeddings = known
        return known


def is_known(nlp: "Language") -> bool:
    """Whether tagger and parser share a tok2vec of the architecture that is run here."""
    if nlp.pipe_names != ["tok2vec", "tagger", "parser"]:
        return False
    pipe: Any = nlp.get_pipe("tok2vec")
    settings: dict[str, Any] = nlp.config["components"]["tok2vec"].get("model", {})
    embed, encode = settings.get("embed", {}), settings.get("encode", {})
    return (
        tuple(part.get("@architectures") for part in (settings, embed, encode)) == _ARCHITECTURE
        and set(embed["attrs"]) <= _OF_FORM
        and encode["window_size"] == 1
        and {"tagger", "parser"} <= set(pipe.listening_components)
    )


def _blocks(encoder: Any) -> tuple[_Block, ...]:
    layers = list(encoder.walk())
    maxouts = [layer for layer in layers if layer.name == "maxout"]
    norms = [layer for layer in layers if layer.name == "layernorm"]
    return tuple(
        _block(maxout.get_param, norm.get_param)
        for maxout, norm in zip(maxouts, norms, strict=True)
    )


def _block(maxout: Callable[[str], Floats], norm: Callable[[str], Floats]) -> _Block:
    weights, bias = maxout("W"), maxout("b")  # (width, pieces, 3 * width), (width, pieces)
    return _Block(
        np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)),
        np.ascontiguousarray(bias.T.reshape(-1)),
        norm("G"),
        norm("b"),
    )
