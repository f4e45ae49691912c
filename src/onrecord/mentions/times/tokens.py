"""A text as words and marks, with the few numeric forms that belong together kept whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Report, Span

TOKEN = re.compile(
    r"""
      \d{4}-\d\d-\d\d (?:T\d\d:\d\d (?::\d\d)? (?:Z|[+-]\d\d:?\d\d)?)? (?![\w-])  # 2023-10-13
    | \d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d) (?![\w/])             # 13/10/2023
    | \d{1,2}[:.]\d\d (?:\ ?[ap]m\b|\ ?[ap]\.m\.)                # 7.15pm
    | \d{1,2}:\d\d (?::\d\d)? (?![\w:])                          # 14:15
    | ['’]? \d{1,3}0s (?!\w)                                     # 1990s, '90s
    | ['’] \d\d (?!\w)                                           # '98
    | \d{1,2} (?=[ap]m\b|h\b)                                    # the 10 of 10am
    | \d+ (?:,\d{3})+ (?:\.\d+)? (?!\w)                          # 2,000
    | \d+ \.\d+ (?!\w)                                           # 2.5
    | o['’]clock\b
    | [^\W\d_] (?:\.[^\W\d_](?!\w))+ \.?                         # p.m.
    | \w+
    | ['’] [A-Za-z]+                                             # 's
    | \n [^\S\n]* \n \s*                                         # a blank line
    | [^\S\n]+ [-–—]+ [^\S\n]+                                   # a dash between spaces
    | -- | \S
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one text in order; `words[i]` stands at `spans[i]` of `text`."""

    text: str
    words: list[str]
    spans: list[tuple[int, int]]

    def span(self, start: int, end: int) -> Span:
        """From the first character of word `start` to the last of the word before `end`."""
        return Span(self.spans[start][0], self.spans[end - 1][1])


def _stretches(report: Report) -> Iterator[tuple[int, int]]:
    if not report.blocks:
        yield 0, len(report.text)
    for block in report.blocks:
        yield block.span.start, block.span.end


def tokenise(report: Report) -> Tokens:
    """The report's words; a blank line or the end of a block is an empty word.

    No rule steps over an empty word.
    """
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for start, end in _stretches(report):
        found = [(m.group(), m.span()) for m in TOKEN.finditer(report.text, start, end)]
        words += ["" if word[0] == "\n" else word for word, _ in found]
        spans += [span for _, span in found]
        words.append("")
        spans.append((end, end))
    return Tokens(report.text, words, spans)
