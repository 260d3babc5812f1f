"""A server that somebody else runs, and that may not be there."""

import socket

import pytest

from schema.database import open_database
from schema.errors import DatabaseUnreachable, SettingsError
from schema.settings import Settings


def test_an_address_where_nothing_answers_is_named_with_what_to_do() -> None:
    with socket.socket() as taken:
        # Bound but not listening: connections are refused.
        taken.bind(("127.0.0.1", 0))
        address = f"bolt://127.0.0.1:{taken.getsockname()[1]}"
        settings = Settings.model_validate({"database": address, "database_password": "irrelevant"})
        with pytest.raises(DatabaseUnreachable, match=f"{address}.*DIPLOGRAPH_DATABASE"), open_database(settings):
            pass


def test_a_server_needs_a_password() -> None:
    settings = Settings.model_validate({"database": "bolt://127.0.0.1:7687", "database_password": None})
    with pytest.raises(SettingsError, match="DIPLOGRAPH_DATABASE_PASSWORD"), open_database(settings):
        pass
