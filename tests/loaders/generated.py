"""Articles and judgements as hypothesis makes them up: many ways of telling few contacts of few people."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from loaders.sources.people import reference
from schema.ledger import Reference
from schema.reading import Reading
from schema.vocabulary import Kind, Status, Verb
from tests.loaders.articles import Post, Told, Who, reading

NAMED = (
    Who("Sergey Lavrov", "Foreign Minister", "Russia"),
    Who("Sergei Lavrov", "Minister of Foreign Affairs", "Russian Federation"),
    Who("Lavrov", "FM", "Russia"),
    Who("Sergey Lavrov"),
    Who("Marco Rubio", "Secretary of State", "United States"),
    Who("Marco Rubio", "State Secretary", "US"),
    Who("Rubio"),
    Who("Volodymyr Zelensky", "President", "Ukraine"),
    Who("Volodymyr Zelenskyy", "President", "Ukraine"),
    Who("Zelenskiy", "President", "Ukraine"),
    Who("Kim Jong Un", "leader", "North Korea"),
    Who("Kim Jong Il", "leader", "North Korea"),
    Who("John Smith", "Foreign Minister", "Jamaica"),
    Who("John Smith", "Defence Minister", "New Zealand"),
    Who("John Smith"),
    Who("Jane Doe", "Interior Minister", "Jamaica"),
    Who("J. Doe", "Minister of the Interior", "Jamaica"),
    Who("Ann Roe", "acting Interior Minister", "Jamaica"),
    Who("Ann Roe", "former Interior Minister", "Jamaica"),
)
PARTIES = ("Russia", "United States", "Ukraine", "Kyiv", "Russian Foreign Ministry")
POSTS = (
    Post("Russian foreign minister", "Russia"),
    Post("Moscow's top diplomat", "Russia"),
    Post("US secretary of state", "United States"),
    Post("Jamaican interior minister", "Jamaica"),
)
DAYS = tuple(f"2025-02-{day:02}" for day in range(10, 18))
DATES = (*DAYS, "2025-02", "2025", None)
VENUES = (None, None, "Riyadh", "Diriyah Palace, Riyadh", "Jeddah", "Saudi Arabia")
TOPICS = ("Ukraine", "ukraine", "sanctions", "prisoners")
SPEAKERS = ("Russian Foreign Ministry", "State Department", "Kremlin", "Politico")
SOURCES = ("alpha", "beta", "gamma", "delta")


REFERENCES = tuple(
    reference({"name": name, "office": office, "polity": polity, **more})
    for name, office, polity, more in (
        (
            "Sergey Lavrov",
            "Foreign Minister",
            "Russia",
            {"aliases": ["Lavrov"], "wikidata": "Q1", "since": "2004-03-09"},
        ),
        ("Marco Rubio", "Secretary of State", "United States", {"aliases": ["Rubio"], "wikidata": "Q2"}),
        ("Kim Jong Un", "leader", "North Korea", {"aliases": ["Kim Jong Il"], "wikidata": "Q3"}),
        ("John Smith", "Foreign Minister", "Jamaica", {"wikidata": "Q4", "until": "2020"}),
        ("Jane Doe", "Interior Minister", "Jamaica", {"wikidata": "Q7", "since": "2025-02-13"}),
        ("John Smith", "Defence Minister", "New Zealand", {"wikidata": "Q5"}),
        ("Volodymyr Zelensky", "President", "Ukraine", {"since": "2019-05-20"}),
        ("Zelenskiy", "President", "Ukraine", {"wikidata": "Q6"}),
    )
)


@st.composite
def told(draw: st.DrawFn) -> Told:
    people = draw(st.lists(st.sampled_from(NAMED), min_size=1, max_size=3, unique_by=lambda who: who.name))
    beside: list[Post | str] = [*PARTIES, *POSTS]
    parties = (
        draw(st.lists(st.sampled_from(beside), max_size=1)) if len(people) > 1 else [draw(st.sampled_from(beside))]
    )
    accounts = draw(
        st.lists(
            st.tuples(
                st.sampled_from(SPEAKERS),
                st.lists(st.sampled_from(TOPICS), max_size=2, unique=True),
                st.sampled_from([None, None, Status.DENIED]),
            ),
            max_size=2,
        )
    )
    return Told(
        kind=draw(st.sampled_from([Kind.CALL, Kind.CALL, Kind.MEETING, Kind.TALKS, Kind.CONVERSATION, Kind.MESSAGE])),
        status=draw(st.sampled_from([Status.HELD, Status.HELD, Status.EXPECTED, *Status])),
        sides=(*people, *parties),
        date=draw(st.sampled_from(DATES)),
        venue=draw(st.sampled_from(VENUES)),
        topics=draw(st.lists(st.sampled_from(TOPICS), max_size=2, unique=True)),
        accounts=accounts,
    )


@st.composite
def article(draw: st.DrawFn) -> Reading:
    contacts = draw(st.lists(told(), max_size=2))
    return reading(
        draw(st.sampled_from(SOURCES)),
        draw(st.sampled_from([*DAYS, None])),
        *contacts,
        named=draw(st.lists(st.sampled_from(NAMED), max_size=1)),
        extractor=draw(st.sampled_from(["test 1", "test 2"])),
    )


@st.composite
def pair_story(draw: st.DrawFn) -> list[Reading]:
    """One pair over a week: planned, perhaps put off, called, met, in varying words and order of report."""
    first, second = NAMED[draw(st.integers(0, 1))], NAMED[draw(st.integers(4, 5))]
    steps = draw(
        st.lists(
            st.tuples(
                st.sampled_from([Kind.CALL, Kind.MEETING]),
                st.sampled_from([Status.EXPECTED, Status.POSTPONED, Status.HELD, Status.CANCELLED]),
                st.sampled_from(DATES[:8]),
                st.sampled_from(DAYS),
            ),
            min_size=2,
            max_size=4,
        )
    )
    return [
        reading(f"story {number}", published, Told(kind, status, (first, second), date))
        for number, (kind, status, date, published) in enumerate(steps)
    ]


articles = st.builds(
    lambda loose, story: [*loose, *story],
    st.lists(article(), min_size=1, max_size=4),
    st.one_of(st.just([]), pair_story()),
)


editions: st.SearchStrategy[list[tuple[str, list[Reference]]]] = st.lists(
    st.tuples(st.sampled_from(["mine", "another"]), st.lists(st.sampled_from(REFERENCES), max_size=4, unique=True)),
    max_size=3,
)
"""Lists of office-holders, one edition after another."""


@dataclass(frozen=True)
class Verdict:
    """A judgement before it is known what there is to judge: the numbers pick among what is there."""

    verb: Verb
    first: int
    second: int
    field: tuple[str, str]


verdicts: st.SearchStrategy[Sequence[Verdict]] = st.lists(
    st.builds(
        Verdict,
        st.sampled_from([Verb.SAME, Verb.SAME, Verb.NOT_SAME, Verb.NOT_SAME, Verb.REJECT, Verb.CORRECT, Verb.RETRACT]),
        st.integers(0, 50),
        st.integers(0, 50),
        st.sampled_from(
            [("date", "2025-02-12"), ("status", "held"), ("kind", "meeting"), ("date", ""), ("venue", "Doha")]
        ),
    ),
    max_size=4,
)
