"""Floors that figures must not fall below; they are raised, never lowered."""

import json
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")


def load(path: Path = FLOORS) -> dict[str, float]:
    """Figure -> floor."""
    return {str(k): float(v) for k, v in json.loads(path.read_text("utf-8")).items()}


def below(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """One line for each floor that its figure does not reach, or whose figure is missing."""
    lines = []
    for name, floor in floors.items():
        figure = figures.get(name)
        if figure is None:
            lines.append(f"{name}: not measured, floor {floor:.3f}")
        elif figure < floor:
            lines.append(f"{name}: {figure:.3f} is below its floor {floor:.3f}")
    return lines


def raised(figures: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors after a run: each the higher of the old one and the figure, cut to two digits."""
    return {
        name: max(floor, int(figures.get(name, 0.0) * 100) / 100) for name, floor in floors.items()
    }


def save(floors: Mapping[str, float], path: Path = FLOORS) -> None:
    """Write the floors whole or not at all."""
    fresh = path.with_suffix(".tmp")
    fresh.write_text(json.dumps(dict(floors), indent=2) + "\n", "utf-8")
    fresh.replace(path)
