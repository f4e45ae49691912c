"""Writes the generated pages of `docs/`: the codebook of the lexicon, the help of the commands.

`--check` writes nothing, and exits 1 where a page is not what would be written.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.lexicon.frames import Frame, frames

DOCS = Path(__file__).resolve().parents[1] / "docs"
NOTE = "<!-- Made by scripts/docs.py; change the lexicon or the commands instead. -->\n\n"
INTRODUCTION = """\
One section for each event type: when it counts, its codes in PLOVER and CAMEO, the status that it
sets in the ledger, and sentences with their expected reading.
"""


def main() -> int:
    """Write or check the pages; 1 where a checked page is out of date."""
    pages = {"codebook.md": codebook(), "commands.md": commands()}
    check = "--check" in sys.argv[1:]
    stale = [name for name, text in pages.items() if not _is_current(name, text)]
    for name in stale:
        if check:
            print(f"docs/{name} is out of date: run make docs", file=sys.stderr)
        else:
            (DOCS / name).write_text(pages[name], "utf-8")
            print(f"wrote docs/{name}")
    return 1 if check and stale else 0


def _is_current(name: str, text: str) -> bool:
    path = DOCS / name
    return path.exists() and path.read_text("utf-8") == text


def codebook() -> str:
    """What counts as which event, with the examples that are run as tests."""
    parts = [
        "# Codebook\n\n",
        NOTE,
        INTRODUCTION,
    ]
    parts += ["".join(_section(frame)) for _, frame in sorted(frames().items())]
    return "".join(parts)


def _section(frame: Frame) -> Iterator[str]:
    plover = " / ".join(filter(None, (frame.plover.type, frame.plover.mode)))
    yield f"\n## {frame.type}\n\n{frame.meaning}\n\n"
    yield f"PLOVER {plover}; CAMEO {frame.cameo}"
    yield f"; ledger: {frame.commitment}.\n\n" if frame.commitment else ".\n\n"
    yield "Triggers: " + ", ".join(_triggers(frame)) + ".\n\n"
    for example in frame.examples:
        yield f"- {example['text']}{_reading(example)}\n"
    yield "\nNot this type:\n\n"
    for example in frame.counter:
        other = example.get("instead")
        yield f"- {example['text']}{f' ({other})' if other else ''}\n"


def _triggers(frame: Frame) -> list[str]:
    found = {
        f"{' '.join(filter(None, pair))} ({pattern.pos})"
        for pattern in frame.patterns
        for pair in pattern.lemmas
    }
    return sorted(found)


def _reading(example: dict[str, Any]) -> str:
    told = [
        f"{key}: {', '.join(map(str, value)) if isinstance(value, list) else value}"
        for key, value in example.items()
        if key not in ("text", "trigger", "published")
    ]
    return f" ({'; '.join(told)})" if told else ""


def commands() -> str:
    """The help of every command."""
    import click
    import typer

    from onrecord.cli import app

    root = typer.main.get_command(app.commands())
    parts = ["# Commands\n\n", NOTE]
    with click.Context(root, info_name="onrecord") as context:
        for name in sorted(root.list_commands(context)):  # type: ignore[attr-defined]
            command = root.get_command(context, name)  # type: ignore[attr-defined]
            with click.Context(command, info_name=name, parent=context) as inner:
                help_text = command.get_help(inner).strip()
                parts.append(f"## onrecord {name}\n\n```\n{help_text}\n```\n\n")
    return "".join(parts).rstrip() + "\n"


if __name__ == "__main__":
    sys.exit(main())
