"""Small archives of made-up reports in every form that is read."""

import csv
import io
import json

import made
import pyarrow as pa
from pyarrow import parquet as pq

STATES = ("Togo", "Benin", "Fiji", "Samoa")


def row(number):
    state = STATES[number % len(STATES)]
    return {
        "id": f"r{number}",
        "title": f"{state} offers officers",
        "publisher": "Gazette",
        "published": f"2031-02-{number % 28 + 1:02}",
        "text": f"{state} offers officers\n\nOn 1 February 2031, {state} said that it would send "
        f"{100 + number} officers to the Multinational Security Support Mission.\n",
    }


def rows(count):
    return [row(number) for number in range(count)]


def jsonl(place, count, *, bad=()):
    """An archive of one line a report; the lines with a number in `bad` hold none."""
    lines = (
        "{}" if number in bad else json.dumps(found) for number, found in enumerate(rows(count))
    )
    place.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return place


def sheet(place, count):
    text = io.StringIO()
    writer = csv.DictWriter(text, list(row(0)))
    writer.writeheader()
    writer.writerows(rows(count))
    place.write_text(text.getvalue(), "utf-8")
    return place


def parquet(place, count):
    pq.write_table(pa.Table.from_pylist(rows(count)), place)
    return place


def warc(place, count):
    pages = [
        (f"https://gazette.example/{number}", "text/html", _page(**found))
        for number, found in enumerate(rows(count))
    ]
    place.write_bytes(made.warc(*pages))
    return place


def _page(*, title, text, publisher, published, **_):
    body = "".join(f"<p>{part}</p>" for part in text.split("\n\n")[1:])
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>"
        f"<meta property='og:site_name' content='{publisher}'>"
        f"<meta property='article:published_time' content='{published}'></head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


FORMS = {"a.jsonl": jsonl, "a.csv": sheet, "a.parquet": parquet, "a.warc.gz": warc}
