"""Bytes of many encodings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.charset import NotTextError, decode

WORDS = "Le président Boni Yayi – “d’accord” – a signé à Ouagadougou, for €8 million, in the open. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding):
    assert decode(WORDS.encode(encoding)) == WORDS


def test_declared_encoding_of_a_page():
    page = '<html><head><meta charset="windows-1251"></head><body>Президент сказал</body></html>'
    assert decode(page.encode("cp1251"), page=True) == page


def test_latin_1_means_windows_1252():
    page = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>“yes”'
    assert decode(page.encode("cp1252"), page=True) == page


def test_damaged_utf_8():
    content = WORDS.encode()[:-3] + b"\xe2\x80"
    assert decode(content) == WORDS[:-3] + "\ufffd"


@pytest.mark.parametrize("label", ["hex", "rot13", "idna", "no-such", "zlib", "undefined"])
def test_labels_that_name_no_encoding(label):
    with pytest.raises(NotTextError):
        decode(f'<meta charset="{label}">'.encode() + b"\x93yes\x94", page=True)


@pytest.mark.parametrize(
    "content",
    [
        b"talks\x00 in Juba",
        b"%PDF-1.7\n\x01\x02\x03\x04" * 9,
        bytes(range(256)) * 4,
        "Президент сказал, что войска уйдут.".encode("koi8-r"),
        b"\xff\xfe\x00",
        b"talks \x81 in Juba",
    ],
)
def test_not_text(content):
    with pytest.raises(NotTextError):
        decode(content)


@given(st.binary(), st.booleans())
def test_any_bytes(content, page):
    try:
        found = decode(content, page=page)
    except NotTextError as error:
        found = str(error)
    assert isinstance(found, str)
    assert "\x00" not in found
