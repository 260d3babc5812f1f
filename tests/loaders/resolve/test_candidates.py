"""What analysts are asked to look at."""

from loaders.resolve.candidates import Candidate
from loaders.resolve.candidates import people as people_candidates
from loaders.resolve.joining import join
from loaders.resolve.nearby import meetings as meeting_candidates
from loaders.resolve.replay import replay
from schema.reading import Reading
from schema.vocabulary import Kind, Status
from tests.loaders.articles import LAVROV, RUBIO, Told, Who, reading
from tests.loaders.resolve.shelf import Shelf
from tests.loaders.resolve.test_people import BUSH_ELDER, BUSH_YOUNGER, RIVERA, item
from tests.loaders.resolve.told import tellings

BUSH = Who("George Bush", "President", "United States")


def asked(
    *people: Who, not_same: tuple[tuple[int, int], ...] = (), same: tuple[tuple[int, int], ...] = ()
) -> list[Candidate]:
    items = [item(who, number) for number, who in enumerate(people)]
    parted = [(items[left].id, items[right].id) for left, right in not_same]
    persons, decisions = join(items, [(items[left].id, items[right].id) for left, right in same], parted)
    return people_candidates(persons, decisions, parted)


def test_a_name_that_fits_two_is_asked_about_with_each_of_them() -> None:
    found = asked(BUSH_ELDER, BUSH_YOUNGER, BUSH)
    assert {(one.left, one.right, one.joined) for one in found} == {("p00", "p02", False), ("p01", "p02", False)}
    assert all(0.5 < one.score < 1 for one in found)
    assert all("both family names are bush (1.00)" in one.reasons for one in found)
    assert all("fits as well" in one.reasons[-1] for one in found)


def test_what_was_judged_is_asked_no_more() -> None:
    found = asked(BUSH_ELDER, BUSH_YOUNGER, BUSH, not_same=((0, 2),))
    assert found == [], "the rival is out, so the other one is joined"
    assert asked(BUSH_ELDER, BUSH_YOUNGER, BUSH, same=((1, 2),)) == []


def test_people_joined_on_thin_grounds_are_asked_about_by_the_ids_they_would_have() -> None:
    (found,) = asked(RIVERA, Who("Rivera", None, "Uruguay"))
    assert (found.left, found.right, found.joined) == ("p00", "p01", True)
    assert asked(RIVERA, Who("Rivera", "FM", "Uruguay")) == []


def about_meetings(*articles: Reading, not_same: bool = False) -> list[Candidate]:
    block = tellings(articles)
    shelf = Shelf(block, not_same=[(block[0].seed, block[-1].seed)] if not_same else [])
    return meeting_candidates(shelf, replay(shelf, {one.id for one in block}, set()))[0]


def test_calls_told_alike_of_different_days_are_asked_about_where_the_times_allow_it() -> None:
    told = [
        reading("one", "2025-02-12", Told(Kind.CALL, Status.EXPECTED, (LAVROV, RUBIO), "2025-02-14")),
        reading("two", "2025-02-13", Told(Kind.CALL, Status.EXPECTED, (LAVROV, RUBIO), "2025-02-16")),
    ]
    (found,) = about_meetings(*told)
    assert (found.known_from, found.joined) == ("2025-02-13", False)
    assert any("sides in common: Marco Rubio, Sergey Lavrov" in reason for reason in found.reasons)
    assert about_meetings(*told, not_same=True) == []


def test_an_article_that_tells_two_calls_apart_is_believed() -> None:
    calls = [Told(Kind.CALL, Status.EXPECTED, (LAVROV, RUBIO), day) for day in ("2025-02-14", "2025-02-16")]
    assert about_meetings(reading("one", "2025-02-12", *calls)) == []
