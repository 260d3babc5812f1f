"""The service on a port of its own, as in production."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import uvicorn

from schema.database import Database
from schema.settings import read_settings
from service.app import create_app
from service.cli.serve import listen


@contextmanager
def served(database: Database, **settings: object) -> Iterator[httpx.Client]:
    """A client of the service over this database, with these settings; ``base_url`` says where it is."""
    configured = read_settings(**{"host": "127.0.0.1", "port": 0, **settings})
    listening = listen(configured)
    server = uvicorn.Server(uvicorn.Config(create_app(configured, database), log_config=None, ws="websockets-sansio"))
    serving = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    serving.start()
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{listening.getsockname()[1]}", timeout=60) as client:
            yield client
    finally:
        server.should_exit = True
        serving.join()
