"""What a meeting is called: "Rubio–Lavrov call"."""

import re
from collections.abc import Sequence

from loaders.resolve.names import family_first, is_particle, is_suffix
from schema.vocabulary import Kind


def title(kind: Kind, sides: Sequence[tuple[str, str, bool]]) -> str:
    """Name the first of each camp, up to three camps, and the kind.

    ``sides`` are name, camp and whether it is a person, in order of importance.
    """
    camps: dict[str, str] = {}
    for name, camp, is_person in sides:
        camps.setdefault(camp, surname(name) if is_person else name)
    names = list(camps.values())
    if len(camps) == 1 and len(sides) > 1:
        names = [surname(name) if is_person else name for name, _, is_person in sides]
    words = kind.value.replace("_", " ")
    if len(names) > 3:
        return f"{names[0]}, {names[1]} and others: {words}"
    return f"{'–'.join(names)} {words}"


def surname(name: str) -> str:
    """The family name as it is written: "von der Leyen", "Xi", "al-Shaibani"."""
    words = [word for word in re.split(r"\s+", name.strip()) if word]
    while len(words) > 1 and is_suffix(words[-1]):
        words.pop()
    if len(words) > 1 and family_first(words[0]):
        return words[0]
    start = len(words) - 1
    while start > 1 and is_particle(words[start - 1]):
        start -= 1
    return " ".join(words[start:])
