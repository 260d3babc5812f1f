"""Who held which office when: real office-holders since 2010, for names that a text gives without their country."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.world.phrases import Phrases, fold, pieces
from loaders.world.tables import numbered_rows
from loaders.world.titles import LEADERS, role
from schema.errors import SettingsError

_HERE = Path(__file__).parent
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office for a time. ISO dates, partial allowed; empty means still, or always."""

    name: str
    title: str
    of: str
    since: str
    until: str
    female: bool

    def at(self, day: str | None) -> bool:
        """Whether the office was held on the day; a partial date counts with all its days."""
        if day is None:
            return True
        return (not self.since or self.since <= day) and (not self.until or day[: len(self.until)] <= self.until)


class Holders:
    """The list, by name and by office.

    ``names`` and ``surnames`` match folded tokens (see ``loaders.world.phrases.fold``).
    """

    def __init__(self) -> None:
        """Start empty."""
        self.names: Phrases[tuple[Holder, ...]] = Phrases()
        self._forms: dict[tuple[str, ...], tuple[Holder, ...]] = {}
        self._people: dict[str, list[Holder]] = defaultdict(list)
        self._offices: dict[str, list[Holder]] = defaultdict(list)
        self.surnames: dict[str, set[str]] = defaultdict(set)

    def add(self, holder: Holder, aliases: list[str]) -> None:
        """Take one row in."""
        self._people[holder.name].append(holder)
        self._offices[holder.of].append(holder)
        for form in (holder.name, *aliases):
            words = tuple(fold(piece) for piece in pieces(form))
            self._forms[words] = (*self._forms.get(words, ()), holder)
            self.names.add_words(words, self._forms[words])
            if len(words) > 1:
                self.surnames[words[-1]].add(holder.name)

    def person(self, name: str) -> list[Holder]:
        """All offices of the person whom the list has under this name or alias, folded.

        A text may give a name or two more than the list, before the last.
        """
        words = tuple(fold(piece) for piece in pieces(name))
        found = self._forms.get(words, ())
        if not found and len(words) > 2:
            shorter = (words[:at] + words[at + cut :] for cut in (1, 2) for at in range(len(words) - cut))
            found = next((holders for form in shorter if (holders := self._forms.get(form)) is not None), ())
        return [office for known in dict.fromkeys(holder.name for holder in found) for office in self._people[known]]

    def of(self, polity: str) -> Sequence[Holder]:
        """All who hold or held an office of the polity, by its short name, in the order of the list."""
        return self._offices.get(polity, ())

    def office(self, sought: str, of: str, day: str | None) -> list[Holder]:
        """Who held the office of this role (see ``titles.role``) in the polity on the day.

        "leader" is anybody who leads: president, prime minister, monarch.
        """
        found = []
        for holder in self._offices.get(of, ()):
            held = role(holder.title)
            same = held == sought or (sought == "leader" and held in LEADERS)
            if (same or (sought, held) == ("foreign minister", "foreign policy chief")) and holder.at(day):
                found.append(holder)
        return found


def load_holders(extra: Path | None = None) -> Holders:
    """Read ``holders.tsv``; a file ``extra`` of the same form adds to it.

    Raises:
        SettingsError: a file that cannot be read, or a row that cannot be used; with the number of its line.
    """
    holders = Holders()
    for path in (_HERE / "holders.tsv", *([extra] if extra else [])):
        for number, row in numbered_rows(path):
            cells = {column: row.get(column, "") for column in _COLUMNS}
            _check(path, number, cells)
            aliases = [alias for alias in cells.pop("aliases").split("|") if alias]
            female = cells.pop("gender") == "f"
            holders.add(Holder(**cells, female=female), aliases)
    return holders


_COLUMNS = ("name", "aliases", "title", "of", "since", "until", "gender")


def _check(path: Path, number: int, cells: dict[str, str]) -> None:
    for column in ("name", "title", "of"):
        if not cells[column]:
            raise SettingsError(f"{path}:{number}: no {column}; the columns are {', '.join(_COLUMNS)}")
    for column in ("since", "until"):
        if cells[column] and not _DATE.fullmatch(cells[column]):
            raise SettingsError(f"{path}:{number}: {column} {cells[column]!r} is no date such as 2025-02-15 or 2025")
    if cells["gender"] not in ("", "f", "m"):
        raise SettingsError(f"{path}:{number}: gender {cells['gender']!r} is neither f nor m nor empty")
