"""Adding an event type is adding one file: a copy of the lexicon with it reads the new type."""

import shutil

import pytest

from onrecord.events import commitments
from onrecord.lexicon import tables
from onrecord.lexicon.frames import frames, trigger_index
from onrecord.model import Block, Plover, Report, Span
from onrecord.reading import read

NEW = """\
type: COMMEMORATE
meaning: A party honours people or an event of the past in public.
plover: {type: SUPPORT, context: [diplomatic]}
cameo: "051"
roles:
  verb: {actor: "subj by", recipient: "", item: "obj", place: "in at"}
patterns:
  - {verb: "commemorate", when: {obj: any}}
examples:
  - {text: "Portugal commemorated 40 teachers in Dili on 5 May 2006.", actor: [Portugal]}
"""
TEXT = "Portugal commemorated 40 teachers in Dili on 5 May 2006."
# All that is worked out from the frame files once and kept.
DERIVED = (
    tables.table, frames, trigger_index, commitments._statuses, commitments.binding,  # noqa: SLF001
)  # fmt: skip


def forget():
    for kept in DERIVED:
        kept.cache_clear()


def found(text):
    body = Block(role="body", span=Span(0, len(text)))
    return read(Report(id="x", text=text, blocks=(body,))).events


@pytest.fixture
def lexicon_with_one_type_more(tmp_path, monkeypatch):
    copy = tmp_path / "en"
    shutil.copytree(tables.path("."), copy)
    (copy / "frames" / "commemorate.yaml").write_text(NEW, "utf-8")
    before = set(frames())
    monkeypatch.setattr(tables, "path", lambda name: copy / name)
    forget()
    yield before
    monkeypatch.undo()
    forget()


def test_without_the_file_there_is_no_such_type():
    assert "COMMEMORATE" not in frames()
    assert "COMMEMORATE" not in {event.type for event in found(TEXT)}


def test_one_file_adds_a_type(lexicon_with_one_type_more):
    assert set(frames()) == lexicon_with_one_type_more | {"COMMEMORATE"}
    (event,) = found(TEXT)
    assert event.type == "COMMEMORATE"
    assert event.plover == Plover(type="SUPPORT", context=("diplomatic",))
    assert event.cameo == "051"
    assert [ref.name for ref in event.actor] == ["Portugal"]
    assert (event.quantity.min, event.quantity.max) == (40, 40)
    assert event.date.edtf == "2006-05-05"
    assert event.why.startswith("COMMEMORATE commemorate.1 commemorate")


@pytest.mark.usefixtures("lexicon_with_one_type_more")
def test_the_other_types_are_read_as_before():
    assert [event.type for event in found("Ghana pledged 200 police officers to Haiti.")] == [
        "PLEDGE"
    ]
