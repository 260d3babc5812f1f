"""One office as a text names it."""

from dataclasses import dataclass, field

from loaders.extract.columns import Columns
from loaders.world import role

OWNERS = frozenset({"his", "her", "their", "its", "my", "our", "whose"})


@dataclass(slots=True, eq=False)
class Office:
    """One office phrase; ``start`` is after a determiner, before the words that say whose it is."""

    start: int
    end: int
    head: int
    title: str
    polities: list[str] = field(default_factory=list)
    """Whose it is, as far as the phrase itself says; several for a plural."""
    owner: int | None = None
    """Token of the pronoun ("his") or of the name ("Trump's") whose polity's it is."""
    plural: bool = False
    relation: str = ""
    """"counterpart", "predecessor" or "successor" of somebody."""
    definite: bool = False
    """Has "the", a possessor or a demonym."""
    former: bool = False
    capitalised: bool = False
    number: int | None = None
    """"the two presidents"."""
    body: str | None = None
    """A body that is no polity of the list: "Taqaddum Party", "Angolan presidency"."""
    anaphor: str | None = None
    """The noun where the owner is one named before: "the organisation's", "the ministry's"."""
    idle: bool = False
    """Not meant as an office: "the only European leader there"."""


def joint(cols: Columns, first: Office, second: Office) -> Office:
    """Two offices of one person as one: "Prime Minister and Minister of Foreign Affairs"."""
    if first.polities and second.polities and first.polities != second.polities:
        title = f"{first.title} and {cols.slice(second.start, second.end)}"
    else:
        title = f"{first.title} and {second.title}"
    return Office(
        first.start,
        second.end,
        second.head,
        title,
        list(first.polities or second.polities),
        first.owner or second.owner,
        definite=first.definite,
        capitalised=first.capitalised,
    )


def mention_start(cols: Columns, office: Office) -> int:
    """Where the mention of the office's holder begins: after a possessor that is a person of its own."""
    if office.owner is not None and office.owner >= office.start:
        after = office.owner + 1
        return after + 1 if after < office.head and cols.possessive(after) else after
    return office.start


def foreign_of(title: str) -> str:
    """What the counterpart abroad of an office is called: of the Secretary of State, the Foreign Minister."""
    low = title.lower()
    if role(title) == "foreign minister":
        return "Foreign Minister"
    if "treasury" in low or "exchequer" in low:
        return "Finance Minister"
    if role(title) == "defence minister":
        return "Defence Minister"
    return title
