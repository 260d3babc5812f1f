"""From the graph's rows to the types of the schema."""

from collections.abc import Iterable, Mapping
from math import inf
from typing import Any

import strawberry

from schema.graphql.claims import Article, Claim, Mention
from schema.graphql.connections import Connection
from schema.graphql.meetings import Meeting, MeetingState, Participant, Parts, Topic, Venue
from schema.graphql.offices import Holder, Office
from schema.graphql.parties import Contact, OfficeHeld, Party, Person, Polity
from schema.graphql.relations import AtLevel, Between, Figure, Gap, Tie, Travel
from schema.graphql.scalars import IsoDate
from schema.ledger import OPEN, UNDATED
from schema.vocabulary import Attendance, Kind, Precision, Status
from service.graphql.passages import Passages
from service.queries import Record

_NO_PARTS = Parts()
_ATTENDANCE = {attendance.edge: attendance for attendance in Attendance}


def party(row: Record, as_of: str | None) -> Party:
    """A person or a polity, by what its id begins with."""
    return person(row, as_of) if row["id"].startswith("p") else polity(row, as_of)


def person(row: Record, as_of: str | None) -> Person:
    return Person(
        as_of=as_of,
        id=strawberry.ID(row["id"]),
        name=row["name"],
        aliases=[alias for alias in row.get("aliases") or () if alias != row["name"]],
        wikidata=row.get("wikidata"),
        polity_id=row.get("polity"),
    )


def polity(row: Record, as_of: str | None) -> Polity:
    return Polity(as_of=as_of, id=strawberry.ID(row["id"]), name=row["name"], kind=row.get("kind"), iso=row.get("iso"))


def office(row: Record, as_of: str | None) -> Office:
    post = row["office"]
    return Office(
        as_of=as_of,
        id=strawberry.ID(post["id"]),
        title=post["title"],
        role=post.get("role") or None,
        of=polity(row["polity"], as_of) if row["polity"] else None,
    )


def holder(row: Record, as_of: str | None) -> Holder:
    return Holder(
        person=person(row["person"], as_of),
        since=row["since"],
        until=row["until"],
        known_from=report_day(row["known_from"]),
    )


def office_held(row: Record, as_of: str | None) -> OfficeHeld:
    held = row["office"]
    return OfficeHeld(
        id=strawberry.ID(held["id"]),
        title=held["title"],
        role=held.get("role"),
        of=polity(row["polity"], as_of) if row["polity"] else None,
        since=row["since"],
        until=row["until"],
    )


def contact(row: Record, latest: Meeting, as_of: str | None) -> Contact:
    return Contact(
        person=person(row["person"], as_of),
        count=row["count"],
        ahead=row["ahead"],
        first=row["first"],
        last=row["last"],
        latest=latest,
    )


def meeting(row: Record, as_of: str | None, there: Parts = _NO_PARTS) -> Meeting:
    return Meeting(
        parts=there,
        as_of=as_of,
        key=row["key"],
        disagreeing=tuple(row.get("disagreements") or ()),
        id=strawberry.ID(row["id"]),
        title=row["title"],
        kind=Kind(row["kind"]),
        status=Status(row["status"]),
        start=row.get("start"),
        end=row.get("end"),
        precision=Precision.of(row.get("start")),
        sources=row["sources"],
    )


def state(row: Record, as_of: str | None) -> MeetingState:
    """One state in a meeting's history; what changed it after the day asked for is not told."""
    known_until = row["known_until"]
    stands = known_until in (OPEN, UNDATED) or (as_of is not None and known_until > as_of)
    return MeetingState(
        known_from=report_day(row["known_from"]),
        known_until=None if stands else known_until,
        kind=Kind(row["kind"]),
        status=Status(row["status"]),
        start=row.get("start"),
        end=row.get("end"),
        precision=Precision.of(row.get("start")),
        title=row["title"],
        sources=row["sources"],
    )


def parts(row: list[Any], read: frozenset[str], as_of: str | None) -> Parts:
    """What hangs on a meeting, from a row of ``service.queries.hanging``: each part in the order it is shown in."""
    key, participants, venues, topics, claims = row
    return Parts(
        read=read,
        participants=tuple(_participant(each, key, as_of) for each in sorted(participants or (), key=_placed)),
        venue=venue(venues[0], as_of) if venues else None,
        topics=tuple(topic(named) for _, named in sorted(topics or (), key=_placed)),
        claims=_claims(claims or (), key.rpartition("@")[0], as_of),
    )


def _placed(row: list[Any]) -> tuple[float, str, str]:
    """A sort key: the place in which the articles name it, the name and the id."""
    place, named = row[0], row[-1]
    return inf if place is None else place, named["name"], named["id"]


