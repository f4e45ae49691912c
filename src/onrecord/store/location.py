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
    """The database address of a path or URL; folders that are missing on the way are made.

    Raises `ValueError` where the address names a database that onrecord cannot keep.
    """
    text = str(place)
    if "://" not in text:
        path = Path(text).expanduser()
        path.parent.mkdir(parents=True, exist_ok=True)
        return URL.create("sqlite", database=str(path))
    try:
        url = make_url(text)
    except Exception as error:
        raise ValueError(f"not a database address: {text}") from error
    if url.get_backend_name() != "sqlite":
        raise ValueError(f"no store for {url.get_backend_name()} databases: use a SQLite file")
    return url
