"""Documents -> drafts, in a child process that waits for the next one."""

import atexit
import subprocess
from contextlib import suppress
from functools import cache
from threading import Lock

import msgspec

from onrecord.documents.compose import Draft
from onrecord.documents.confined import frames
from onrecord.documents.confined.messages import Answer
from onrecord.documents.confined.process import Child, how_it_ended, in_time, started
from onrecord.documents.formats import Format
from onrecord.documents.refusal import UnreadableError

_answers = msgspec.msgpack.Decoder(Answer)


def draft_of(content: bytes, form: Format) -> Draft:
    """What the reader of this format makes of a document.

    Raises `UnreadableError` where it makes nothing of it, crashes, or takes too much time or
    memory.
    """
    return _parser(form).draft(content)


@cache
def _parser(form: Format) -> "_Parser":
    parser = _Parser(form)
    atexit.register(parser.end)
    return parser


class _Parser:
    """The child for one format: started when it is needed, and again after a crash."""

    def __init__(self, form: Format) -> None:
        self._form = form
        self._child: Child | None = None
        self._turn = Lock()

    def draft(self, content: bytes) -> Draft:
        with self._turn:
            answer = _answers.decode(self._answer(content))
        if answer.draft is None:
            raise UnreadableError(answer.reason or "cannot be read")
        return answer.draft

    def end(self) -> None:
        if self._child:
            with suppress(BrokenPipeError):
                self._child.communicate()
            self._child = None

    def _answer(self, content: bytes) -> bytes:
        if self._child and self._child.poll() is not None:
            self.end()  # it has died over nothing: killed from outside, or by the system
        child = self._child = self._child or started(self._form, subprocess.PIPE)
        if child.stdin is None or child.stdout is None:
            raise RuntimeError("a child without pipes")
        with in_time(child):
            try:
                frames.write(child.stdin, content)
                answer = frames.read(child.stdout)
            except BrokenPipeError:
                answer = None
        if answer is None:
            self._child = None
            reason = how_it_ended(child)
            child.stdout.close()
            raise UnreadableError(reason)
        return answer
