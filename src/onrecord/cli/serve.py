"""`onrecord serve`: the record in a browser."""

import logging
from threading import Thread
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.options import Lexicon, Place
from onrecord.cli.record import existing
from onrecord.cli.trouble import USAGE, Trouble, say

if TYPE_CHECKING:
    import uvicorn

_HERE = "127.0.0.1"
_PORT = 8765
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  (told apart, not listened on)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve")(serve)


def serve(
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The network address to listen on.")
    ] = _HERE,
    port: Annotated[
        int, typer.Option(metavar="N", min=1, max=65535, help="The port to listen on.")
    ] = _PORT,
    names: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="A name that browsers find the desk by."),
    ] = None,
    place: Place = None,
    lexicon: Lexicon = None,  # noqa: ARG001
) -> None:
    """Open the record in a browser: read it, question it, correct it, take it away.

    Only this computer can reach it, unless another address is given; that needs accounts
    (onrecord accounts), and the names that browsers may find it by.

    \b
    onrecord serve
    onrecord serve --port 8800 --record mission.db
    onrecord serve --host 0.0.0.0 --name desk.example.org
    """  # noqa: D301
    try:
        import uvicorn

        from onrecord.store import default_record
        from onrecord.web.desk import create_app
        from onrecord.web.guard import Guard, NoAccountsError
        from onrecord.web.guard.origins import LOOPBACK, is_loopback
    except ImportError as error:
        line = f"serve needs {error.name}: install onrecord with the extra web (onrecord[web])"
        raise Trouble(line, USAGE) from error
    where = place or str(default_record())
    own = () if host in _EVERYWHERE else (host,)
    guard = Guard(local=is_loopback(host), hosts=(*LOOPBACK, *own, *(names or ())))
    with existing(where):
        try:
            app = create_app(where, guard)
        except NoAccountsError as error:
            raise Trouble(str(error), USAGE) from error
    Thread(target=app.state.known.edition, daemon=True).start()  # folded before anybody asks
    shown = f"[{host}]" if ":" in host else host
    config = uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False)
    taken = _taken(config, f"http://{shown}:{port}/")
    say(f"the record is open at http://{shown}:{port}/ (Ctrl-C ends)")
    uvicorn.Server(config).run(sockets=[taken])


def _taken(config: "uvicorn.Config", shown: str) -> Any:
    """The socket of the address, taken before anybody is told of it."""
    logging.disable()  # the server has its own way to say what follows, and ends the process
    try:
        taken = config.bind_socket()
        taken.listen(config.backlog)  # who comes before the server is up waits for it
    except SystemExit:
        line = f"cannot listen at {shown}: another program does, or it is not this computer's"
        raise Trouble(line) from None
    finally:
        logging.disable(logging.NOTSET)
    return taken
