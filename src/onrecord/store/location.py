"""Where a record lies: a file, an address, or the user's data folder."""

from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy.engine import URL, make_url


def default_record() -> Path:
    """The SQLite file of a user who names no other: `record.db` in the user's data folder."""
    return user_data_path("onrecord", appauthor=False) / "record.db"


def record_file(place: str | Path) -> Path:
    """The file of a record; nothing is made on the way. Raises `ValueError` as `record_url`."""
    text = str(place)
    return Path(record_url(text).database or "") if "://" in text else Path(text).expanduser()


def beside(place: str | Path, suffix: str) -> Path:
    """The file that lies beside the record and has its name and this suffix."""
    return Path(f"{record_file(place)}{suffix}")


def record_url(place: str | Path) -> URL:
    """The database address of a path or URL. Raises `ValueError` where it is none."""
    text = str(place)
    if "://" not in text:
        return URL.create("sqlite", database=str(Path(text).expanduser()))
    try:
        return make_url(text)
    except Exception as error:
        raise ValueError(f"not a database address: {text}") from error
