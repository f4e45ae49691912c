"""PDF -> draft: characters -> words -> lines in the order of reading -> paragraphs."""

from onrecord.documents.pdf.draft import pdf_draft

__all__ = ["pdf_draft"]
