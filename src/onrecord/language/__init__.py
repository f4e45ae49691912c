"""Report -> sentences, tokens, dependencies. The only room that knows spaCy."""

from onrecord.language.pipeline import parse, pipeline_name
from onrecord.language.segment import segment

__all__ = ["parse", "pipeline_name", "segment"]
