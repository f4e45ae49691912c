"""Text in a column, the same in every database."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TEXT

_ESCAPE = "\ufdd0"  # a code point that Unicode keeps free of characters for good
_NUL, _ITSELF = f"{_ESCAPE}0", f"{_ESCAPE}1"


class Words(sa.types.TypeDecorator[str]):
    """Text, ordered by code point. PostgreSQL has no NUL: there it is kept as an escape."""

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        """The type of the column there."""
        kind = TEXT(collation="C") if _escapes(dialect) else sa.Text()
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        """What is kept for it."""
        if value is None or not _escapes(dialect):
            return value
        return value.replace(_ESCAPE, _ITSELF).replace("\0", _NUL)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> str | None:
        """What it was."""
        if value is None or not _escapes(dialect):
            return value
        return value.replace(_NUL, "\0").replace(_ITSELF, _ESCAPE)


def _escapes(dialect: sa.Dialect) -> bool:
    return dialect.name == "postgresql"
