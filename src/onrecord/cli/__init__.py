"""The commands: thin."""


def main() -> None:
    """Run the command line, and leave with its exit code: 0 done, 1 some inputs failed, 2 usage."""
    from onrecord.cli.app import run

    raise SystemExit(run())
