"""No module of the project names a state, a people, a mission or a body: names are data."""

import ast
from pathlib import Path

import pytest

import onrecord
from onrecord.linking.register import register

PACKAGE = Path(onrecord.__file__).parent
SORTS = ("state", "territory", "seat", "demonym", "mission", "body", "armed", "organ", "force")
# Names that are English words or labels of annotation schemes as well.
ALSO_WORDS = frozenset({"ADP", "CAR", "CMA", "CC", "PDT", "IS", "FLA", "PART", "DT"})


def names():
    return {
        written
        for rows in register().names.values()
        for written, _, entry in rows
        if entry.sort in SORTS and len(written) > 2 and written not in ALSO_WORDS
    }


def literals(module):
    """The string literals of a module, docstrings left out."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in docstrings:
            yield text


@pytest.mark.parametrize(
    "module", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_no_literal_is_a_name_of_the_lexicon(module):
    known = names()
    found = {literal for literal in literals(module) if literal.strip() in known}
    assert not found
