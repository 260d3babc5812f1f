"""What meetings are made into a graph with: what was asked for, which polity is above which, where the pages are."""

from collections.abc import Callable
from dataclasses import dataclass

from schema.vocabulary import Attendance, Status
from service.export.options import TOOK_PART, Options
from service.export.ties import Party
from service.selection import MeetingRow, RowParty

_HAPPENED = frozenset({Status.HELD, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class Polity:
    """A polity that is no body of another."""

    id: str
    name: str
    iso: str | None


Above = Callable[[str], Polity | None]
"""The polity that one with this id is, or is a body of; None where it is not known."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What rows are made into a graph with."""

    options: Options
    above: Above
    site: str
    """Where the pages are, such as ``https://contacts.example``; addresses of pages begin with it."""

    def page(self, *path: str) -> str:
        """The address of a page: ``page("pair", one, other)``; empty where it is not known where the pages are."""
        return "/".join((self.site, *path)) if self.site else ""

    def top(self, party: RowParty) -> Polity | None:
        """The polity that a party acts for, or that it is a body of."""
        return self.above(party.of) if party.of else None

    def named(self, party: RowParty) -> Party:
        """A party with the polity that stands above it."""
        top = self.top(party)
        camp, country, iso = (top.id, top.name, top.iso) if top else (party.id, party.polity, party.iso)
        return Party(party.id, party.name, camp, country, iso, party.office)

    def counted(self, row: MeetingRow) -> list[RowParty]:
        """Those whose part counts, each once. Where a meeting did not take place, nobody took part in it."""
        found: dict[str, RowParty] = {}
        for party in row.parties:
            part = party.attendance
            if part in TOOK_PART and row.status not in _HAPPENED:
                part = Attendance.EXPECTED
            if part in self.options.include:
                found.setdefault(party.id, party)
        return list(found.values())
