"""``diplograph serve``: the GraphQL API and the pages, over HTTP."""

import errno
import socket
from typing import Annotated

import typer

from schema.errors import SettingsError
from schema.settings import Settings

_TRIES = 100


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
            return socket.create_server((address[0], port), family=family)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                continue
            if error.errno == errno.EACCES:
                raise SettingsError(f"DIPLOGRAPH_PORT: port {port} is reserved; choose one above 1023") from None
            raise SettingsError(f"DIPLOGRAPH_HOST: cannot listen on {settings.host}: {error.strerror}") from None
    raise SettingsError(f"DIPLOGRAPH_PORT: none of the {_TRIES} ports from {settings.port} on is free; choose another")
