"""The four properties of the graph, on generated articles and judgements, on each engine.

Order does not matter, twice is once, undo is undo, as-of is honest.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders import store
from schema.database import Database
from schema.errors import QueryError
from schema.ledger import Judgement, Reference
from schema.reading import Contact, PersonNamed, Reading, Side, Source, Span
from schema.vocabulary import Attendance, Kind, Status, Verb
from tests.engines import wipe
from tests.loaders.generated import DAYS, Verdict, articles, editions, verdicts
from tests.loaders.snapshot import snapshot

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
STANDING = """
MATCH (a:Article) WHERE a.known_from IS NOT NULL
RETURN a.source AS source, a.sha256 AS sha256, a.extractor AS extractor, a.known_from AS day
"""
MENTIONS = "MATCH (n:Mention) WHERE n.seed IS NOT NULL RETURN n.id AS id ORDER BY id"
CLAIMS = "MATCH (c:Claim) RETURN c.id AS id, c.contact AS contact ORDER BY id"
PLACES = "MATCH (c:Claim) WHERE c.place IS NOT NULL RETURN DISTINCT c.place AS id ORDER BY id"
OFFICES = "MATCH (o:Office) RETURN o.id AS id ORDER BY id"
ARTICLES = "MATCH (a:Article) RETURN DISTINCT a.source AS source ORDER BY source"

few = settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def load_each(database: Database, readings: Sequence[Reading]) -> None:
    for one in readings:
        store.add(database, [one], NOW)


def list_people(database: Database, lists: Sequence[tuple[str, list[Reference]]]) -> None:
    for number, (source, rows) in enumerate(lists):
        store.add_people(database, source, rows, NOW + timedelta(minutes=number))


def judge_all(database: Database, decided: Sequence[Verdict]) -> list[Judgement]:
    """Make the judgements that can be made of what is there."""
    mentions = [str(row["id"]) for row in database.rows(MENTIONS)]
    claims = [str(row["id"]) for row in database.rows(CLAIMS)]
    contacts = [str(row["id"]) for row in database.rows(CLAIMS) if row["id"] == row["contact"]]
    places = [str(row["id"]) for row in database.rows(PLACES)]
    offices = [str(row["id"]) for row in database.rows(OFFICES)]
    sources = [str(row["source"]) for row in database.rows(ARTICLES)]
    made = []
    for number, one in enumerate(decided):
        when = NOW + timedelta(minutes=number)
        pool = [mentions, contacts, places, offices][one.first % 4]
        if one.verb in (Verb.SAME, Verb.NOT_SAME):
            if not pool:
                continue
            subject, other = pool[one.first % len(pool)], pool[one.second % len(pool)]
            judgement = store.judgement(one.verb, subject, author="ann", made=when, object=other)
        elif one.verb is Verb.RETRACT:
            judgement = store.judgement(one.verb, sources[one.first % len(sources)], author="ann", made=when)
        elif not claims:
            continue
        else:
            field, value = one.field if one.verb is Verb.CORRECT else (None, None)
            subject = claims[one.first % len(claims)]
            judgement = store.judgement(one.verb, subject, author="ann", made=when, field=field, value=value)
        try:
            made.append(store.judge(database, judgement))
        except QueryError:
            continue
    return made


@few
@given(articles, editions, st.randoms(use_true_random=False), st.integers(1, 4))
def test_order_and_batches_do_not_matter_and_twice_is_once(
    engine: Database, readings: list[Reading], lists: list[tuple[str, list[Reference]]], random: object, size: int
) -> None:
    wipe(engine)
    list_people(engine, lists)
    load_each(engine, readings)
    in_order = snapshot(engine)
    load_each(engine, readings)
    list_people(engine, lists[-1:])
    assert snapshot(engine) == in_order
    store.rebuild(engine)
    assert snapshot(engine) == in_order
    wipe(engine)
    shuffled = list(readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for start in range(0, len(shuffled), size):
        store.add(engine, shuffled[start : start + size], NOW)
        if start == 0:
            list_people(engine, lists)
    assert snapshot(engine) == in_order


@few
@given(articles, articles, verdicts, editions, st.randoms(use_true_random=False))
def test_undo_is_undo_and_judgements_hold_in_any_order_of_loading(
    engine: Database,
    before: list[Reading],
    later: list[Reading],
    decided: Sequence[Verdict],
    lists: list[tuple[str, list[Reference]]],
    random: object,
) -> None:
    wipe(engine)
    store.add(engine, before, NOW)
    judgements = judge_all(engine, decided)
    list_people(engine, lists)
    store.add(engine, later, NOW)
    judged = snapshot(engine)
    store.rebuild(engine)
    assert snapshot(engine) == judged
    random.shuffle(judgements)  # type: ignore[attr-defined]
    undone = [
        store.undo(engine, one.id, author="bob", made=NOW + timedelta(hours=1, minutes=number))
        for number, one in enumerate(judgements)
    ]
    unjudged = snapshot(engine)
    for number, one in enumerate(undone):
        store.undo(engine, one.id, author="ann", made=NOW + timedelta(hours=2, minutes=number))
    assert snapshot(engine) == judged
    wipe(engine)
    list_people(engine, lists)
    store.add(engine, [*later, *before], NOW)
    assert snapshot(engine) == unjudged


@few
@given(articles, editions, st.sampled_from(DAYS))
def test_as_of_a_day_the_graph_is_what_the_articles_reported_by_then_come_to(
    engine: Database, readings: list[Reading], lists: list[tuple[str, list[Reference]]], day: str
) -> None:
    """Who is who stays today's: what was reported later keeps naming its people, and says nothing else."""
    wipe(engine)
    list_people(engine, lists)
    store.add(engine, readings, NOW)
    answered = snapshot(engine, day)
    standing = {(row["source"], row["extractor"], row["sha256"]): row["day"] for row in engine.rows(STANDING)}
    by_then = [one for one in readings if standing.get(identity(one), "9") <= day]  # type: ignore[operator]
    later = [one for one in readings if one not in by_then and identity(one) in standing]
    wipe(engine)
    store.add(engine, by_then + people_only(later), NOW)
    list_people(engine, lists)
    assert snapshot(engine, day) == answered


