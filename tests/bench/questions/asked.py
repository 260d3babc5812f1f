"""The questions, as diplograph and as @neo4j/graphql are asked them for the same answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.bench.questions.graph import Sides

_ROW = "title kind status start"
_OURS = f"{_ROW} venue {{ name }} participants {{ party {{ name }} }}"
_THEIRS = f"{_ROW} venue {{ name }} participants {{ name }}"
_STANDS = 'known_until: { eq: "9999-99-99" }'


@dataclass(frozen=True, slots=True)
class Question:
    """One question in the two languages."""

    title: str
    ours: str
    theirs: str
    variables: dict[str, Any]
    count: Callable[[dict[str, Any]], int]
    """How many meetings an answer holds, ours or theirs."""


def questions(sides: Sides) -> list[Question]:
    """What is asked about these."""
    first, second = sides.polities
    return [
        Question(
            "the newest 20 meetings",
            f"{{ meetings(first: 20) {{ nodes {{ {_OURS} }} }} }}",
            f"{{ meetings(where: {{ {_STANDS} }}, sort: [{{ rank: ASC }}], limit: 20) {{ {_THEIRS} }} }}",
            {},
            _meetings,
        ),
        Question(
            "the newest 20 of a person",
            f"query Q($who: String!) {{ meetings(anyOf: [$who], first: 20) {{ nodes {{ {_OURS} }} }} }}",
            f"query Q($who: ID!) {{ meetings(where: {{ {_STANDS}, "
            "participants: { some: { id: { eq: $who } } } }, "
            f"sort: [{{ rank: ASC }}], limit: 20) {{ {_THEIRS} }} }}",
            {"who": sides.person},
            _meetings,
        ),
        Question(
            "between two countries, in ten years",
            f"query Q($one: String!, $other: String!) {{ meetings(polities: [$one, $other], "
            f'from: "2010-01-01", to: "2019-12-31", first: 20) {{ nodes {{ {_OURS} }} }} }}',
            f"query Q($one: String!, $other: String!) {{ meetings(where: {{ {_STANDS}, "
            'start: { gte: "2010-01-01", lte: "2019-12-31" }, AND: ['
            "{ participants: { some: { polity: { eq: $one } } } }, "
            "{ participants: { some: { polity: { eq: $other } } } }] }, "
            f"sort: [{{ rank: ASC }}], limit: 20) {{ {_THEIRS} }} }}",
            {"one": first, "other": second},
            _meetings,
        ),
        Question(
            "one meeting with its claims",
            f"query Q($id: ID!) {{ meeting(id: $id) {{ {_OURS} topics {{ name }} "
            "claims { quote status article { title publisher published } } } }",
            f"query Q($id: ID!) {{ meetings(where: {{ {_STANDS}, id: {{ eq: $id }} }}) {{ {_THEIRS} topics {{ name }} "
            "claims { evidence status articles { title publisher published } } } }",
            {"id": sides.meeting},
            _meetings,
        ),
        Question(
            "200 meetings with their claims",
            f"{{ meetings(first: 200) {{ nodes {{ {_OURS} topics {{ name }} "
            "claims { quote status article { title publisher published } } } } }",
            f"{{ meetings(where: {{ {_STANDS} }}, sort: [{{ rank: ASC }}], limit: 200) {{ {_THEIRS} topics {{ name }} "
            "claims { evidence status articles { title publisher published } } } }",
            {},
            _meetings,
        ),
    ]


def first_pages(sides: Sides) -> list[Question]:
    """The first pages of the lists that there are, for their cost in graphs of any size."""
    first, second = sides.polities
    lists = {
        "meetings, 20": f"{{ meetings {{ nodes {{ {_OURS} }} }} }}",
        "meetings, 200 with their claims": questions(sides)[-1].ours,
        "of the person who meets most": f'{{ meetings(anyOf: ["{sides.person}"]) {{ nodes {{ {_OURS} }} }} }}',
        "of a person who meets rarely": f'{{ meetings(anyOf: ["{sides.rare}"]) {{ nodes {{ {_OURS} }} }} }}',
        "of a country": f'{{ meetings(polities: ["{first}"]) {{ nodes {{ {_OURS} }} }} }}',
        "between two countries": f'{{ meetings(polities: ["{first}", "{second}"]) {{ nodes {{ {_OURS} }} }} }}',
        "in a year": f'{{ meetings(from: "2012", to: "2012") {{ nodes {{ {_OURS} }} }} }}',
        "of a kind": f"{{ meetings(kinds: [VISIT]) {{ nodes {{ {_OURS} }} }} }}",
        "at a place": f'{{ meetings(venue: "City 7") {{ nodes {{ {_OURS} }} }} }}',
        "on a topic": f'{{ meetings(topic: "topic 7") {{ nodes {{ {_OURS} }} }} }}',
        "with a word that all have": f'{{ meetings(text: "matter") {{ nodes {{ {_OURS} }} }} }}',
        "with a word that none has": f'{{ meetings(text: "xyzzy") {{ nodes {{ {_OURS} }} }} }}',
        "as of a day": f'{{ meetings(asOf: "2015-06-01") {{ nodes {{ {_OURS} }} }} }}',
        "claims": "{ claims { nodes { quote article { title } } } }",
        "articles": "{ articles { nodes { title publisher } } }",
        "people": "{ people { nodes { name polity { name } } } }",
        "how many meetings there are": "{ meetings(first: 1) { totalCount } }",
    }
    return [Question(title, ours, "", {}, _meetings) for title, ours in lists.items()]


def _meetings(data: dict[str, Any]) -> int:
    if "meeting" in data:
        return 1
    found = data["meetings"]
    return len(found["nodes"] if isinstance(found, dict) else found)
