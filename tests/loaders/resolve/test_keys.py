"""Whoever may be one person is found by a key, and a family name alone brings no two countries together."""

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.resolve.people import keys, linkable, sought, traits

NAMES = """
Kim Jong Un|Kim Jong-un|Kimjongun|Kim|Kim Jong Il|Sergey Lavrov|Sergei Lavrov|Lavrov|S. Lavrov|George Bush|
George W. Bush|George H. W. Bush|Bush|Volodymyr Zelensky|Volodymyr Zelenskyy|Zelenskiy|Wang Yi|Wang Li|Yi Wang|Li|
António Guterres|Antonio Guterres|Guterres|Donald Trump|Trump|Mohammed bin Salman|Mohammad bin Salman|bin Salman
""".replace("\n", "").split("|")
POLITIES = (None, "Russia", "Russian Foreign Ministry", "North Korea", "United States", "UN", "Ukraine")
TITLES = (None, "President", "Foreign Minister")


def test_whoever_may_be_one_person_is_found_by_a_key() -> None:
    everybody = [traits(name, title, of) for name, of, title in product(NAMES, POLITIES, TITLES[:2])]
    for left, right in combinations(everybody, 2):
        if linkable(left, right):
            assert set(sought(left)) & set(keys(right)), (left, right)
            assert set(sought(right)) & set(keys(left)), (left, right)


letters = st.text("aeikmnorst -.", min_size=1, max_size=14)


@settings(deadline=None, derandomize=True)
@given(letters, letters, st.sampled_from(POLITIES), st.sampled_from(POLITIES))
def test_so_are_made_up_names(one: str, other: str, of: str | None, there: str | None) -> None:
    left, right = traits(one, None, of), traits(other, None, there)
    if linkable(left, right) and not len(left.parsed.joined) < 8:
        assert set(sought(left)) & set(keys(right))
        assert set(sought(right)) & set(keys(left))


def test_namesakes_in_two_countries_are_not_looked_at() -> None:
    ours, theirs = (traits("Kim Min-ho", "Minister", of) for of in ("South Korea", "Kazakhstan"))
    assert not set(sought(ours)) & set(keys(theirs))


def test_a_family_name_brings_no_two_countries_together() -> None:
    ours, theirs = (set(keys(traits("Kim Min-ho", "Minister", of))) for of in ("South Korea", "Kazakhstan"))
    assert {key for key in ours & theirs if key.startswith("family")} == set()
    assert not set(keys(traits("Kim", "Minister", "South Korea"))) & set(keys(traits("Kim", "Minister", "Kazakhstan")))
