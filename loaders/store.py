"""The graph's one door for writing: articles come in, judgements are made and undone, the projection is rebuilt.

Each call is one transaction, in which the ledger's rows and what they change in the projection are written together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from neo4j import ManagedTransaction

from loaders.ledger import entries
from loaders.ledger.judging import checked
from loaders.ledger.lists import add_list
from loaders.ledger.writing import (
    add_entries,
    add_judgement,
    find_judgement,
    is_undone,
    known,
    mark_undone,
)
from loaders.projection import rebuild as projection
from loaders.projection.blocks import explain as explain_person
from loaders.projection.references import settle_references
from loaders.projection.refresh import Touched, refresh
from loaders.resolve.joining import Decision
from schema.database import Database
from schema.errors import InputError
from schema.ledger import Entries, Judgement, Reference, ReferenceList, make_id
from schema.reading import Reading
from schema.vocabulary import Verb

COUNTER = "MERGE (c:Counter {id: 'revision'}) ON CREATE SET c.value = 0"
LOCK = "MATCH (c:Counter {id: 'revision'}) SET c.locked = true RETURN c.value AS value"
"""Lets one writer at a time look at what is there and add to it. A MERGE would read before it locks, and deadlock."""
COUNT = "MATCH (c:Counter {id: 'revision'}) SET c.value = c.value + 1"
REVISION = "MATCH (c:Counter {id: 'revision'}) RETURN c.value AS value"


@dataclass(frozen=True, slots=True)
class LoadOutcome:
    """What became of the articles of a load, by their sources."""

    new: tuple[str, ...] = ()
    new_versions: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    set_aside: tuple[tuple[str, InputError], ...] = ()

    def __add__(self, other: "LoadOutcome") -> "LoadOutcome":
        """Both together."""
        return LoadOutcome(
            self.new + other.new,
            self.new_versions + other.new_versions,
            self.unchanged + other.unchanged,
            self.set_aside + other.set_aside,
        )


def add(database: Database, readings: Sequence[Reading], loaded: datetime) -> LoadOutcome:
    """Add articles as they were read, all in one transaction; ``loaded`` is the time, with its zone.

    What the ledger has already changes nothing. A reading that contradicts itself is set aside, and the rest goes in.
    Some 20 to 100 articles at a time load fastest.
    """
    finish_rebuild(database)
    found: list[Entries] = []
    set_aside: list[tuple[str, InputError]] = []
    for reading in readings:
        try:
            found.append(entries(reading, loaded))
        except InputError as error:
            set_aside.append((reading.source.id, error))
    outcome = database.write(lambda transaction: _add(transaction, found))
    return replace(outcome, set_aside=tuple(set_aside))


def _add(transaction: ManagedTransaction, found: Sequence[Entries]) -> LoadOutcome:
    _lock(transaction)
    articles, sources = known(transaction, found)
    fresh: dict[str, Entries] = {}
    new: list[str] = []
    versions: list[str] = []
    unchanged: list[str] = []
    for one in found:
        if one.article.id in articles or one.article.id in fresh:
            unchanged.append(one.article.source)
            continue
        (versions if one.article.source in sources else new).append(one.article.source)
        sources.add(one.article.source)
        fresh[one.article.id] = one
    if fresh:
        transaction.run(COUNT).consume()
        add_entries(transaction, list(fresh.values()))
        refresh(transaction, Touched(sources={one.article.source for one in fresh.values()}))
    return LoadOutcome(tuple(new), tuple(versions), tuple(unchanged))


def add_people(database: Database, source: str, references: Sequence[Reference], loaded: datetime) -> bool:
    """Add an edition of a list of office-holders; those of the source that were loaded earlier count no more.

    Who is who is decided anew for all whom it names. False where it is the edition that counts already.
    """
    finish_rebuild(database)
    when = loaded.astimezone(UTC).isoformat(timespec="microseconds")
    rows = {one.id: one for one in references}
    edition = ReferenceList(source, when, tuple(rows.values()))
    return database.write(lambda transaction: _add_people(transaction, edition))


def _add_people(transaction: ManagedTransaction, edition: ReferenceList) -> bool:
    _lock(transaction)
    if not add_list(transaction, edition):
        return False
    transaction.run(COUNT).consume()
    refresh(transaction, Touched(references=settle_references(transaction)))
    return True


def _lock(transaction: ManagedTransaction) -> None:
    if not transaction.run(LOCK).data():
        transaction.run(COUNTER).consume()
        transaction.run(LOCK).consume()


def judgement(
    verb: Verb,
    subject: str,
    *,
    author: str,
    made: datetime,
    object: str | None = None,  # noqa: A002 the ledger's word
    field: str | None = None,
    value: str | None = None,
) -> Judgement:
    """A judgement with its id; see ``schema.ledger.Judgement`` for what the parts mean."""
    when = made.astimezone(UTC).isoformat(timespec="microseconds")
    name = make_id("j", verb.value, subject, object or "", field or "", value or "", author, when)
    return Judgement(name, verb, subject, author, when, object, field, value)


def judge(database: Database, decided: Judgement) -> Judgement:
    """Add a judgement and let it take effect; it is returned as it was written down.

    A person or meeting may be named by its id, also one that was merged away, or by a mention or claim of it: that is
    how the mentions in one article are told apart from those in another. An article may be named by its source or id.

    Raises:
        NotFound: nothing has the id that it names.
        QueryError: it cannot be carried out as it stands.
    """
    finish_rebuild(database)
    return database.write(lambda transaction: judge_within(transaction, decided))


def undo(database: Database, name: str, *, author: str, made: datetime) -> Judgement:
    """Take back the judgement with this id; an UNDO can itself be taken back.

    Raises:
        NotFound: there is no such judgement.
    """
    return judge(database, judgement(Verb.UNDO, name, author=author, made=made))


def retract(database: Database, source: str, *, author: str, made: datetime) -> Judgement:
    """Withdraw all that an article said, in all its versions.

    Raises:
        NotFound: there is no article with this source or id.
    """
    return judge(database, judgement(Verb.RETRACT, source, author=author, made=made))


def judge_within(transaction: ManagedTransaction, decided: Judgement) -> Judgement:
    """What ``judge`` does, as part of a transaction."""
    _lock(transaction)
    written = checked(transaction, decided)
    if find_judgement(transaction, written.id) is not None:
        return written
    transaction.run(COUNT).consume()
    add_judgement(transaction, written)
    touched = Touched()
    touched.add(written)
    undone = find_judgement(transaction, written.subject) if written.verb is Verb.UNDO else None
    while undone is not None:
        mark_undone(transaction, undone.id, is_undone(transaction, undone.id))
        touched.add(undone)
        undone = find_judgement(transaction, undone.subject) if undone.verb is Verb.UNDO else None
    refresh(transaction, touched)
    return written


def explain(database: Database, person: str) -> list[Decision]:
    """Why the person with this id is who they are: each step of joining with its reason, and what was left open."""
    return database.read(lambda transaction: explain_person(transaction, person))


def rebuild(database: Database, progress: Callable[[int, int], None] | None = None) -> int:
    """Drop the projection and write it again from the ledger; the number of article sources.

    It can be run again after it was cut short, and ``add`` and ``judge`` complete it before anything else.
    """
    count = projection.rebuild(database, progress)
    database.write(lambda transaction: transaction.run(COUNT).consume())
    return count


def finish_rebuild(database: Database) -> None:
    """Complete a rebuild that was cut short."""
    if projection.is_unfinished(database):
        rebuild(database)


def revision(database: Database) -> int:
    """A number that grows with each change of the graph."""
    rows = database.rows(REVISION)
    return int(str(rows[0]["value"])) if rows else 0
