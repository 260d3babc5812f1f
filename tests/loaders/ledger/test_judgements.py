"""Which judgements stand."""

from loaders.ledger.judgements import standing, undone
from schema.ledger import Judgement
from schema.vocabulary import Verb


def decided(name: str, verb: Verb, subject: str, made: str = "1") -> Judgement:
    return Judgement(name, verb, subject, "ann", made)


REJECTED = decided("a", Verb.REJECT, "c")
UNDONE = decided("b", Verb.UNDO, "a", "2")
REDONE = decided("c", Verb.UNDO, "b", "3")


def test_an_undo_takes_back_and_is_taken_back() -> None:
    assert undone([REJECTED]) == frozenset()
    assert undone([UNDONE, REJECTED]) == {"a"}
    assert undone([REDONE, UNDONE, REJECTED]) == {"b"}
    assert standing([UNDONE, REJECTED]) == []
    assert standing([REDONE, UNDONE, REJECTED]) == [REJECTED]


def test_one_undo_of_two_is_enough() -> None:
    again = decided("d", Verb.UNDO, "a", "4")
    assert undone([REJECTED, UNDONE, REDONE, again]) == {"a", "b"}


def test_those_that_stand_come_in_the_order_they_were_made() -> None:
    later = decided("0", Verb.RETRACT, "s", "5")
    assert standing([later, REJECTED]) == [REJECTED, later]
