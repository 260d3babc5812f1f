"""The map of places, and the outlines beneath it."""

import json
import re
from pathlib import Path

import httpx
import pytest

from service.pages.land import HEIGHT, WIDTH, at, land
from tests.service.pages.reading import words_of


def test_places_are_on_the_map_and_in_the_table(client: httpx.Client) -> None:
    page = client.get("/map").text
    (riyadh,) = [place for place in client.get("/map.json").json()["places"] if place["venue"]["name"] == "Riyadh"]
    assert riyadh["held"] == 1
    assert page.count(f'href="/venue/{riyadh["venue"]["id"]}"') == 2
    x, y = at(riyadh["venue"]["lat"], riyadh["venue"]["lon"])
    assert f'cx="{x}" cy="{y}"' in page
    assert "Riyadh Saudi Arabia 1 18 Feb 2025 18 Feb 2025" in words_of(page)
    assert client.get("/map.csv").text.splitlines()[1].startswith(f"{riyadh['venue']['id']},Riyadh,city,Saudi Arabia,")


def test_a_year_without_places_leads_back_to_all(client: httpx.Client) -> None:
    page = client.get("/map?kind=meeting&from=2024&to=2024").text
    assert 'href="/map?kind=meeting"' in page
    assert "Show all years" in words_of(page)


@pytest.mark.parametrize(("query", "places"), [("kind=call", 0), ("asOf=2025-02-10", 1), ("status=held", 1), ("", 1)])
def test_the_filters_of_meetings_hold(client: httpx.Client, query: str, places: int) -> None:
    assert len(client.get(f"/map.json?{query}").json()["places"]) == places


@pytest.mark.parametrize("query", ["colour=red", "asOf=2025", "person=Nobody+At+All"])
def test_what_cannot_be_shown_is_told(client: httpx.Client, query: str) -> None:
    assert client.get(f"/map?{query}").status_code in (400, 404)


@pytest.mark.parametrize(("lat", "lon"), [(90, 180), (-90, -180), (0, 0), (51.5, -0.1)])
def test_every_place_is_within_the_map(lat: float, lon: float) -> None:
    x, y = at(lat, lon)
    assert 0 <= x <= WIDTH
    assert 0 <= y <= HEIGHT


def test_land_across_the_edge_is_on_both_sides(tmp_path: Path) -> None:
    """One island from 170 degrees east to 170 degrees west, in two arcs of which one runs the other way round."""
    north = [[170, 60], [10, 0], [-350, 0], [0, -10]]
    south = [[170, 60], [0, -10], [20 - 360, 0]]
    island = {"type": "MultiPolygon", "arcs": [[[0, -2]]]}
    file = tmp_path / "land.json"
    file.write_text(
        json.dumps(
            {
                "transform": {"scale": [1, 1], "translate": [0, 0]},
                "objects": {"land": {"geometries": [island]}},
                "arcs": [north, south],
            }
        )
    )
    path = land(file)
    assert path.count("M") == path.count("z") == 2
    begins = sorted(int(x) for x in re.findall(r"M(-?\d+)", path))
    assert begins[1] - begins[0] == WIDTH
    assert not re.search(rf"l-?(?:{WIDTH // 2}|[1-9]\d{{4,}})", path)


def test_without_outlines_there_is_a_map_all_the_same(tmp_path: Path) -> None:
    assert land(tmp_path / "nothing.json") == ""
