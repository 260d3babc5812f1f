"""Who may change the graph over HTTP: whoever has the token."""

from hmac import compare_digest

from pydantic import SecretStr

_NONE_SET = (
    "Changes are closed: this service was started without a token. Set DIPLOGRAPH_TOKEN and start it again, or make "
    "the change with `diplograph query`, `diplograph load` or `diplograph judge`."
)
_NONE_GIVEN = "Changes need the token: send the header `Authorization: Bearer …` with it."
_ANOTHER = "This is not the token that the service was started with (DIPLOGRAPH_TOKEN)."


def refusal(token: SecretStr | None, authorization: str | None) -> str | None:
    """Why whoever sends this ``Authorization`` may not change the graph; None where they may."""
    if token is None:
        return _NONE_SET
    scheme, _, given = (authorization or "").partition(" ")
    if scheme.lower() != "bearer" or not given.strip():
        return _NONE_GIVEN
    same = compare_digest(given.strip().encode("utf-8", "replace"), token.get_secret_value().encode())
    return None if same else _ANOTHER
