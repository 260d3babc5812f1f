"""Who held which office when: real office-holders since 2010, for names that a text gives without their country."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from loaders.world.phrases import Phrases, fold, pieces
from loaders.world.tables import rows
from loaders.world.titles import LEADERS, role

_HERE = Path(__file__).parent


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
        """All offices of the person whom the list has under exactly this name or alias, folded."""
        words = tuple(fold(piece) for piece in pieces(name))
        found = self._forms.get(words, ())
        return [office for known in dict.fromkeys(holder.name for holder in found) for office in self._people[known]]

    def office(self, sought: str, of: str, day: str | None) -> list[Holder]:
        """Who held the office of this role (see ``titles.role``) in the polity on the day.

        "leader" is anybody who leads: president, prime minister, monarch.
        """
        found = []
        for holder in self._offices.get(of, ()):
            held = role(holder.title)
            if (held == sought or (sought == "leader" and held in LEADERS)) and holder.at(day):
                found.append(holder)
        return found


def load_holders(extra: Path | None = None) -> Holders:
    """Read ``holders.tsv``; a file ``extra`` of the same form adds to it.

    Raises:
        SettingsError: a file that cannot be read, or a row with too many cells.
    """
    holders = Holders()
    for path in (_HERE / "holders.tsv", *([extra] if extra else [])):
        for row in rows(path):
            holder = Holder(row["name"], row["title"], row["of"], row["since"], row["until"], row["gender"] == "f")
            aliases = row["aliases"].split("|") if row["aliases"] else []
            holders.add(holder, aliases)
    return holders
