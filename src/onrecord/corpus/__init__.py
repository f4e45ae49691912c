"""Archives of many reports: read by many processes into tables, and asked there.

import onrecord.corpus

corpus = onrecord.corpus.open("agency-corpus")
corpus.ask("ledger", onrecord.corpus.Slice(mission="Stabilisation Mission"))
"""

from onrecord.corpus.asking import Answer, Corpus, Slice, open, questions  # noqa: A004

__all__ = ["Answer", "Corpus", "Slice", "open", "questions"]
