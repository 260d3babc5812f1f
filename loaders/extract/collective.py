"""Offices that a text gives to several people at once: "the foreign ministers of Peru and Chile", then their names."""

from collections.abc import Iterable

from loaders.extract.columns import Columns
from loaders.extract.links import Link
from loaders.extract.office import Office
from loaders.extract.people import Person
from loaders.world import World, role

_REACH = 4
"""Sentences after the office in which the names may stand."""
_LISTED = frozenset({"foreign minister", "defence minister", "prime minister", "president"})
"""Offices that a plural gives to whoever is named further on and is known to hold them."""


def share(cols: Columns, people: list[Person], offices: list[Office], known: World, day: str | None) -> None:
    """Give an office said of several polities to those who are then named by polity alone.

    "The foreign ministers of Britain and France met … Britain's A and B for France"; for the ministers of a body, at
    least two such names; anybody whom the list has in that office on the day. Nobody who has an office gets another.
    """
    _share_by_list(cols, people, offices, known, day)
    linked = {link.office for person in people for link in person.links}
    for office in offices:
        if not office.plural or office.relation or office in linked or not office.polities:
            continue
        if role(singular(office.title, known)) in ("", "leader", "chief"):
            continue
        body = len(office.polities) == 1 and _is_body(office.polities[0], known)
        if len(office.polities) < 2 and not body:
            continue
        sentence = 0
        end = cols.sentence_end[office.head]
        while sentence < _REACH and end < len(cols):
            end = cols.sentence_end[end]
            sentence += 1
        fitting = [
            person
            for person in people
            if not person.links
            and person.introduced is not None
            and office.start < person.spans[0].start < end
            and (body or person.introduced in office.polities)
            and not any(holder.of != person.introduced for holder in person.holders)
        ]
        if body and len(fitting) < 2:
            continue
        for person in fitting:
            person.title, person.of = singular(office.title, known), person.introduced


def _share_by_list(cols: Columns, people: list[Person], offices: list[Office], known: World, day: str | None) -> None:
    """ "The foreign ministers' meeting … Japan's A has confirmed", "the premiers of Chad and Mali … B".

    Whoever the list has in that office, where the text names the country with the person or with the office, or the
    person right behind.
    """
    for office in offices:
        title = singular(office.title, known)
        sought = role(title)
        if not office.plural or office.relation or sought not in _LISTED:
            continue
        title = title if len(title.split()) == 2 or sought == title.lower() else sought
        end = cols.sentence_end[office.head]
        end = cols.sentence_end[end] if end < len(cols) else end
        for person in people:
            if person.links or person.title or person.spans[0].start < office.start:
                continue
            held = {h.of for h in person.holders if role(h.title) == sought and h.at(day) and not _is_body(h.of, known)}
            introduced = person.introduced in held and sought.endswith("minister") and sought != "prime minister"
            behind = person.spans[0].start < end and not office.polities
            if introduced or behind or held.intersection(office.polities):
                person.title, person.of = title, min(held, default=None)


def _is_body(name: str, known: World) -> bool:
    polity = known.polities.get(name)
    return polity is not None and polity.kind != "country"


def singular(title: str, known: World) -> str:
    """The title of one of several: "foreign ministers" is "foreign minister"."""
    words = title.split()
    for place, word in enumerate(words):
        single = known.titles.plurals.get(word.lower())
        if single:
            words[place] = single.capitalize() if word[0].isupper() else single
    return " ".join(words)


def in_order(link: Link, of: dict[Link, str | None], spoken: Iterable[str], home: str | None) -> None:
    """Say whose the office of each is, where a plural office with names behind it does not tell.

    By the order of the last list of as many ("Foreign ministers A and B, and the defence ministers, C and D"), else by
    the polities ``spoken`` of, ``home`` first. ``of`` is filled in for all names of the link's office.
    """
    members = sorted(
        (other for other in of if other.office.head == link.office.head), key=lambda other: (other.place, other.start)
    )
    known = [of[member] for member in members]
    if len(members) < 2 or None not in known:
        return
    order = _last_list(link, of, len(members))
    if not order or any(name is not None and name != order[at] for at, name in enumerate(known)):
        free = [name for name in dict.fromkeys(spoken) if name not in known][: known.count(None)]
        free.sort(key=lambda name: name != home)
        if len(free) < known.count(None):
            return
        order = [name if name is not None else free.pop(0) for name in known]
    of |= zip(members, order, strict=True)


def _last_list(link: Link, of: dict[Link, str | None], number: int) -> list[str]:
    lists: dict[int, list[Link]] = {}
    for other in sorted(of, key=lambda other: (other.start, other.place)):
        if other.office.head < link.office.head and role(other.office.title):
            lists.setdefault(other.office.head, []).append(other)
    for members in reversed(lists.values()):
        names = [name for member in members if (name := of[member]) is not None]
        if len(members) == number and len(set(names)) == number:
            return names
    return []
