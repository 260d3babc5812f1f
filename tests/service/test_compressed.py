"""Static files go out compressed to whoever takes that."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from service.compressed import CompressedFiles

Get = Callable[..., httpx.Response]

SCRIPT = "const one = 1;\n" * 200


@pytest.fixture
def get(tmp_path: Path) -> Get:
    (tmp_path / "long.js").write_text(SCRIPT)
    (tmp_path / "short.js").write_text("1")
    (tmp_path / "picture.png").write_bytes(bytes(2_000))

    def get(path: str, **headers: str) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(CompressedFiles(directory=tmp_path))
            async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
                return await client.get(path, headers=headers)

        return asyncio.run(ask())

    return get


def test_a_script_is_smaller_on_its_way_and_the_same_when_it_is_there(get: Get) -> None:
    response = get("/long.js", **{"Accept-Encoding": "gzip, br"})
    assert response.headers["Content-Encoding"] == "gzip"
    assert int(response.headers["Content-Length"]) < len(SCRIPT) / 10
    assert response.headers["Content-Type"].startswith("text/javascript")
    assert response.text == SCRIPT
    again = get("/long.js", **{"Accept-Encoding": "gzip", "If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


def test_who_does_not_take_it_gets_the_file_as_it_is(get: Get) -> None:
    response = get("/long.js", **{"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in response.headers
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.text == SCRIPT


@pytest.mark.parametrize("name", ["short.js", "picture.png"])
def test_what_would_gain_nothing_stays_as_it_is(get: Get, name: str) -> None:
    assert "Content-Encoding" not in get(f"/{name}", **{"Accept-Encoding": "gzip"}).headers
