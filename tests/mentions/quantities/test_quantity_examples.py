"""The examples of the data files of numbers, bounds, units and currencies."""

import pytest

from onrecord.lexicon import table
from onrecord.mentions.quantities import find_quantities
from onrecord.model import Block, Report, Span

_FILES = ("numbers", "quantities", "units", "currencies")
_EXAMPLES = [
    (name, text, found) for name in _FILES for text, found in table(name)["examples"].items()
]


@pytest.mark.parametrize(("name", "text", "found"), _EXAMPLES)
def test_example_of_the_data_file(name, text, found):
    block = Block(role="body", span=Span(0, len(text)))
    quantities = find_quantities(Report(id=name, text=text, blocks=(block,)), ())
    assert [[q.text, q.min, q.max, q.approx, q.unit] for q in quantities] == found


@pytest.mark.parametrize("name", _FILES)
def test_every_data_file_has_examples(name):
    assert len(table(name)["examples"]) >= 5


def test_no_bound_is_of_two_kinds():
    bounds = table("quantities")["bounds"]
    phrases = [phrase for kind in bounds.values() for phrase in kind]
    assert len(phrases) == len(set(phrases))


def test_currency_codes_are_those_of_iso_4217_in_form():
    data = table("currencies")
    codes = {*data["prefixes"].values(), *data["words"].values()}
    assert all(len(code) == 3 and code.isalpha() and code.isupper() for code in codes)
