"""Who is who."""

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.resolve.joining import join
from loaders.resolve.people import Grounds, Item, Person, linkable, traits
from tests.loaders.articles import LAVROV, RUBIO, ZELENSKY, Who
from tests.loaders.generated import NAMED

RIVERA = Who("Ana Rivera", "Foreign Minister", "Uruguay")
BUSH_ELDER = Who("George H. W. Bush", "President", "United States")
BUSH_YOUNGER = Who("George W. Bush", "President", "United States")


def item(who: Who, number: int = 0, count: int = 1) -> Item:
    return Item(
        f"f{number:02} {who.key}", who.name, who.title, who.of, count, f"2025-01-{number + 1:02}", f"p{number:02}"
    )


def persons(*people: Who, counts: dict[int, int] | None = None) -> set[frozenset[str]]:
    items = [item(who, number, (counts or {}).get(number, 1)) for number, who in enumerate(people)]
    return groups(join(items)[0])


def groups(found: list[Person]) -> set[frozenset[str]]:
    return {frozenset(one.name for one in person.items) for person in found}


def apart(*people: Who) -> bool:
    return len(persons(*people)) == len(people)


def together(*people: Who) -> bool:
    return len(persons(*people)) == 1


def test_spellings_of_one_minister_are_one() -> None:
    assert together(
        LAVROV, Who("Sergei Lavrov", "Minister of Foreign Affairs", "Russian Federation"), Who("Lavrov", "FM", "Russia")
    )
    assert together(
        ZELENSKY, Who("Volodymyr Zelenskyy", "President", "Ukraine"), Who("Zelenskiy", "president", "Ukraine")
    )


def test_names_that_differ_little_are_never_one_even_in_the_same_office() -> None:
    assert apart(Who("Wang Yi", "Foreign Minister", "China"), Who("Wang Li", "Foreign Minister", "China"))
    assert apart(Who("Kim Jong Un", "leader", "North Korea"), Who("Kim Jong Il", "leader", "North Korea"))
    assert apart(BUSH_ELDER, BUSH_YOUNGER)


def test_a_part_of_a_name_that_fits_two_is_neither() -> None:
    bush = Who("George Bush", "President", "United States")
    assert together(BUSH_YOUNGER, bush)
    assert apart(BUSH_ELDER, BUSH_YOUNGER, bush)
    items = [item(who, number) for number, who in enumerate((BUSH_ELDER, BUSH_YOUNGER, bush))]
    undecided = [one for one in join(items)[1] if not one.joined]
    assert undecided
    assert all("fits as well" in one.reason for one in undecided)


def test_one_full_name_with_nothing_against_it_is_one_person() -> None:
    assert together(LAVROV, Who("Sergey Lavrov"))
    assert together(
        Who("António Costa", "Prime Minister", "Portugal"), Who("Antonio Costa", "President", "European Council")
    )


def test_a_family_name_alone_joins_nobody() -> None:
    assert apart(RIVERA, Who("Rivera"))
    assert together(RIVERA, Who("Rivera", "minister of foreign affairs", "Uruguay"))


def test_one_name_in_two_countries_is_two_people_and_a_third_without_a_country_is_neither() -> None:
    jamaica, zealand = (
        Who("John Smith", "Foreign Minister", "Jamaica"),
        Who("John Smith", "Defence Minister", "New Zealand"),
    )
    items = [item(jamaica, 0), item(zealand, 1), item(Who("John Smith"), 2)]
    assert len(join(items)[0]) == 3
    items = [item(jamaica, 0, count=50), item(zealand, 1), item(Who("John Smith"), 2)]
    assert len(join(items)[0]) == 2, "against fifty articles one other is a slip"


def test_a_career_is_one_person_who_holds_several_offices() -> None:
    found, _ = join(
        [
            item(Who("Mark Rutte", "Prime Minister", "Netherlands"), 0),
            item(Who("Mark Rutte", "Secretary-General", "NATO"), 1),
        ]
    )
    (person,) = found
    assert {(office.title, office.of.name if office.of else "", told) for office, told in person.offices.items()} == {
        ("Prime Minister", "Netherlands", (("2025-01-01", False),)),
        ("Secretary-General", "NATO", (("2025-01-02", False),)),
    }


def test_judgements_go_before_all_and_a_negative_one_before_a_positive() -> None:
    one, two, three = item(LAVROV, 0), item(RUBIO, 1), item(Who("Sergei Lavrov", "FM", "Russia"), 2)
    assert groups(join([one, two], same=[(one.id, two.id)])[0]) == {frozenset({"Sergey Lavrov", "Marco Rubio"})}
    assert len(join([one, three], not_same=[(one.id, three.id)])[0]) == 2
    assert len(join([one, three], same=[(one.id, three.id)], not_same=[(three.id, one.id)])[0]) == 2


def test_each_step_is_explained() -> None:
    _, decisions = join([item(RIVERA, 0), item(Who("Rivera", "FM", "Uruguay"), 1)])
    (decision,) = decisions
    assert (decision.joined, decision.grounds) == (True, Grounds.PART_OF_NAME_AND_OFFICE)
    assert "only rivera" in decision.reason
    assert "same office" in decision.reason


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(NAMED), st.integers(1, 9)), max_size=8), st.randoms(use_true_random=False))
def test_people_do_not_depend_on_the_order_nor_on_others(named: list[tuple[Who, int]], random: object) -> None:
    items = [item(who, number, count) for number, (who, count) in enumerate(named)]
    found = {frozenset(person.items) for person in join(items)[0]}
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert {frozenset(person.items) for person in join(shuffled)[0]} == found
    for one in items:
        block = [other for other in items if _block(one, other, items)]
        assert {frozenset(person.items) for person in join(block)[0]} <= found


def _block(one: Item, other: Item, items: list[Item]) -> bool:
    """Whether a chain of what may be the same leads from one to the other."""
    reached, left = {one}, [one]
    while left:
        near = left.pop()
        mine = traits(near.name, near.title, near.of)
        for each in items:
            if each not in reached and linkable(mine, traits(each.name, each.title, each.of)):
                reached.add(each)
                left.append(each)
    return other in reached
