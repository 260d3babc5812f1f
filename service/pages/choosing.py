"""What the parameters of a list choose, as its form and the choices to drop show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schema.vocabulary import Kind, Status
from service import selection
from service.pages.asking import Asked, chosen
from service.timeline.words import words

_WITHOUT_FIELD = ("any", "pair", "office", "polity", "reportedFrom", "reportedTo")
"""Parameters that the form keeps, though it has no field for them."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The parameters of a request that choose meetings."""

    given: Mapping[str, Sequence[str]]
    """The values of each parameter."""
    called: Mapping[str, str]
    """What is shown for ids and words among the values."""
    written: Mapping[str, str]
    """What stands in a field for an id: the name, where it means nothing else."""
    without: Mapping[tuple[str, str], str]
    """For each parameter and value, the query of an address that leaves it out."""

    @property
    def kept(self) -> Sequence[tuple[str, str]]:
        """What the form keeps without a field."""
        return [(name, value) for name in _WITHOUT_FIELD for value in self.given[name]]


async def choices(asked: Asked) -> Choices:
    """The choices that a request makes.

    Raises:
        QueryError: a parameter or a value cannot be used.
    """
    pairs = [(name, value) for name, value in asked.parameters if name in selection.PARAMETERS and value]
    given = {name: [value for key, value in pairs if key == name] for name in selection.PARAMETERS}
    directories = await asked.directories()
    called: dict[str, str] = {}
    written: dict[str, str] = {}
    for directory in (directories.people, directories.polities, directories.offices, directories.venues):
        for _, value in pairs:
            if value in directory.entries:
                called[value] = directory.entries[value].name
                if directory.exactly_meant(called[value]) == [value]:
                    written[value] = called[value]
    english = words()
    called |= {each.value: english[each.value] for each in (*Kind, *Status)}
    return Choices(
        given,
        called,
        written,
        {
            pair: chosen([each for each in pairs if each != pair], None if pair[0] == "asOf" else asked.as_of)
            for pair in pairs
        },
    )
