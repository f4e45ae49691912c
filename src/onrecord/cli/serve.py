"""`onrecord serve`: the record in a browser."""

from threading import Thread
from typing import Annotated

import typer

from onrecord.cli.options import Lexicon, Place
from onrecord.cli.record import existing
from onrecord.cli.trouble import USAGE, Trouble, say

_HERE = "127.0.0.1"
_PORT = 8765


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve")(serve)


def serve(
    port: Annotated[
        int, typer.Option(metavar="N", min=1, max=65535, help="The port to listen on.")
    ] = _PORT,
    place: Place = None,
    lexicon: Lexicon = None,  # noqa: ARG001
) -> None:
    """Open the record in a browser: read it, question it, take it away.

    Only this computer can reach it.

    \b
    onrecord serve
    onrecord serve --port 8800 --record mission.db
    """  # noqa: D301
    try:
        import uvicorn

        from onrecord.store import default_record
        from onrecord.web.desk import create_app
    except ImportError as error:
        line = f"serve needs {error.name}: install onrecord with the extra web (onrecord[web])"
        raise Trouble(line, USAGE) from error
    where = place or str(default_record())
    with existing(where):
        app = create_app(where)
    Thread(target=app.state.known.edition, daemon=True).start()  # folded before anybody asks
    say(f"the record is open at http://{_HERE}:{port}/ (Ctrl-C ends)")
    uvicorn.run(app, host=_HERE, port=port, log_level="warning", server_header=False)
