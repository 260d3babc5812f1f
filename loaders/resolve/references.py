"""Who of a list of office-holders a profile is. Pure.

The list says that its names are one person's. So a profile is that person where it has one of the names, be it one word
or another name altogether, and the polity of the office; without a polity, where it has one of the full names. Where
several people of the list fit, none is meant.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.resolve.names import Likeness, compare, parse
from loaders.resolve.people import Traits
from loaders.resolve.polities import PolityRef, polity
from loaders.world import fold
from schema.ledger import Reference


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of the lists, with all their rows."""

    key: str
    """The item in Wikidata, or else name and polity."""
    name: str
    wikidata: str | None
    references: tuple[Reference, ...]


def names_of(reference: Reference) -> tuple[str, ...]:
    """The name and the aliases."""
    return reference.name, *reference.aliases


def fits(traits: Traits, reference: Reference) -> bool:
    """Whether a profile has a name of the person listed, and nothing against it."""
    of = _whole(reference)
    if traits.polity is not None and traits.polity.key != of.key:
        return False
    return any(
        compare(traits.name, name).likeness is Likeness.SAME
        and (traits.polity is not None or len(parse(name).parts) > 1)
        for name in names_of(reference)
    )


def listed(traits: Traits, references: Iterable[Reference]) -> Listed | None:
    """The one person of the lists that the profile is; None where none fits, or several."""
    found = sorted((one for one in references if fits(traits, one)), key=lambda one: one.id)
    items = {one.wikidata for one in found if one.wikidata}
    people = items or {_person(one) for one in found}
    if len(people) != 1:
        return None
    (key,) = people
    first = next(one for one in found if key in (one.wikidata, _person(one)))
    return Listed(key, first.name, first.wikidata, tuple(found))


def one_person(people: Sequence[Listed]) -> Listed | None:
    """The one of the lists that these all are; None where there is none, or several."""
    if len({one.key for one in people}) != 1:
        return None
    rows = {row.id: row for one in people for row in one.references}
    first = people[0]
    return Listed(first.key, first.name, first.wikidata, tuple(row for _, row in sorted(rows.items())))


def _person(reference: Reference) -> str:
    return f"{fold(reference.name)} of {_whole(reference).key}"


def _whole(reference: Reference) -> PolityRef:
    body = polity(reference.of)
    return polity(body.of) if body.of is not None else body
