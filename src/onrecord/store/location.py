"""Where a record lies: a file, an address of a database, or the user's data folder."""

from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy.engine import URL, make_url


def default_record() -> Path:
    """The SQLite file of a user who names no other: `record.db` in the user's data folder."""
    return user_data_path("onrecord", appauthor=False) / "record.db"


def record_file(place: str | Path) -> Path:
    """The file of a record; that on a server has none, but its place in the user's data folder.

    Nothing is made on the way. Raises `ValueError` as `record_url`.
    """
    url = record_url(place)
    file = Path(url.database or "")
    return file if url.get_backend_name() == "sqlite" else default_record().with_name(file.name)


def beside(place: str | Path, suffix: str) -> Path:
    """The file that lies beside the record and has its name and this suffix."""
    return Path(f"{record_file(place)}{suffix}")


def shown(place: str | Path) -> str:
    """The place as people may see it: a password in it is none of their business."""
    text = str(place)
    return record_url(text).render_as_string() if "://" in text else text


def record_url(place: str | Path) -> URL:
    """The database address of a path or URL. Raises `ValueError` where it is none."""
    text = str(place)
    if "://" not in text:
        return URL.create("sqlite", database=str(Path(text).expanduser()))
    try:
        return make_url(text)
    except Exception as error:
        raise ValueError(f"not a database address: {text}") from error
