"""``diplograph serve``: the GraphQL API and the pages, over HTTP."""

import asyncio
import errno
import gc
import logging
import socket
from typing import TYPE_CHECKING, Annotated

import typer

from schema.errors import SettingsError
from schema.settings import Settings, read_settings
from service.cli.console import count, plain, say

if TYPE_CHECKING:
    from schema.database import Database

_TRIES = 100
_GRACE_SECONDS = 5
"""What requests that are being answered get when the service is stopped."""

ANY_ARTICLE = "MATCH (a:Article) RETURN a.id AS id LIMIT 1"


def serve(
    samples: Annotated[
        bool, typer.Option("--samples", help="Load the sample articles first, where the graph holds no article.")
    ] = False,
) -> None:
    """Serve the GraphQL API and the pages until stopped. The addresses to open are printed.

    \b
    Example:
        diplograph serve --samples
    """
    from loaders.store import finish_rebuild
    from schema.database import open_database

    settings = read_settings()
    _log()
    with listen(settings) as listening, open_database(settings) as database:
        finish_rebuild(database)
        if samples:
            load_samples(settings, database)
        _run(settings, database, listening)


def listen(settings: Settings) -> socket.socket:
    """A socket that listens on the port of the settings, or on the next free one.

    Raises:
        SettingsError: the address is not one of this machine, or the port is reserved, or none is free.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
    except OSError:
        raise SettingsError(f"DIPLOGRAPH_HOST: {settings.host} is no address of this machine") from None
    for port in range(settings.port, min(settings.port + _TRIES, 65536)):
        try:
            listening = socket.create_server((str(address[0]), port), family=family)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                continue
            if error.errno == errno.EACCES:
                raise SettingsError(f"DIPLOGRAPH_PORT: port {port} is reserved; choose one above 1023") from None
            raise SettingsError(f"DIPLOGRAPH_HOST: cannot listen on {settings.host}: {error.strerror}") from None
        # Connections inherit it. Without it a kept connection holds each answer's body back until its head is
        # acknowledged, for 40 ms; asyncio sees to that only where it makes the socket itself.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listening
    raise SettingsError(f"DIPLOGRAPH_PORT: none of the {_TRIES} ports from {settings.port} on is free; choose another")


def load_samples(settings: Settings, database: "Database") -> None:
    """Load the sample articles into a graph that holds no article; leave any other as it is."""
    from loaders.batch import load
    from loaders.extract.extractor import Extractor
    from loaders.samples import samples
    from loaders.sources.inputs import Found, Origin

    if database.rows(ANY_ARTICLE):
        return
    say("Loading the sample articles…")
    inputs = [Found(Origin("samples"), source) for source in samples()]
    reader = Extractor(settings.model, settings.polities, settings.holders)
    for tally, _ in load(database, inputs, reader):
        loaded = tally.loaded
    say(f"{count(loaded, 'article')} loaded.")


def _run(settings: Settings, database: "Database", listening: socket.socket) -> None:
    import uvicorn

    from schema.database import Engine
    from service.app import create_app
    from service.graphql.limits import MAX_BODY
    from service.warming import warm

    class Server(uvicorn.Server):
        """Tells when it answers."""

        warming: asyncio.Task[None] | None = None

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            # What is there now stays, and a large answer has tens of thousands of values: looking through all of that
            # again and again for what is no longer used took a quarter of the time of such an answer.
            gc.collect()
            gc.freeze()
            gc.set_threshold(10_000, 10, 10)
            if database.engine is Engine.NEO4J:
                self.warming = asyncio.create_task(warm(app.state.service))
            say(addresses(listening, settings.port))

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            if self.warming:
                self.warming.cancel()
            await super().shutdown(sockets)

    app = create_app(settings, database)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        ws="websockets-sansio",
        ws_max_size=MAX_BODY,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    Server(config).run([listening])


def addresses(listening: socket.socket, wanted: int) -> str:
    """What to open in a browser, and why it is another port than the one asked for."""
    host, port = listening.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 listening everywhere is the user's choice
    base = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    moved = f" (port {wanted} is taken)" if wanted not in (0, port) else ""
    return f"diplograph serves{moved}:\n  {base}/          pages\n  {base}/graphql   GraphQL\nStop with Ctrl-C."


class _Formatter(logging.Formatter):
    """One line a message, whatever a client put into it."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 the name is the standard library's
        return plain(super().formatMessage(record)).replace("\n", "\\n")


def _log() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    for noisy in ("uvicorn", "neo4j"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
