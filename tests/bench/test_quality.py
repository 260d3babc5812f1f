"""The benchmark itself: what it takes for the same contact, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest

from schema.vocabulary import Kind
from tests.bench.quality import match, run


def contact(kind: Kind, *sides: str, status: str = "held", **more: Any) -> dict[str, Any]:
    """A contact of people, and of parties where the name begins with a "+"."""
    named = [{"party": side[1:]} if side.startswith("+") else {"person": side} for side in sides]
    return {
        "kind": kind,
        "status": status,
        "participants": [{**side, "attendance": "attended"} for side in named],
        **more,
    }


@pytest.mark.parametrize(
    ("gold", "read", "same"),
    [
        (contact(Kind.CALL, "Ann Lee", "Ben Okoro"), contact(Kind.CALL, "Lee", "Okoro"), True),
        (contact(Kind.CALL, "Ann Lee", "Ben Okoro"), contact(Kind.CONVERSATION, "Ann Lee", "+Fiji"), True),
        (contact(Kind.CALL, "Ann Lee", "Ben Okoro"), contact(Kind.MEETING, "Ann Lee", "Ben Okoro"), False),
        (contact(Kind.VISIT, "Ann Lee", "+Russia"), contact(Kind.MEETING, "Ann Lee", "+Kremlin"), True),
        (contact(Kind.TALKS, "+Fiji", "+Tonga", "+Samoa"), contact(Kind.TALKS, "+Fiji", "+Nauru", "+Palau"), False),
    ],
)
def test_contacts_match_by_half_of_their_sides_and_by_kinds_that_agree(
    gold: dict[str, Any], read: dict[str, Any], same: bool
) -> None:
    found = match([gold], [read])
    assert found.read == [(read, gold if same else None)]
    assert found.missed == ([] if same else [gold])


def test_each_contact_matches_one_other_and_the_one_most_alike() -> None:
    monday = contact(Kind.MEETING, "Ann Lee", "Ben Okoro", date="2025-02-17")
    tuesday = contact(Kind.MEETING, "Ann Lee", "Ben Okoro", date="2025-02-18")
    found = match([monday, tuesday], [tuesday])
    assert found.read == [(tuesday, tuesday)]
    assert found.missed == [monday]


def test_what_is_no_gold_article_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="holds no gold article"):
        run(tmp_path)
    (tmp_path / "a.json").write_text(json.dumps({"text": "Ann Lee met Ben Okoro."}))
    with pytest.raises(SystemExit, match=r"a\.json is no gold article: 'people' is missing"):
        run(tmp_path)
