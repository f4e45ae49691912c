"""A text as words and marks, with the few numeric forms that belong together kept whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from onrecord.model import Report, Span

# A word with the white space before it: the pieces follow each other without a gap.
PIECE = re.compile(
    r"""
      \ [A-Za-z]\w+ | [,.](?=\ )                                   # the commonest first
    | [^\S\n]* (?:
        \n [^\S\n]* \n \s*                                        # a blank line
      | (?<=[^\S\n]) [-–—]+ [^\S\n]+                              # a dash between spaces
      )
    | \s* (?:
        [^\W\d_] \w+
      | \d{4}-\d\d-\d\d (?:T\d\d:\d\d (?::\d\d)? (?:Z|[+-]\d\d:?\d\d)?)? (?![\w-])  # 2023-10-13
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
      | -- | \S | \Z
      )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one text in order; `words[i]` ends at `ends[i]` of `text`."""

    text: str
    words: list[str]
    ends: list[int]

    def span(self, start: int, end: int) -> Span:
        """From the first character of word `start` to the last of the word before `end`."""
        return Span(self.ends[start] - len(self.words[start]), self.ends[end - 1])


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
    ends: list[int] = []
    for start, end in _stretches(report):
        pieces = PIECE.findall(report.text, start, end)
        words += map(str.lstrip, pieces)
        ends += accumulate(map(len, pieces[1:]), initial=start + len(pieces[0]))
    return Tokens(report.text, words, ends)