def identity(one: Reading) -> tuple[str, str, str]:
    """What tells the stored article of a reading."""
    return one.source.id, one.extractor, sha256(one.source.text.encode()).hexdigest()


def people_only(readings: Sequence[Reading]) -> list[Reading]:
    """For each source an article without a day that names all people of these readings, in a contact of some time.

    Whom a side named by a post is taken for follows from the day, so it has a contact of that day.
    """
    people: dict[str, dict[str, PersonNamed]] = {}
    posts: dict[str, set[tuple[str, str, str | None]]] = {}
    for one in readings:
        for contact in one.contacts:
            for side in contact.sides:
                if side.party is not None:
                    surface = one.source.text[side.span.begin : side.span.end]
                    posts.setdefault(one.source.id, set()).add(
                        (surface, side.party, contact.date or one.source.published)
                    )
        taking_part = {side.person for contact in one.contacts for side in contact.sides}
        named = {person.key: person for person in one.people if person.office or person.key in taking_part}
        people.setdefault(one.source.id, {}).update(named)
    found = []
    for source, named in people.items():
        seats = sorted(posts.get(source, set()), key=str)
        text = f"{source} names {sorted(named)} {[surface for surface, _, _ in seats]}"
        sides: list[tuple[tuple[Side, ...], str | None]] = [
            (tuple(Side(Attendance.POSSIBLE, Span(0, 1), key) for key in named), None)
        ]
        for surface, party, day in seats:
            at = text.index(surface)
            sides.append(((Side(Attendance.POSSIBLE, Span(at, at + len(surface)), party=party),), day))
        contacts = [
            Contact(f"c{number}", Kind.MESSAGE, Status.POSSIBLE, each, Span(0, 1), "test", 0.5, date=day)
            for number, (each, day) in enumerate(sides)
        ]
        found.append(Reading(Source(source, text), "test 1", tuple(named.values()), tuple(contacts)))
    return found
