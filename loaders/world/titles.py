"""The vocabulary of offices: what nouns they hang on, what may stand around these, and the roles they come to."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from loaders.world.phrases import Phrases

_HERE = Path(__file__).parent
_IRREGULAR = {
    "spokesman": "spokesmen",
    "spokeswoman": "spokeswomen",
    "congressman": "congressmen",
    "chairman": "chairmen",
}


@dataclass(frozen=True, slots=True)
class Titles:
    """Sets of lower-case words; see ``titles.toml`` for what each is."""

    heads: dict[str, str]
    """Singular noun to its class: leader, minister, envoy, spokesperson, adviser, chief, lawmaker."""
    plurals: dict[str, str]
    """Plural noun to its singular."""
    short: dict[str, str]
    """Abbreviation, in capitals as written, to the words it stands for."""
    rank: frozenset[str]
    time: frozenset[str]
    field: frozenset[str]
    bodies: frozenset[str]
    dropped: frozenset[str]
    brotherly: frozenset[str]
    honorifics: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    fixed: dict[str, str]
    """Title to the one polity that has it."""
    inside: dict[str, str]
    """Words inside a title to the one polity whose offices have them."""
    groups: dict[str, str]
    """Plural noun for several people to the class of those it can mean; "any" for all."""
    relations: dict[str, str]
    """"counterpart", "predecessors" to what they are to somebody."""
    anaphors: dict[str, str]
    """Noun to "body" or "country"."""
    adjuncts: dict[str, frozenset[str]]
    """Preposition to the heads that take it."""
    topical: frozenset[str]
    places: frozenset[str]
    matters: frozenset[str]
    associations: frozenset[str]
    clauses: Phrases[str]
    """Verbs of relative clauses ("presides over") to the beginning of the title that they come to."""
    delegations: frozenset[str]
    things: frozenset[str]
    ministries: Phrases[str]
    """Name of a ministry or other body of government, to its country's name if it is one country's only."""
    modifiers: frozenset[str]
    """All words that can stand before a head as part of the office."""
    no_names: frozenset[str]
    """Words that, capitalised, are part of an office, a body or a thing rather than of a person's name."""


def load_titles() -> Titles:
    """Read ``titles.toml``."""
    table = tomllib.loads((_HERE / "titles.toml").read_text(encoding="utf-8"))
    heads = {
        word: kind for kind, words in table["heads"].items() for word in words if " " not in word and "-" not in word
    }
    plurals = {_IRREGULAR.get(word, word + "s"): word for word in heads}
    ministries: Phrases[str] = Phrases()
    for words in table["ministries"]["words"]:
        ministries.add(words, "")
    for words in table["ministries"]["united_states"]:
        ministries.add(words, "United States")
    clauses: Phrases[str] = Phrases()
    for title, verbs in table["clauses"].items():
        for verb in verbs:
            clauses.add(verb, title)
    modifiers = frozenset(word for words in table["modifiers"].values() for word in words)
    groups = {word: kind for kind, words in table["groups"].items() for word in words}
    bodies, things = frozenset(table["bodies"]["words"]), frozenset(table["things"]["words"])
    return Titles(
        heads=heads,
        plurals=plurals,
        short=table["short"],
        rank=frozenset(table["modifiers"]["rank"]),
        time=frozenset(table["modifiers"]["time"]),
        field=frozenset(table["modifiers"]["field"]),
        bodies=bodies,
        dropped=frozenset(table["dropped"]["words"]),
        brotherly=frozenset(table["brotherly"]["words"]),
        honorifics=frozenset(table["honorifics"]["words"]),
        male=frozenset(table["honorifics"]["male"]),
        female=frozenset(table["honorifics"]["female"]),
        fixed=table["fixed"],
        inside=table["inside"],
        groups=groups,
        relations=table["relations"],
        anaphors={word: kind for kind, words in table["anaphors"].items() for word in words},
        adjuncts={word: frozenset(heads) for word, heads in table["adjuncts"].items()},
        topical=frozenset(table["topical"]["heads"]),
        places=frozenset(table["topical"]["places"]),
        matters=frozenset(table["topical"]["matters"]),
        associations=frozenset(table["associations"]["words"]),
        clauses=clauses,
        delegations=frozenset(table["delegations"]["words"]),
        things=things,
        ministries=ministries,
        modifiers=modifiers,
        no_names=(modifiers | bodies | things | heads.keys() | plurals.keys() | groups.keys()) - {"ad", "star", "x"},
    )


_FOREIGN = (
    "foreign minister",
    "foreign secretary",
    "secretary of state",
    "external affairs",
    "foreign affairs",
    "top diplomat",
    "foreign chief",
    "state secretary",
)
_DEPUTY = ("deputy", "vice", "under", "undersecretary", "assistant", "junior", "state minister")


def role(title: str) -> str:
    """What an office comes to, whatever it is called: "Secretary of State" and "top diplomat" are "foreign minister".

    Roles: president, prime minister, monarch, crown prince, leader, foreign minister, defence minister, security
    adviser, spokesperson, envoy, minister, adviser, lawmaker, chief; "deputy " before those of a deputy; "" if unknown.
    """
    low = title.lower().replace("-", " ").removeprefix("the ")
    words = low.split()
    deputy = ""
    if (
        words
        and (words[0] in _DEPUTY or any(word in ("deputy", "vice") for word in words))
        and not low.startswith("deputy prime minister and")
    ):
        deputy = "deputy "
    if any(word.startswith("spokes") or word in ("press", "media", "mouthpiece") for word in words):
        return deputy + "spokesperson"
    if any(part in low for part in _FOREIGN) and "policy" not in low:
        return deputy + "foreign minister"
    if any(
        part in low
        for part in (
            "defence minister",
            "defense minister",
            "defense secretary",
            "defence secretary",
            "of defen",
            "pentagon chief",
            "of war",
        )
    ):
        return deputy + "defence minister"
    if "security advis" in low:
        return deputy + "security adviser"
    for part, name in _ROLES:
        if part in low:
            return deputy + name
    return ""


_ROLES = (
    ("prime minister", "prime minister"),
    ("premier", "prime minister"),
    ("chancellor", "prime minister"),
    ("taoiseach", "prime minister"),
    ("crown prince", "crown prince"),
    ("general secretary", "leader"),
    ("envoy", "envoy"),
    ("representative", "envoy"),
    ("ambassador", "ambassador"),
    ("negotiator", "envoy"),
    ("mediator", "envoy"),
    ("consul", "ambassador"),
    ("advis", "adviser"),
    ("aide", "adviser"),
    ("secretary general", "secretary general"),
    ("foreign policy chief", "foreign policy chief"),
    ("minister", "minister"),
    ("secretary", "minister"),
    ("president", "president"),
    ("king", "monarch"),
    ("queen", "monarch"),
    ("emir", "monarch"),
    ("amir", "monarch"),
    ("sultan", "monarch"),
    ("monarch", "monarch"),
    ("custodian", "monarch"),
    ("pope", "monarch"),
    ("pontiff", "monarch"),
    ("leader", "leader"),
    ("ruler", "leader"),
    ("head of state", "leader"),
    ("senator", "lawmaker"),
    ("lawmaker", "lawmaker"),
    ("congress", "lawmaker"),
    ("speaker", "speaker"),
    ("commander", "chief"),
    ("head", "chief"),
    ("chief", "chief"),
    ("director", "chief"),
    ("chair", "chief"),
    ("governor", "governor"),
    ("mayor", "governor"),
)

LEADERS = frozenset({"president", "prime minister", "monarch", "crown prince", "leader"})
