"""The gate's own rules: a figure below its floor is named, floors only rise."""

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import floors

FIGURES = st.dictionaries(st.sampled_from(["a", "b", "c"]), st.floats(0, 5))


def test_a_figure_below_its_floor_is_named() -> None:
    assert floors.below({"speed ratio": 0.79}, {"speed ratio": 0.8}) == [
        "speed ratio: 0.790 is below its floor 0.800"
    ]


def test_a_figure_at_its_floor_passes() -> None:
    assert floors.below({"speed ratio": 0.8}, {"speed ratio": 0.8}) == []


def test_a_floor_without_a_figure_is_missed() -> None:
    assert floors.below({}, {"macro F1": 0.4}) == ["macro F1: not measured, floor 0.400"]


@given(FIGURES, FIGURES)
def test_floors_never_fall(figures: dict[str, float], old: dict[str, float]) -> None:
    new = floors.raised(figures, old)
    assert new.keys() == old.keys()
    assert all(new[name] >= old[name] for name in old)


def test_saving_replaces_the_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text("{}", "utf-8")
    floors.save({"macro F1": 0.41}, path)
    assert json.loads(path.read_text("utf-8")) == {"macro F1": 0.41}
    assert [p.name for p in tmp_path.iterdir()] == ["floors.json"]


@pytest.mark.parametrize("name", ["macro F1", "event precision", "seed macro F1", "speed ratio"])
def test_the_project_has_a_floor(name: str) -> None:
    assert floors.load()[name] > 0