def _participant(row: list[Any], key: str, as_of: str | None) -> Participant:
    _, edge, claim_ids, inferred, named = row
    return Participant(
        as_of=as_of,
        meeting_key=key,
        claim_ids=frozenset(claim_ids or ()),
        party=party(named, as_of),
        attendance=_ATTENDANCE[edge],
        inferred=inferred,
    )


def _claims(rows: Iterable[list[Any]], meeting_id: str, as_of: str | None) -> tuple[Claim, ...]:
    once = {claimed["id"]: (claimed, source, by) for claimed, source, by in rows}
    return tuple(
        claim({"claim": claimed, "article": source, "by": by, "meeting": meeting_id}, as_of)
        for claimed, source, by in sorted(once.values(), key=_reported)
    )


def _reported(row: tuple[Record, Record, Record | None]) -> tuple[str, str, int, str]:
    claimed, source, _ = row
    return claimed["reported"] or UNDATED, source["id"], claimed["begin"], claimed["id"]


def venue(row: Record, as_of: str | None) -> Venue:
    return Venue(
        as_of=as_of,
        id=strawberry.ID(row["id"]),
        name=row["name"],
        kind=row.get("kind"),
        country=row.get("country"),
        lat=row.get("lat"),
        lon=row.get("lon"),
    )


def topic(row: Record) -> Topic:
    return Topic(id=strawberry.ID(row["id"]), name=row["name"])


def article(row: Record, as_of: str | None) -> Article:
    return Article(
        as_of=as_of,
        id=strawberry.ID(row["id"]),
        title=row["title"],
        url=row.get("url"),
        publisher=row.get("publisher"),
        published=row.get("published"),
        language=row["language"],
    )


def claim(row: Record, as_of: str | None) -> Claim:
    """A claim with its article and who is quoted."""
    claimed = row["claim"]
    status = claimed.get("status")
    return Claim(
        as_of=as_of,
        meeting_id=row["meeting"],
        id=strawberry.ID(claimed["id"]),
        quote=claimed["evidence"],
        begin=claimed["begin"],
        end=claimed["end"],
        kind=Kind(claimed["kind"]),
        status=Status(status) if status else None,
        date=claimed.get("date"),
        date_end=claimed.get("date_end"),
        precision=Precision.of(claimed.get("date")),
        venue=claimed.get("venue"),
        topics=list(claimed.get("topics") or ()),
        by_name=claimed.get("by"),
        reported=report_day(claimed.get("reported")),
        confidence=claimed["confidence"],
        rule=claimed["rule"],
        quoted=party(row["by"], as_of) if row["by"] else None,
        article=article(row["article"], as_of),
    )


def mention(row: Record, as_of: str | None) -> Mention:
    named = row["mention"]
    attendance = named.get("attendance")
    return Mention(
        id=strawberry.ID(named["id"]),
        name=named["name"],
        surface=named["surface"],
        title=named.get("title"),
        of=named.get("of"),
        attendance=Attendance(attendance) if attendance else None,
        begin=named["begin"],
        end=named["end"],
        party=party(row["party"], as_of) if row["party"] else None,
    )


def report_day(day: str | None) -> IsoDate | None:
    """The day of a report; None where it is undated."""
    return None if day is None or day == UNDATED else IsoDate(day)


def tie(row: Record, latest: Meeting, as_of: str | None) -> Tie:
    return Tie(
        party=party(row["party"], as_of),
        count=row["count"],
        ahead=row["ahead"],
        first=row["first"],
        last=row["last"],
        latest=latest,
    )


def between(
    passed: Passages,
    polities: tuple[Polity, Polity],
    persons: Mapping[str, Person],
    meetings: Connection[Meeting],
    complete: bool,
    as_of: str | None,
) -> Between:
    """What passed between two polities."""

    def shown(row: Record) -> Meeting:
        return meeting(row, as_of)

    gap = passed.longest_gap()
    return Between(
        polities=[*polities],
        count=len(passed.held),
        ahead=passed.ahead,
        first=shown(passed.dated[-1]) if passed.dated else None,
        last=shown(passed.dated[0]) if passed.dated else None,
        longest_gap=Gap(days=gap.days, before=shown(gap.before), after=shown(gap.after)) if gap else None,
        levels=[AtLevel(level=level, count=each.count, last=shown(each.last)) for level, each in passed.levels()],
        people=[
            Figure(
                person=persons[each.person],
                level=each.level,
                count=each.meetings.count,
                last=shown(each.meetings.last),
            )
            for each in passed.figures()
            if each.person in persons
        ],
        travels=[
            Travel(guest=polities[1 - host], host=polities[host], count=each.count, last=shown(each.last))
            for host, each in passed.travels((polities[0].name, polities[1].name))
        ],
        meetings=meetings,
        complete=complete,
    )
