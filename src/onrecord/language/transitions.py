"""The transitions of a spaCy parser, taken in all sentences at once.

spaCy's own loop (`greedy_parse`, as its 3.8 wheels are built) lets go of the interpreter's lock
and takes it back for every unit of every state, which is most of what it costs. Here each round
is three calls over all unfinished states: their features, the scores of the moves, the best move
that is valid. The calls are those that spaCy's own beam search and training make.
"""

from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import NumpyOps

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_ARCHITECTURE = "spacy.TransitionBasedParser.v2"


class Transitions:
    """The parser of a pipeline whose parser `is_known`."""

    def __init__(self, nlp: "Language") -> None:
        """The weights of the layer that scores moves are copied out of the pipeline."""
        parser: Any = nlp.get_pipe("parser")
        self._parser = parser
        lower, upper = parser.model.get_ref("lower"), parser.model.get_ref("upper")
        lower.ops = NumpyOps(use_blis=False)  # faster in products of large matrices
        self._weights = np.ascontiguousarray(upper.get_param("W").T)  # (features, moves)
        self._bias = upper.get_param("b")

    def __call__(self, docs: "list[Doc]") -> None:
        """Sets heads and labels of documents that have words, vectors and sentence starts."""
        states = self._parser.moves.init_batch(docs)
        model = self._parser.model.predict(docs)
        unfinished = list(states)
        while unfinished:
            features = model.state2vec.predict(model.get_token_ids(unfinished))
            scores = features @ self._weights
            scores += self._bias
            unfinished = self._parser.transition_states(unfinished, scores)
        self._parser.set_annotations(docs, states)


def is_known(nlp: "Language") -> bool:
    """Whether the parser is greedy, has a layer for moves, and has seen all of them in training."""
    parser: Any = nlp.get_pipe("parser")
    settings: dict[str, Any] = nlp.config["components"]["parser"].get("model", {})
    return (
        settings.get("@architectures") == _ARCHITECTURE
        and settings["use_upper"]
        and parser.cfg["beam_width"] == 1
        and not parser.model.attrs["unseen_classes"]
    )
