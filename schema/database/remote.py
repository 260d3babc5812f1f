"""A Neo4j server that somebody else runs."""

from collections.abc import Callable
from contextlib import nullcontext

from schema.database.connection import Endpoint, Engine
from schema.errors import DatabaseError, DatabaseUnreachable, SettingsError
from schema.settings import Settings


class Remote:
    """The server at ``settings.database``."""

    engine = Engine.NEO4J
    retry_seconds = 30.0
    writing = nullcontext()

    def __init__(self, settings: Settings) -> None:
        if settings.database is None or settings.database_password is None:
            raise SettingsError("A database server needs DIPLOGRAPH_DATABASE and DIPLOGRAPH_DATABASE_PASSWORD.")
        self.endpoint = Endpoint(
            settings.database,
            settings.database_user,
            settings.database_password.get_secret_value(),
            settings.database_name,
        )

    def check(self) -> None:
        """Nothing: only a query can tell."""

    def attempts(self) -> Callable[[], None]:
        """Nothing that would tell a transaction not to try again."""
        return lambda: None

    def recovered(self, seconds: float) -> bool:  # noqa: ARG002 there is nothing to wait for
        """No: the driver has waited long enough."""
        return False

    def lost(self) -> DatabaseError:
        """That nothing answers at the address."""
        return DatabaseUnreachable(
            f"No database answers at {self.endpoint.uri}. Start Neo4j there, correct DIPLOGRAPH_DATABASE, or unset it "
            "to use the embedded database."
        )

    def failed(self, said: str) -> DatabaseError:
        """What the server said."""
        return DatabaseError(said)

    def close(self) -> None:
        """Nothing: the server is not ours."""
