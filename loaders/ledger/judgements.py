"""Which judgements stand. Pure: undoing is a judgement too, and can be undone itself."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from schema.ledger import Judgement
from schema.vocabulary import Verb


def undone(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The ids of those that an UNDO among them takes back, whatever the order they come in.

    An UNDO names the id of what it undoes, and an id follows from the content, so the chain has no circle.
    """
    undoing: Mapping[str, list[str]] = _undoing(judgements)
    found: dict[str, bool] = {}

    def taken_back(judgement: str) -> bool:
        if judgement not in found:
            found[judgement] = any(not taken_back(undo) for undo in undoing.get(judgement, ()))
        return found[judgement]

    return frozenset(judgement for judgement in undoing if taken_back(judgement)) | frozenset(
        undo for undos in undoing.values() for undo in undos if taken_back(undo)
    )


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that stand, in the order they were made, without the undoing ones."""
    ordered = sorted(judgements, key=lambda judgement: (judgement.made, judgement.id))
    gone = undone(ordered)
    return [judgement for judgement in ordered if judgement.verb is not Verb.UNDO and judgement.id not in gone]


def _undoing(judgements: Iterable[Judgement]) -> dict[str, list[str]]:
    undoing: dict[str, list[str]] = defaultdict(list)
    for judgement in judgements:
        if judgement.verb is Verb.UNDO:
            undoing[judgement.subject].append(judgement.id)
    return undoing
