"""A spaCy pipeline, loaded with no more of spaCy than its components need.

`import spacy` also imports spaCy's command line, with all that it downloads and trains by, and
`spacy.load` builds the tokenizer twice and reads the hundred thousand words of the training text:
together twice the time that one short report takes. Both are avoided by means that Python
(`importlib.util.LazyLoader`) and spaCy (`Language.add_pipe`, `Language.from_disk`) document. What
is not of the form that this knows goes through `spacy.load`.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import LazyLoader, find_spec, module_from_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

FOR_LEMMAS = ("attribute_ruler", "lemmatizer")
"""Components that are asked once a word, not once a text."""

_UNUSED = ("ner", "senter")
_KNOWN = {"tok2vec", "tagger", "parser", *FOR_LEMMAS}
_TOKENIZER = {"@tokenizers": "spacy.Tokenizer.v1"}
_OF_THE_TRAINING_TEXT = "strings"  # all its words; those of the labels are added when needed


def load(name: str) -> "Language":
    """The installed pipeline `name` without what is never used; those for lemmas are disabled."""
    folder = _folder(name)
    with _unopened("spacy"):
        try:
            nlp = _assembled(folder) if folder else None
        except (AttributeError, ImportError):  # a part of spaCy that needs the whole
            nlp = None
    if nlp is None:
        import spacy

        nlp = spacy.load(name, exclude=_UNUSED, disable=FOR_LEMMAS)
    return nlp


@contextmanager
def _unopened(package: str) -> Iterator[None]:
    """Modules of a package are imported, and its own file is left until something asks for it.

    Inside, the package is empty but for those modules; from then on it is as any module of a
    `LazyLoader`: whatever is asked of it, a further module too, runs its file first. A package
    that is imported already is left alone.
    """
    spec = find_spec(package)
    if package in sys.modules or spec is None or spec.loader is None:
        yield
        return
    loader = LazyLoader(spec.loader)
    sys.modules[package] = module = module_from_spec(spec)
    try:
        yield
    finally:
        loader.exec_module(module)


def _folder(name: str) -> Path | None:
    """Where an installed package keeps its pipeline: beside its code, with the version's number."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        return None
    found = list(Path(spec.origin).parent.glob(f"{name}-*/config.cfg"))
    return found[0].parent if len(found) == 1 else None


def _assembled(folder: Path) -> "Language | None":
    """The pipeline of a folder, or None where it has components or a tokenizer of its own."""
    import spacy.pipeline  # noqa: F401  # first, for the sake of spaCy's circular imports
    from spacy.lang.en import English
    from spacy.tokenizer import Tokenizer
    from spacy.util import load_config

    settings: Mapping[str, Any] = load_config(folder / "config.cfg", interpolate=True)
    used = {k: {**v} for k, v in settings["components"].items() if k not in _UNUSED}
    if not _is_plain(settings["nlp"]) or any(
        name not in _KNOWN or name != part.pop("factory", None) for name, part in used.items()
    ):
        return None
    nlp = English(create_tokenizer=lambda nlp: Tokenizer(nlp.vocab))
    for name in settings["nlp"]["pipeline"]:
        if name in used:
            nlp.add_pipe(name, config=used[name], validate=False)
    for name in FOR_LEMMAS:
        if name in used:
            nlp.disable_pipe(name)
    nlp.from_disk(folder, exclude=[*_UNUSED, _OF_THE_TRAINING_TEXT])
    tagger: Any = nlp.get_pipe("tagger")
    for label in tagger.labels:
        nlp.vocab.strings.add(label)
    return nlp


def _is_plain(settings: Mapping[str, Any]) -> bool:
    """Whether the pipeline is English, splits words as spaCy does, and calls no code of its own."""
    calls = ("before_creation", "after_creation", "after_pipeline_creation")
    return (
        settings.get("lang") == "en"
        and settings.get("tokenizer") == _TOKENIZER
        and not any(settings.get(call) for call in calls)
    )
