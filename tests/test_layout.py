"""The house keeps its shape: short modules, short functions, names that say something."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "src" / "onrecord").rglob("*.py"))
EMPTY_NAMES = {"helper", "helpers", "util", "utils", "common", "misc", "manager", "base"}
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_module(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= LONGEST_MODULE
    assert path.stem not in EMPTY_NAMES
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


def test_every_room_is_under_the_contract() -> None:
    contract = (ROOT / "pyproject.toml").read_text("utf-8")
    rooms = {p.name for p in (ROOT / "src" / "onrecord").iterdir() if (p / "__init__.py").exists()}
    assert all(f"onrecord.{room}" in contract for room in rooms)
