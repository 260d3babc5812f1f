"""What a report changed of a contact, from the state before and the state after it."""

from schema.graphql.enums import Turn
from schema.vocabulary import Status
from service.queries import Record

_HAPPENED = frozenset({Status.HELD, Status.ONGOING})
_OFF = frozenset({Status.CANCELLED, Status.DECLINED, Status.POSTPONED})


def turns(before: Record | None, after: Record) -> list[Turn]:
    """What changed, the weightiest first; ``before`` is None for a contact that was not known."""
    was = Status(before["status"]) if before else None
    now = Status(after["status"])
    found = []
    if now in _OFF and was is not now:
        found.append(Turn.CANCELLED)
    if (now is Status.DENIED and was is not now) or _disagreeing(after) - _disagreeing(before):
        found.append(Turn.CONTRADICTED)
    if now in _HAPPENED and was is not None and was not in _HAPPENED:
        found.append(Turn.HELD)
    if before is not None and _moved(before, after):
        found.append(Turn.MOVED)
    if before is None:
        found.append(Turn.NEW)
    return found or [Turn.UPDATED]


def _disagreeing(state: Record | None) -> set[str]:
    return set(state.get("disagreements") or ()) if state else set()


def _moved(before: Record, after: Record) -> bool:
    """Whether it has another date, not merely one that is more or less exact."""
    was, now = before.get("start"), after.get("start")
    return bool(was and now and not was.startswith(now) and not now.startswith(was))
