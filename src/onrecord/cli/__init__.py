"""The commands: thin."""


def main() -> None:
    """Run the command line."""
    raise SystemExit(2)
