"""Who was in contact with whom: people, or the polities they act for."""

from collections.abc import Iterator, Sequence
from sqlite3 import Connection

from service.export.levels import higher, level
from service.export.options import Split
from service.export.setting import Setting
from service.export.shape import Column, Edge, Node
from service.export.ties import LEVEL_COLUMNS, NODE_COLUMNS, TABLES, TIE_COLUMNS, Contact, Party, Ties
from service.selection import MeetingRow, Part


class People:
    """Who was in contact with whom."""

    title = "People who were in contact"
    tables = TABLES
    _page = "person"
    _page_of_two = "pair"
    parts: frozenset[Part] = frozenset({Part.PARTIES})
    node_columns: tuple[Column, ...] = NODE_COLUMNS
    edge_columns: tuple[Column, ...] = TIE_COLUMNS

    def __init__(self, setting: Setting, database: Connection) -> None:
        self._setting = setting
        self._ties = Ties(database)

    @property
    def meetings(self) -> int:
        """How many tie somebody to somebody."""
        return self._ties.meetings

    def add(self, rows: Sequence[MeetingRow]) -> None:
        """Put meetings down."""
        self._ties.add([self._contact(row) for row in rows])

    def settle(self) -> None:
        """Make ready for reading."""
        self._ties.settle()

    def nodes(self) -> Iterator[Node]:
        """People."""
        return self._ties.nodes(lambda party: self._setting.page(self._page, party))

    def edges(self) -> Iterator[Edge]:
        """Pairs of people."""
        by_kind = self._setting.options.split is Split.KIND
        return self._ties.edges(by_kind, lambda low, high: self._setting.page(self._page_of_two, low, high))

    def _contact(self, row: MeetingRow) -> Contact:
        people = [self._setting.named(party) for party in self._setting.counted(row) if party.kind == "person"]
        return Contact(row.id, row.kind, row.start, row.end, tuple(people))


class Polities(People):
    """Which polities were in contact, at which level."""

    title = "Polities that were in contact"
    _page = _page_of_two = "polity"
    edge_columns = (*TIE_COLUMNS, *LEVEL_COLUMNS)

    def _contact(self, row: MeetingRow) -> Contact:
        sides: dict[str, Party] = {}
        levels: dict[str, str] = {}
        for party in self._setting.counted(row):
            if (top := self._setting.top(party)) is None:
                continue
            sides[top.id] = Party(top.id, top.name, top.id, top.name, top.iso)
            levels[top.id] = higher(levels.get(top.id, "others"), level(party.office))
        return Contact(row.id, row.kind, row.start, row.end, tuple(sides.values()), levels)
