"""How contacts become ties."""

from collections.abc import Iterator

import pytest

from schema.vocabulary import Kind
from service.export.shape import Edge, Node
from service.export.spool import spool
from service.export.ties import TABLES, Contact, Party, Ties


def party(name: str, camp: str) -> Party:
    return Party(f"p{name.lower()}", name, camp, camp, None)


ANN, BO = party("Ann", "gx"), party("Bo", "gx")
CY, DI = party("Cy", "gy"), party("Di", "gz")


class Tied:
    """Ties of contacts, read by the names of the two."""

    def __init__(self, ties: Ties) -> None:
        self.ties = ties

    def of(self, *contacts: Contact, by_kind: bool = False) -> tuple[dict[str, Node], dict[str, Edge]]:
        self.ties.add(contacts)
        self.ties.settle()
        nodes = {node.label: node for node in self.ties.nodes(str)}
        edges = {f"{edge.source[1:]} {edge.target[1:]}": edge for edge in self.ties.edges(by_kind, "{} {}".format)}
        return nodes, edges


@pytest.fixture
def tied() -> Iterator[Tied]:
    with spool(TABLES) as database:
        yield Tied(Ties(database))


def contact(
    number: int, start: str | None, *parties: Party, end: str | None = None, kind: Kind = Kind.TALKS
) -> Contact:
    return Contact(f"m{number}", kind, start, end, parties)


def test_a_delegation_is_not_tied_to_itself(tied: Tied) -> None:
    _, edges = tied.of(contact(1, "2025-01-01", ANN, BO, CY))
    assert set(edges) == {"ann cy", "bo cy"}


def test_people_of_one_country_among_themselves_are_tied(tied: Tied) -> None:
    _, edges = tied.of(contact(1, "2025-01-01", ANN, BO))
    assert set(edges) == {"ann bo"}


def test_a_meeting_of_many_weighs_less_for_each_pair(tied: Tied) -> None:
    _, edges = tied.of(contact(1, "2025-01-01", ANN, CY), contact(2, "2025-01-02", ANN, CY, DI))
    assert edges["ann cy"].weight == pytest.approx(1.5)
    assert edges["ann di"].weight == pytest.approx(0.5)


def test_who_meets_nobody_is_left_out(tied: Tied) -> None:
    nodes, edges = tied.of(contact(1, "2025-01-01", ANN), contact(2, "2025-01-01"))
    assert (nodes, edges) == ({}, {})


def test_partial_dates_are_told_but_are_no_days(tied: Tied) -> None:
    nodes, edges = tied.of(
        contact(1, "2025-02", ANN, CY), contact(2, "2025-01-30", ANN, CY, end="2025-02-01"), contact(3, None, ANN, CY)
    )
    days = ("2025-01-30", "2025-01-31", "2025-02-01")
    assert edges["ann cy"].days == nodes["Ann"].days == days
    assert edges["ann cy"].values[0] == 3
    assert edges["ann cy"].values[-4:-1] == (2, "2025-01-30", "2025-02-01")


def test_a_meeting_that_came_twice_counts_once(tied: Tied) -> None:
    nodes, edges = tied.of(contact(1, "2025-02-02", ANN, CY), contact(1, "2025-02-01", ANN, CY))
    assert edges["ann cy"].weight == 1
    assert nodes["Ann"].values[4] == 1


def test_nobody_stands_on_anybody(tied: Tied) -> None:
    crowd = [Party(f"p{number}", str(number), f"g{number % 7}", None, None) for number in range(80)]
    contacts = [contact(number, "2025-01-01", crowd[number], crowd[(number * 3 + 1) % 80]) for number in range(80)]
    nodes, _ = tied.of(*contacts)
    placed = list(nodes.values())
    for number, one in enumerate(placed):
        for other in placed[:number]:
            apart = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
            assert apart > (one.size + other.size) / 2


def test_the_ten_with_most_contacts_have_a_colour_each(tied: Tied) -> None:
    parties = [Party(f"p{number:02}", str(number), f"g{number:02}", None, None) for number in range(14)]
    pairs = [(one, other) for one in range(10) for other in range(14) if one < other]
    nodes, _ = tied.of(*(contact(n, None, parties[one], parties[other]) for n, (one, other) in enumerate(pairs)))
    first, rest = [nodes[str(number)].colour for number in range(10)], [nodes[str(n)].colour for n in range(10, 14)]
    assert len(set(first)) == 10
    assert set(rest) == {(153, 153, 153)}
