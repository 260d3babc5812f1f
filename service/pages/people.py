"""The pages of one person and of two."""

from collections import Counter

from schema.errors import NotFound
from service.pages.asking import Asked, Moved
from service.pages.careers import Term, terms
from service.pages.drawing import network
from service.pages.page import Page
from service.pages.shares import of_timeline
from service.pages.sums import gaps, last, years
from service.queries import pages

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


async def person(asked: Asked, person: str) -> Page:
    """One person: offices over time, contacts, ties, places."""
    try:
        facts = (await asked.ask(PERSON, id=person))["person"]
    except NotFound as error:
        raise await asked.missing(person, error) from None
    if facts["id"] != person:
        raise Moved(f"/person/{facts['id']}", for_good=True)
    timeline = await asked.timeline(("person", person))
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
    places = await asked.read(pages.PLACES_OF_PERSON, id=person, limit=MOST_PLACES)
    offices = terms(facts["offices"], await asked.read(pages.OFFICES_TOLD, id=person))
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
            "places": places,
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
            "network": network(around, [(row["one"], row["other"], row["count"]) for row in among]),
        },
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
    rows = [row async for row in asked.stream(timeline.view.selection)]
    return Page(
        "pair.html",
        title=title,
        description=f"{title}: {timeline.view.words.count('contacts', timeline.total)}, each with its sources.",
        facts={
            "people": [{"id": each, "name": name} for each, name in zip(ids, names, strict=True)],
            "total": timeline.total,
            "kinds": dict(Counter(row.kind.value for row in rows).most_common()),
            "years": years(rows),
            "gaps": gaps(rows),
            "meetings": timeline.rows,
        },
        address=address,
        table=f"/meetings.csv?pair={one}&pair={other}" + (f"&asOf={asked.as_of}" if asked.as_of else ""),
        share=of_timeline(timeline, f"/pair/{one}/{other}"),
        view={"timeline": timeline, "as_of": asked.as_of},
    )


def _office(held: Term) -> str:
    """An office in one line: "Foreign Minister, Russia"."""
    return f"{held.title}, {held.of['name']}" if held.of else held.title


def _description(name: str, office: str | None, total: int) -> str:
    who = f"{name} ({office})" if office else name
    contacts = "one diplomatic contact" if total == 1 else f"{total:,} diplomatic contacts"
    return f"{who}: {contacts}, with whom, where and when, and who says so."
