"""The pages of one person and of two."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from schema.errors import NotFound
from service import selection
from service.pages.asking import MOST, Asked, Moved
from service.pages.careers import Term, terms
from service.pages.drawing import Network, network
from service.pages.page import Page
from service.pages.shares import of_timeline
from service.pages.sums import Gap, gaps, last, years
from service.queries import Record, pages
from service.selection import Selection

PERSON = """
query Person($id: ID!, $asOf: Date) {
  person(id: $id, asOf: $asOf) {
    id name aliases wikidata
    polity { id name }
    offices { id title role since until of { id name } }
    contacts(first: 60) {
      nodes { person { id name polity { id name } } count ahead first last }
      pageInfo { hasNextPage }
    }
  }
}
"""

MOST_TIES = 24
"""People in the drawing; more could not be told apart."""

MOST_PLACES = 12


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person."""

    facts: Record
    offices: Sequence[Term]
    ties: Network
    places: Sequence[Record]


async def person(asked: Asked, person: str) -> Page:
    """One person: offices over time, contacts, ties, places."""
    try:
        known = await asked.remember(lambda: _known(asked, person), PERSON, f"{person} {asked.as_of}")
    except NotFound as error:
        raise await asked.missing(person, error) from None
    facts, offices = known.facts, known.offices
    if facts["id"] != person:
        raise Moved(f"/person/{facts['id']}", for_good=True)
    timeline = await asked.timeline(("person", person))
    office = _office(offices[0]) if offices else facts["polity"] and facts["polity"]["name"]
    met = facts["contacts"]
    address = f"/person/{person}"
    return Page(
        "person.html",
        title=facts["name"],
        description=_description(facts["name"], office, timeline.total),
        facts={
            "person": facts,
            "offices": offices,
            "held": sum(each.held for each in timeline.months),
            "ahead": sum(each.ahead for each in timeline.months),
            "latest": latest.start if (latest := last(timeline.rows)) else None,
            "places": known.places,
            "meetings": timeline.rows,
            "total": timeline.total,
        },
        address=address,
        table=f"/meetings.csv?person={person}" + (f"&asOf={asked.as_of}" if asked.as_of else ""),
        share=of_timeline(timeline, address),
        view={
            "timeline": timeline,
            "as_of": asked.as_of,
            "office": office,
            "met": f"{len(met['nodes'])}{'+' if met['pageInfo']['hasNextPage'] else ''}",
            "network": known.ties,
        },
    )


async def _known(asked: Asked, person: str) -> Known:
    """What a page tells of somebody beside the contacts.

    Raises:
        NotFound: nobody has the id or name.
    """
    facts = (await asked.ask(PERSON, id=person))["person"]
    around = [
        {
            "id": each["person"]["id"],
            "name": each["person"]["name"],
            "of": each["person"]["polity"] and each["person"]["polity"]["name"],
            "count": each["count"],
        }
        for each in facts["contacts"]["nodes"]
        if each["count"]
    ][:MOST_TIES]
    among = await asked.read(pages.TIES_AMONG, ids=[each["id"] for each in around])
    return Known(
        facts,
        terms(facts["offices"], await asked.read(pages.OFFICES_TOLD, id=facts["id"])),
        network(around, [(row["one"], row["other"], row["count"]) for row in among]),
        await asked.read(pages.PLACES_OF_PERSON, id=facts["id"], limit=MOST_PLACES),
    )


async def pair(asked: Asked, one: str, other: str) -> Page:
    """Two people: what was between them."""
    ids = await asked.meanings.people([one, other])
    if ids != [one, other]:
        raise Moved(f"/pair/{ids[0]}/{ids[1]}", for_good=True)
    names = [(await asked.directories()).people.entries[each].name for each in ids]
    address = f"/pair/{'/'.join(sorted(ids))}"
    timeline = await asked.timeline(("pair", one), ("pair", other))
    title = f"{names[0]} and {names[1]}"
    chosen = timeline.view.selection
    kinds, silences = await asked.remember(lambda: _summed(asked, chosen), pair, selection.address(chosen))
    return Page(
        "pair.html",
        title=title,
        description=f"{title}: {timeline.view.words.count('contacts', timeline.total)}, each with its sources.",
        facts={
            "people": [{"id": each, "name": name} for each, name in zip(ids, names, strict=True)],
            "total": timeline.total,
            "kinds": kinds,
            "years": years(timeline.months),
            "gaps": silences,
            "meetings": timeline.rows,
        },
        address=address,
        table=f"/meetings.csv?pair={one}&pair={other}" + (f"&asOf={asked.as_of}" if asked.as_of else ""),
        share=of_timeline(timeline, f"/pair/{one}/{other}"),
        view={"timeline": timeline, "as_of": asked.as_of, "cut": timeline.total > MOST},
    )


async def _summed(asked: Asked, chosen: Selection) -> tuple[dict[str, int], list[Gap]]:
    """How often in which way two were in touch, and the longest times they were not."""
    rows = [row async for row in asked.stream(chosen)]
    return dict(Counter(row.kind.value for row in rows).most_common()), gaps(rows)


def _office(held: Term) -> str:
    """An office in one line: "Foreign Minister, Russia"."""
    return f"{held.title}, {held.of['name']}" if held.of else held.title


def _description(name: str, office: str | None, total: int) -> str:
    who = f"{name} ({office})" if office else name
    contacts = "one diplomatic contact" if total == 1 else f"{total:,} diplomatic contacts"
    return f"{who}: {contacts}, with whom, where and when, and who says so."
