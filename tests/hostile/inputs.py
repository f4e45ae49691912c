"""Bad inputs, made by code: a file's name, its bytes, and what has to come of it.

What has to come of it is either words of the one line that sets the file aside, or, after `=`,
words of the report that is read. Some may end either way, by the version of a library: those
have both.
"""

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable

import made

Content = Callable[[], bytes]

TALKS = "Five ministers of the coast met on Monday, and agreed on a plan for the island."
P = f"<p>{TALKS}</p>"
PAGE = (
    "<html><head><title>Talks</title></head><body><article><h1>Talks</h1>"
    f"{P}</article></body></html>"
)
READ = f"={TALKS}"
LARGE = 200_000_000


def page(text: str) -> Content:
    return lambda: text.encode("utf-8", "surrogatepass")


PAGES: dict[str, tuple[Content, str]] = {
    "deep-divs.html": (page("<html><body>" + "<div>" * 50_000 + P), "no article|" + READ),
    "deep-tables.html": (page("<html><body>" + "<table><tr><td>" * 3_000 + P), "|" + READ),
    "deep-quotes.html": (page("<html><body><article>" + "<blockquote>" * 9_000 + P), "|" + READ),
    "quadratic.html": (page("<html><body><article>" + "<b><p>x" * 150_000), "takes more than|"),
    "brackets.html": (page("<html><body>" + "<" * 1_000_000 + P), "|="),
    "attribute.html": (page(PAGE.replace("<p>", f"<p class='{'x' * 5_000_000}'>")), "|" + READ),
    "open-comment.html": (page("<html>" + "<!--" * 500_000), "no article"),
    "script-alone.html": (page("<html><script>var a='He flew.'</script>"), "no article"),
    "frameset.html": (page("<html><frameset><frame src='a'></frameset></html>"), "no article"),
    "nul-bytes.html": (page(PAGE.replace("<h1>", "\0<h1>")), "not text"),
    "entities.html": (page(PAGE.replace("Talks</h1>", "Talks &#xD800;&#0;&#x110000;</h1>")), READ),
    "charset-lie.html": (
        lambda: PAGE.replace("<title>", "<meta charset='utf-16'><title>").encode(),
        READ,
    ),
    "charset-unknown.html": (
        lambda: PAGE.replace("<title>", "<meta charset='x-none'>\xe9<title>").encode("latin-1"),
        "unknown encoding",
    ),
    "right-to-left.html": (
        page(PAGE.replace("Talks</h1>", "\u202etxt.exe\u2066 Talks</h1>")),
        READ,
    ),
    "linked-data.html": (
        page(
            PAGE.replace("</head>", f"<script type='application/ld+json'>{'[' * 90_000}</script>")
        ),
        READ,
    ),
    "surrogates.html": (
        page(
            PAGE.replace(
                "</head>",
                '<script type="application/ld+json">{"publisher": {"name": "\\ud800"}}</script>',
            )
        ),
        READ,
    ),
    "date-out-of-range.html": (
        page(PAGE.replace("<title>", "<meta name='date' content='99999-13-45'><title>")),
        READ,
    ),
    "entity-bomb.html": (
        page('<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 9_000 + '">]>' + PAGE),
        "|=",
    ),
}


def objects(*more: object, root: str = "<< /Type /Catalog /Pages 2 0 R >>") -> bytes:
    return made.assembled([root, *more, "<< >>"])


LEAF = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
TREE = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
GOOD = made.pdf([made.column(72, 700, TALKS, 90)])
NO_TEXT = "a PDF without text"
BROKEN = "not a PDF file, or a broken one"


def deflated(content: bytes) -> tuple[int, bytes]:
    body = zlib.compress(content, 9)
    return len(body), body


def locked() -> bytes:
    rules = f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>"
    plain = objects(TREE, LEAF, deflated(b"BT ET"), rules)
    return plain.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 5 0 R /ID [<41> <41>]")


PDFS: dict[str, tuple[Content, str]] = {
    "header-alone.pdf": (lambda: b"%PDF-1.7\n", BROKEN),
    "no-pdf.pdf": (lambda: b"Talks failed.", "not a PDF file"),
    "truncated.pdf": (lambda: GOOD[: len(GOOD) // 2], f"{BROKEN}|{NO_TEXT}|{READ}"),
    "locked.pdf": (locked, "needs a password"),
    "own-parent.pdf": (
        lambda: objects("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"),
        f"{BROKEN}|{NO_TEXT}",
    ),
    "looped-contents.pdf": (
        lambda: objects(TREE, LEAF, "[4 0 R 4 0 R]"),
        f"{BROKEN}|{NO_TEXT}",
    ),
    "looped-length.pdf": (
        lambda: GOOD.replace(b"/Filter /FlateDecode", b"/Filter 4 0 R"),
        f"{BROKEN}|{NO_TEXT}",
    ),
    "a-billion-pages.pdf": (
        lambda: objects("<< /Type /Pages /Kids [] /Count 1000000000 >>"),
        f"{BROKEN}|{NO_TEXT}|has more than",
    ),
    "looped-xref.pdf": (
        lambda: GOOD.replace(b"/Size", b"/Prev 9 /Size"),
        f"{BROKEN}|{NO_TEXT}|{READ}",
    ),
    "inflating-stream.pdf": (
        lambda: objects(TREE, LEAF, deflated(b" " * 250_000_000)),
        f"{BROKEN}|{NO_TEXT}|takes more than|crashed",
    ),
    "deep-arrays.pdf": (
        lambda: objects(TREE, LEAF, "[" * 200_000 + "]" * 200_000),
        f"{BROKEN}|{NO_TEXT}",
    ),
    "own-form.pdf": (
        lambda: objects(
            TREE,
            LEAF.replace("/Contents", "/Resources << /XObject << /F 5 0 R >> >> /Contents"),
            deflated(b"/F Do"),
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 /Resources "
            "<< /XObject << /F 5 0 R >> >> >>",
        ),
        f"{BROKEN}|{NO_TEXT}",
    ),
    "monstrous-type.pdf": (
        lambda: made.pdf([[(0, 0, 1e9, TALKS), (-1e9, 1e9, 1e-9, TALKS)]]),
        f"{BROKEN}|{NO_TEXT}|=",
    ),
    "scanned.pdf": (lambda: made.pdf([[]]), NO_TEXT),
    "a-word-per-point.pdf": (
        lambda: made.pdf([[(x % 595, x % 842, 1, "talks") for x in range(20_000)]]),
        "takes more than|=",
    ),
}


def document(xml: str | bytes, **more: bytes | str) -> bytes:
    """A Word document with this as its text part."""
    source = io.BytesIO(made.word(lambda _: None))
    out = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            text = xml if entry.filename == "word/document.xml" else old.read(entry)
            new.writestr(entry.filename, text)
        for name, content in more.items():
            new.writestr(name, content)
    return out.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORDS = f"<w:p><w:r><w:t>{TALKS}</w:t></w:r></w:p>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def body(inner: str, head: str = "") -> bytes:
    return document(f"{head}<w:document {W}><w:body>{inner}</w:body></w:document>")


NO_WORD = "not a Word document, or a broken one"
NO_WORDS = "a document without text"

DOCUMENTS: dict[str, tuple[Content, str]] = {
    "no-zip.docx": (lambda: b"Talks failed.", "not a DOCX file"),
    "cut.docx": (lambda: body(WORDS)[:900], NO_WORD),
    "no-parts.docx": (lambda: made.zipped(word__a_xml="<a/>"), NO_WORD),
    "laughs.docx": (
        lambda: body(
            "<w:p><w:r><w:t>&l11;</w:t></w:r></w:p>", f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]>'
        ),
        f"{NO_WORD}|{NO_WORDS}",
    ),
    "outside.docx": (
        lambda: body(
            "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>",
            '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        ),
        f"{NO_WORD}|{NO_WORDS}",
    ),
    "deep.docx": (lambda: body("<w:p>" * 100_000), NO_WORD),
    "inflating.docx": (lambda: body(" " * 300_000_000), "unpacks to more than"),
    "words-without-end.docx": (lambda: body(WORDS * 900_000), "takes more than|unpacks to more|="),
    "not-xml.docx": (lambda: document(b"\xff\xfe\x00<"), NO_WORD),
    "marks.docx": (lambda: body(WORDS.replace("Five", "\u202eFive")), f"=\u202e{TALKS}"),
}


def archive(*entries: tuple[zipfile.ZipInfo | str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in entries:
            new.writestr(name, content)
    return out.getvalue()


def linked() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("passwords.txt")
    entry.external_attr = 0o120777 << 16
    return entry


def changed(content: bytes, old: bytes, new: bytes) -> bytes:
    if old not in content:
        raise ValueError("nothing to change")
    return content.replace(old, new)


def encrypted() -> bytes:
    plain = bytearray(archive(("a.txt", TALKS)))
    plain[6] |= 1
    plain[plain.index(b"PK\x01\x02") + 8] |= 1
    return bytes(plain)


def nested(depth: int) -> bytes:
    content = archive(("a.txt", TALKS))
    for _ in range(depth):
        content = archive(("inner.zip", content))
    return content


ARCHIVES: dict[str, tuple[Content, str]] = {
    "bomb.zip": (lambda: archive(("a.txt", b"a" * 40_000_000)), "a zip bomb"),
    "hidden-bomb.zip": (
        lambda: changed(
            archive(("a.txt", b"a" * 40_000_000)),
            (40_000_000).to_bytes(4, "little"),
            (40_000).to_bytes(4, "little"),
        ),
        "broken in the archive|larger than|=",
    ),
    "nested.zip": (lambda: nested(9), "is not opened"),
    "leading-out.zip": (lambda: archive(("../../a.txt", TALKS)), "leads out of the archive"),
    "absolute.zip": (lambda: archive(("/etc/a.txt", TALKS)), "leads out of the archive"),
    "drive.zip": (lambda: archive(("C:\\a.txt", TALKS)), "leads out of the archive"),
    "backslash.zip": (lambda: archive(("..\\..\\a.txt", TALKS)), "leads out of the archive"),
    "link.zip": (lambda: archive((linked(), "/etc/passwd")), "a link is not followed"),
    "locked.zip": (encrypted, "needs a password"),
    "cut.zip": (lambda: nested(1)[:60], "not a ZIP archive, or a broken one"),
    "wrong-sum.zip": (
        lambda: changed(
            archive(("a.txt", TALKS)),
            zlib.crc32(TALKS.encode()).to_bytes(4, "little"),
            b"\0\1\2\3",
        ),
        "broken in the archive",
    ),
    "overlapping.zip": (
        lambda: changed(archive(("a.txt", TALKS), ("b.txt", TALKS)), b"b.txt", b"a.txt"),
        "|=",
    ),
    "too-many.zip": (
        lambda: archive(*((f"{number}.txt", "x") for number in range(3_000))) * 2,
        "|=",
    ),
    "strange-names.zip": (lambda: archive(("a\n\x1b[2J\u202e.txt", TALKS)), READ),
}


def parts(depth: int) -> bytes:
    head = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth)
    )
    return b"Subject: Talks\n" + head + b"\n" + TALKS.encode()


MAILS: dict[str, tuple[Content, str]] = {
    "deep-parts.eml": (lambda: parts(3_000), "nested too deeply|a mail without text|="),
    "many-parts.eml": (
        lambda: b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 5_000,
        "a mail of more than 200 parts",
    ),
    "long-subject.eml": (
        lambda: b"Subject: " + b"=?utf-8?q?" + b"a" * 3_000_000 + b"\n\n" + TALKS.encode(),
        READ,
    ),
    "unknown-charset.eml": (
        lambda: b"Content-Type: text/plain; charset=none\n\n" + TALKS.encode(),
        READ,
    ),
    "bad-base64.eml": (
        lambda: b"Content-Transfer-Encoding: base64\n\n@@@@",
        "empty file|not text|=",
    ),
    "no-text.eml": (lambda: b"Content-Type: image/png\n\nx", "a mail without text"),
    "wrong-date.eml": (lambda: b"Date: 45 Foo 99999\n\n" + TALKS.encode(), READ),
    "lying-name.eml": (
        lambda: (
            b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nTalks.\n--b\n"
            b'Content-Disposition: attachment; filename="../../a.exe"\n\nx\n--b--\n'
        ),
        "exe is not read|=Talks.",
    ),
}

TEXTS: dict[str, tuple[Content, str]] = {
    "one-line.txt": (lambda: b"talks " * (LARGE // 6), "larger than 10 MB"),
    "no-spaces.txt": (lambda: b"a" * 5_000_000, "="),
    "spaces.txt": (lambda: b" " * 4_000_000 + TALKS.encode(), READ),
    "lines.txt": (lambda: b"a\n" * 4_900_000, "more than 100,000 lines"),
    "line-ends.txt": (lambda: b"\n\r" * 1_500_000 + TALKS.encode(), READ),
    "nul-bytes.txt": (lambda: TALKS.encode().replace(b" ", b"\0"), "not text"),
    "surrogates.txt": (lambda: f"{TALKS} \ud800".encode("utf-8", "surrogatepass"), READ),
    "mixed.txt": (
        lambda: f"{TALKS} café “Lomé” ".encode() + "Lomé".encode("cp1252"),
        READ,
    ),
    "utf-16-bare.txt": (lambda: TALKS.encode("utf-16-le"), "not text"),
    "utf-32.txt": (lambda: TALKS.encode("utf-32"), READ),
    "right-to-left.txt": (f"\u202e{TALKS}\u2066".encode, READ),
    "combining.txt": ((TALKS + "e" + "\u0301" * 900_000).encode, READ),
    "escapes.txt": (f"{TALKS} \x1b[2J\x1b]0;x\x07".encode, READ),
    "random.txt": (lambda: bytes(range(256)) * 400, "not text"),
    "header.txt": (f"Published: 9999-99-99\n\n{TALKS}".encode, READ),
    "bare.unknown": (TALKS.encode, "unknown is not read"),
    "deep.md": (lambda: b"> " * 50_000 + TALKS.encode(), "|="),
    "links.md": (lambda: b"[a](" * 50_000 + TALKS.encode(), "takes more than|="),
    "stars.md": (lambda: b"*a_ " * 100_000 + TALKS.encode(), "takes more than|="),
}

DATA: dict[str, tuple[Content, str]] = {
    "deep.json": (lambda: b"[" * 900_000, "nested too deeply|not JSON"),
    "cut.json": (lambda: b'[{"text": "Talks', "not JSON"),
    "number.json": (lambda: b'{"text": "Talks failed.", "id": ' + b"9" * 9_000 + b"}", "not JSON"),
    "huge.json": (lambda: b"[" + b"{}," * 4_000_000 + b"{}]", "larger than 10 MB"),
    "objects.json": (lambda: b"[" + b"[]," * 3_000 + b"[]]", "not a JSON object"),
    "surrogates.json": (lambda: json.dumps({"body": f"{TALKS} \ud800"}).encode(), READ),
    "lines.jsonl": (
        lambda: json.dumps({"text": "a\n" * 3_000_000}).encode(),
        "more than 100,000 lines",
    ),
    "infinite.json": (lambda: b'{"text": NaN}', "text is not a string"),
    "surrogates.jsonl": (lambda: json.dumps({"text": "\ud800"}).encode(), "surrogate pair"),
    "one-line.jsonl": (lambda: b'{"text": "' + b"a" * LARGE + b'"}', "line of more than 10 MB"),
    "deep.jsonl": (lambda: b'{"text": ' + b"[" * 90_000 + b"\n", "not a JSON object"),
    "latin.jsonl": (lambda: '{"text": "Lomé"}'.encode("latin-1"), "not UTF-8"),
    "open-quote.csv": (lambda: b'text\n"' + b"talks\n" * 2_000_000, "not CSV"),
    "one-line.csv": (lambda: b"text\n" + b"a" * LARGE, "line of more than 10 MB"),
    "columns.csv": (lambda: b"text" + b",x" * 500_000 + b"\n" + TALKS.encode()[:20], "="),
    "no-names.csv": (lambda: b"1,2\n3,4\n", "its first row names no field for the text"),
    "nul-bytes.csv": (f'text\n"{TALKS}\0"\n'.encode, READ),
    "formula.csv": (f"title,text\n=cmd|' /C'!A0,\"{TALKS}\"\n".encode, READ),
}

SAVED = made.warc(("https://x.example/a", "text/plain", TALKS.encode()), packed=False)
NO_WARC = "not a WARC file, or a broken one"

WEB_ARCHIVES: dict[str, tuple[Content, str]] = {
    "cut.warc": (lambda: SAVED[: len(SAVED) - 40], f"{NO_WARC}|cut off in the archive"),
    "cut.warc.gz": (lambda: gzip.compress(SAVED)[:200], f"{NO_WARC}|cut off in the archive"),
    "bomb.warc.gz": (
        lambda: gzip.compress(
            made.warc(("https://x.example/a", "text/plain", b"a" * 300_000_000), packed=False)
        ),
        "larger than 50 MB",
    ),
    "endless-head.warc.gz": (
        lambda: gzip.compress(b"WARC/1.0\r\n" + b"X-A: b\r\n" * 20_000_000),
        "takes more than|not a WARC",
    ),
    "lying-length.warc": (
        lambda: changed(SAVED, b"Content-Length: ", b"Content-Length: 99"),
        f"{NO_WARC}|cut off in the archive",
    ),
    "no-warc.warc": (lambda: b"Talks failed.", "not a WARC file"),
}

INPUTS: dict[str, tuple[Content, str]] = (
    PAGES | PDFS | DOCUMENTS | ARCHIVES | MAILS | TEXTS | DATA | WEB_ARCHIVES
)
