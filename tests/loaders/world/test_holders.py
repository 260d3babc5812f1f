"""Office-holders by name, by office and by day."""

from pathlib import Path

import pytest

from loaders.world import world
from loaders.world.holders import load_holders
from schema.errors import SettingsError


def test_an_office_has_the_holder_of_the_day() -> None:
    holders = world().holders
    before = [holder.name for holder in holders.office("president", "France", "2016-06-01")]
    after = [holder.name for holder in holders.office("president", "France", "2018-06-01")]
    assert (before, after) == (["François Hollande"], ["Emmanuel Macron"])


def test_a_leader_is_whoever_leads() -> None:
    leaders = {holder.name for holder in world().holders.office("leader", "India", "2024-03-01")}
    assert "Narendra Modi" in leaders


def test_spellings_are_one_person() -> None:
    holders = world().holders
    assert {holder.name for holder in holders.person("Volodymyr Zelenskiy")} == {
        holder.name for holder in holders.person("Volodymyr Zelensky")
    }


def test_accents_do_not_matter() -> None:
    assert [holder.of for holder in world().holders.person("Joao Lourenco")] == ["Angola"]


def test_a_partial_date_counts_with_all_its_days() -> None:
    names = [holder.name for holder in world().holders.office("foreign minister", "Ghana", "2025-01-31")]
    assert names == ["Shirley Ayorkor Botchwey"]


def test_a_users_file_adds_holders(tmp_path: Path) -> None:
    extra = tmp_path / "holders.tsv"
    extra.write_text(
        "name\taliases\ttitle\tof\tsince\tuntil\tgender\nRudolf Elphberg\tRudolf V\tKing\tRuritania\t1893\t\tm\n",
        "utf-8",
    )
    assert [holder.name for holder in load_holders(extra).office("monarch", "Ruritania", "1894-01-01")] == [
        "Rudolf Elphberg"
    ]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Rudolf Elphberg\t\t\tRuritania\t\t\t", "no title"),
        ("Rudolf Elphberg\t\tKing\tRuritania\tspring 1893\t\t", "since 'spring 1893'"),
        ("Rudolf Elphberg\t\tKing\tRuritania\t\t\tking", "gender 'king'"),
        ("Rudolf Elphberg\t\tKing\tRuritania\t\t\tm\tfurther", "8 cells under 7 columns"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, row: str, problem: str) -> None:
    extra = tmp_path / "holders.tsv"
    extra.write_text(f"# mine\nname\taliases\ttitle\tof\tsince\tuntil\tgender\n{row}\n", "utf-8")
    with pytest.raises(SettingsError, match=rf"holders\.tsv:3: {problem}"):
        load_holders(extra)


def test_columns_may_be_left_out(tmp_path: Path) -> None:
    extra = tmp_path / "holders.tsv"
    extra.write_text("title\tname\tof\nKing\tRudolf Elphberg\tRuritania\n", "utf-8")
    assert [holder.title for holder in load_holders(extra).person("Rudolf Elphberg")] == ["King"]
