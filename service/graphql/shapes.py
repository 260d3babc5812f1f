"""From the graph's rows to the types of the schema."""

import strawberry

from schema.graphql.claims import Article, Claim, Mention
from schema.graphql.meetings import Meeting, MeetingState, Participant, Topic, Venue
from schema.graphql.parties import Contact, OfficeHeld, Party, Person, Polity
from schema.graphql.scalars import IsoDate
from schema.ledger import OPEN, UNDATED
from schema.vocabulary import Attendance, Kind, Precision, Status
from service.queries import Record

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


def office(row: Record, as_of: str | None) -> OfficeHeld:
    held = row["office"]
    return OfficeHeld(
        id=strawberry.ID(held["id"]),
        title=held["title"],
        role=held.get("role"),
        of=polity(row["polity"], as_of) if row["polity"] else None,
        since=row["since"],
        until=row["until"],
    )


def contact(row: Record, as_of: str | None) -> Contact:
    return Contact(
        person=person(row["person"], as_of),
        count=row["count"],
        ahead=row["ahead"],
        first=row["first"],
        last=row["last"],
        latest=meeting(row["latest"], as_of),
    )


def meeting(row: Record, as_of: str | None) -> Meeting:
    return Meeting(
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
        known_from=_day(row["known_from"]),
        known_until=None if stands else known_until,
        kind=Kind(row["kind"]),
        status=Status(row["status"]),
        start=row.get("start"),
        end=row.get("end"),
        precision=Precision.of(row.get("start")),
        title=row["title"],
        sources=row["sources"],
    )


def participant(row: Record, as_of: str | None) -> Participant:
    return Participant(
        as_of=as_of,
        meeting_key=row["key"],
        claim_ids=frozenset(row["claims"] or ()),
        party=party(row["party"], as_of),
        attendance=_ATTENDANCE[row["edge"]],
    )


def venue(row: Record) -> Venue:
    return Venue(
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
        reported=_day(claimed.get("reported")),
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


def _day(day: str | None) -> IsoDate | None:
    return None if day is None or day == UNDATED else IsoDate(day)
