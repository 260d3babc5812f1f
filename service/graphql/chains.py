"""The shortest chain between two in a graph that is read a step at a time."""

from collections.abc import Awaitable, Callable

_MOST = 50_000
"""Those who may be reached from one end before the search is given up."""


async def shortest(
    one: str, other: str, neighbours: Callable[[list[str]], Awaitable[list[tuple[str, str]]]], longest: int
) -> list[str] | None:
    """A shortest chain with both ends, of at most ``longest`` steps; None where there is none.

    It is looked for from both ends by turns, each time from that at which fewer stand: ``neighbours`` gives for some of
    them all pairs of one and who is next to it, and is asked at most ``longest`` times.
    """
    came: list[dict[str, str | None]] = [{one: None}, {other: None}]
    edges = [[one], [other]]
    for _ in range(longest):
        side = 0 if len(edges[0]) <= len(edges[1]) else 1
        reached = came[side]
        edge: list[str] = []
        for near, far in sorted(await neighbours(edges[side])):
            if far not in reached:
                reached[far] = near
                edge.append(far)
        meeting = sorted(far for far in edge if far in came[1 - side])
        if meeting:
            there, back = _trace(came[0], meeting[0]), _trace(came[1], meeting[0])
            return [*reversed(there), *back[1:]]
        if not edge or len(reached) > _MOST:
            return None
        edges[side] = edge
    return None


def _trace(came: dict[str, str | None], end: str) -> list[str]:
    found = [end]
    while (before := came[found[-1]]) is not None:
        found.append(before)
    return found
