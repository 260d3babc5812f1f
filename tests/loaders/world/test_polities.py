"""Countries and bodies by the words that texts use."""

from pathlib import Path

import pytest

from loaders.world import Word, world
from loaders.world.polities import load_polities
from schema.errors import SettingsError


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Türkiye", "Turkey"),
        ("DR Congo", "Democratic Republic of the Congo"),
        ("Congo-Brazzaville", "Republic of the Congo"),
        ("Ivory Coast", "Côte d'Ivoire"),
        ("Cote d'Ivoire", "Côte d'Ivoire"),
        ("N'Djamena", "Chad"),
        ("Islamic Republic of Iran", "Iran"),
        ("Élysée", "France"),
        ("Elysee", "France"),
        ("Foggy Bottom", "United States"),
        ("Planalto", "Brazil"),
        ("U.S.", "United States"),
        ("Nato", "NATO"),
        ("Igad", "Intergovernmental Authority on Development"),
        ("Burkinabe", "Burkina Faso"),
        ("Filipinos", "Philippines"),
        ("St. Lucia", "Saint Lucia"),
    ],
)
def test_a_polity_is_known_by_its_names_demonyms_and_seats(written: str, name: str) -> None:
    found = world().polities.get(written)
    assert found is not None
    assert found.name == name


def test_an_abbreviation_counts_in_capitals_only() -> None:
    assert world().polities.get("us") is None


def test_a_seat_is_told_from_a_name() -> None:
    terms = world().polities.terms
    kremlin, russia, moscow = terms.get("kremlin"), terms.get("russia"), terms.get("moscow")
    assert kremlin is not None
    assert russia is not None
    assert moscow is not None
    assert (kremlin.word, russia.word, moscow.word) == (Word.SEAT, Word.NAME, Word.CAPITAL)


def test_a_users_file_adds_polities(tmp_path: Path) -> None:
    extra = tmp_path / "polities.tsv"
    extra.write_text(
        "# mine\nname\tkind\taliases\tseats\nFree State of Bottleneck\tcountry\tBottleneck\tLorch\n", "utf-8"
    )
    found = load_polities(extra).get("Bottleneck")
    assert found is not None
    assert found.name == "Free State of Bottleneck"


def test_a_file_without_names_is_refused(tmp_path: Path) -> None:
    extra = tmp_path / "polities.tsv"
    extra.write_text("country\tcapital\nRuritania\tStrelsau\n", "utf-8")
    with pytest.raises(SettingsError, match=":2: no name"):
        load_polities(extra)


def test_a_row_with_too_many_cells_is_refused_with_its_line(tmp_path: Path) -> None:
    extra = tmp_path / "polities.tsv"
    extra.write_text("name\tkind\nRuritania\tcountry\tStrelsau\n", "utf-8")
    with pytest.raises(SettingsError, match=r":2: 3 cells under 2 columns"):
        load_polities(extra)


def test_a_users_row_gives_a_known_country_further_names(tmp_path: Path) -> None:
    extra = tmp_path / "polities.tsv"
    extra.write_text("name\taliases\nKenya\tLand of Lions\n", "utf-8")
    polities = load_polities(extra)
    assert (polities.get("Land of Lions"), polities.by_name["Kenya"].iso) == (polities.get("Kenya"), "KE")
