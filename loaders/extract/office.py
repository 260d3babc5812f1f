"""One office as a text names it."""

from dataclasses import dataclass, field


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
