"""Names compared by their parts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.resolve.names import Likeness, block_keys, compare

SAME = [
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Volodymyr Zelensky", "Vladimir Zelenskiy"),
    ("Abbas Araghchi", "Abbas Araqchi"),
    ("Abdel Fattah el-Sisi", "Abdel Fattah Al Sisi"),
    ("Badr al-Busaidi", "Badr Albusaidi"),
    ("Aleksandar Vučić", "Aleksandar Vucic"),
    ("Kim Jong-un", "KIM JONG UN"),
    ("Cho Tae-yul", "Cho Taeyul"),
    ("Xi Jinping", "Jinping Xi"),
    ("JD Vance", "J. D. Vance"),
    ("Mr Marco Rubio", "Marco Rubio"),
    ("King Charles", "Charles"),
    ("Mohammed bin Salman", "Muhammad Bin Salman"),
    ("Зеленский", "Zelensky"),
    ("Зеленский", "Zelenskyy"),
    ("Володимир Зеленський", "Volodymyr Zelenskyy"),
    ("Владимир Путин", "Vladimir Putin"),
    ("Сергей Лавров", "Sergey Lavrov"),
    ("Андрій Єрмак", "Andriy Yermak"),
    ("Moammar Qadhafi", "Muammar Gaddafi"),
]
CLOSE = [("Antony Blinken", "Anthony Blinken"), ("Asaad al-Shaibani", "Asaad al-Shibani")]
PARTIAL = [
    ("Putin", "Vladimir Putin"),
    ("Xi", "Xi Jinping"),
    ("von der Leyen", "Ursula von der Leyen"),
    ("George Bush", "George W. Bush"),
    ("Donald Trump", "Donald J. Trump"),
    ("J. D. Vance", "James David Vance"),
    ("S. Jaishankar", "Subrahmanyam Jaishankar"),
    ("Abdullah bin Zayed", "Abdullah bin Zayed Al Nahyan"),
    ("Lula da Silva", "Luiz Inácio Lula da Silva"),
    ("Asaad al-Shaibani", "Asaad Hassan al-Shibani"),
]
DIFFERENT = [
    ("Wang Yi", "Wang Li"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("George H. W. Bush", "George W. Bush"),
    ("George H. W. Bush", "George Walker Bush"),
    ("Donald Trump", "Donald Trump Jr."),
    ("Ivan Ivanov", "Ivan Ivanova"),
    ("Michael Smith", "Michelle Smith"),
    ("Li Qiang", "Li Keqiang"),
    ("Mohammed bin Salman", "Mohammed bin Abdulrahman"),
    ("Ali Khamenei", "Ali Khomeini"),
    ("Trump", "Putin"),
    ("Владимир Путин", "Володимир Зеленський"),
    ("Marco", "Marco Rubio"),
]
PAIRS = [
    (left, right, likeness)
    for likeness, pairs in zip(Likeness, (DIFFERENT, PARTIAL, CLOSE, SAME), strict=True)
    for left, right in pairs
]


@pytest.mark.parametrize(("left", "right", "likeness"), PAIRS)
def test_how_names_are_alike(left: str, right: str, likeness: Likeness) -> None:
    found = compare(left, right)
    assert found.likeness is likeness, found.reason
    assert found.reason


@pytest.mark.parametrize(("left", "right", "likeness"), PAIRS)
def test_names_that_may_be_one_are_found_together(left: str, right: str, likeness: Likeness) -> None:
    if likeness is not Likeness.DIFFERENT:
        assert set(block_keys(left)) & set(block_keys(right))


words = st.sampled_from(
    "George H. W. Walker Bush al Lavrov Sergey Sergei Kim Jong Un Il Wang Yi bin Salman Jr. Araghchi".split()
)
names = st.lists(words, min_size=1, max_size=4).map(" ".join)


@settings(deadline=None)
@given(names, names)
def test_comparing_does_not_depend_on_the_order_and_keys_find_all_that_are_alike(left: str, right: str) -> None:
    found = compare(left, right)
    assert found == compare(right, left)
    if found.likeness is not Likeness.DIFFERENT:
        assert set(block_keys(left)) & set(block_keys(right)), (left, right, found)


@settings(deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_compared(left: str, right: str) -> None:
    compare(left, right)
    block_keys(left)
