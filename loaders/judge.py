"""What analysts decide, for whoever asks them: the command line, GraphQL, the pages.

Each function is one transaction and tells what it has changed. Ids may be of what was merged away meanwhile; a person
or meeting may also be named by a mention or claim of it. A decision that stands already is not made twice, and one
that another stands against is refused, naming that one: it has to be undone first.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from neo4j import ManagedTransaction

from loaders.concerned import Concerned, concerned, standing_for
from loaders.ledger.judging import checked
from loaders.ledger.rows import judgement_of
from loaders.ledger.writing import find_judgement, standing_like, undoing
from loaders.store import finish_rebuild, judge_within, judgement
from schema.database import Database
from schema.errors import NotFound, QueryError
from schema.ledger import Judgement
from schema.vocabulary import Subject, Verb

LATEST = """
MATCH (j:Judgement) RETURN properties(j) AS row, j.undone AS undone ORDER BY j.made DESC, j.id LIMIT $limit
"""

_LONGEST = 200
"""Characters of an author's name."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision and what it has changed."""

    judgement: Judgement
    """As it was written down; where it stood already, the one that does."""
    subject: Subject
    before: tuple[str, ...]
    """Ids of the people, meetings or places concerned as they were."""
    after: tuple[str, ...]
    """Ids of those that they are now."""
    is_new: bool
    """Whether it was made now."""


def same(database: Database, left: str, right: str, *, author: str, made: datetime) -> Judged:
    """Two people, offices, venues or meetings are one; offices and venues go by the name of the first.

    Raises:
        NotFound: nothing has one of the ids.
        QueryError: the two are not of one sort, or a standing judgement keeps them apart.
    """
    return _decide(database, Verb.SAME, left, author, made, object=right)


def not_same(database: Database, left: str, right: str, *, author: str, made: datetime) -> Judged:
    """Two people, offices, venues or meetings are not one, whatever else is found out, until this is undone.

    Where the two are one already, name an id that was merged away, or a mention or claim of each.

    Raises:
        NotFound: nothing has one of the ids.
        QueryError: the two are not of one sort, or were judged the same.
    """
    return _decide(database, Verb.NOT_SAME, left, author, made, object=right)


def reject(database: Database, claim: str, *, author: str, made: datetime) -> Judged:
    """A claim says what its article does not; where it is one in the article's own words, its accounts go with it.

    Raises:
        NotFound: no claim has the id.
    """
    return _decide(database, Verb.REJECT, claim, author, made)


def correct(database: Database, claim: str, field: str, value: str, *, author: str, made: datetime) -> Judged:
    """A claim's field (one of ``loaders.ledger.judging.CORRECTABLE``) has this value; an empty one says it has none.

    Raises:
        NotFound: no claim has the id.
        QueryError: there is no such field, or it cannot have the value.
    """
    return _decide(database, Verb.CORRECT, claim, author, made, field=field, value=value)


def retract(database: Database, article: str, *, author: str, made: datetime) -> Judged:
    """An article, by its id or source (address), counts no more, in all its versions.

    Raises:
        NotFound: no article has the id or source.
    """
    return _decide(database, Verb.RETRACT, article, author, made)


def undo(database: Database, name: str, *, author: str, made: datetime) -> Judged:
    """Take back the judgement with this id; an undoing can itself be taken back.

    Raises:
        NotFound: no judgement has the id.
        QueryError: it is undone already.
    """
    return _decide(database, Verb.UNDO, name, author, made)


def latest(database: Database, limit: int) -> list[tuple[Judgement, bool]]:
    """The latest judgements, each with whether it stands."""
    rows = database.rows(LATEST, limit=limit)
    return [(judgement_of(row["row"]), row["undone"] is None) for row in rows]  # type: ignore[arg-type]


def _decide(
    database: Database,
    verb: Verb,
    subject: str,
    author: str,
    made: datetime,
    **more: str | None,
) -> Judged:
    who = " ".join(author.split())
    if not who or len(who) > _LONGEST:
        raise QueryError(f"A judgement needs an author: a name of at most {_LONGEST} characters.")
    decided = judgement(verb, subject.strip(), author=who, made=made, **more)
    finish_rebuild(database)
    return database.write(_work(decided))


def _work(decided: Judgement) -> Callable[[ManagedTransaction], Judged]:
    def work(transaction: ManagedTransaction) -> Judged:
        written = checked(transaction, decided)
        about = concerned(transaction, _undone_by(transaction, written))
        before = about.now(transaction)
        there = standing_like(transaction, written)
        if there is not None:
            return Judged(there, about.subject, before, before, is_new=False)
        _refuse(transaction, written)
        judged = judge_within(transaction, decided)
        _check_effect(transaction, judged, about)
        return Judged(judged, about.subject, before, about.now(transaction), is_new=True)

    return work


def _undone_by(transaction: ManagedTransaction, decided: Judgement) -> Judgement:
    """What an UNDO, or a chain of them, is in the end about; any other judgement itself."""
    while decided.verb is Verb.UNDO:
        found = find_judgement(transaction, decided.subject)
        if found is None:
            raise NotFound(f"No judgement has the id {decided.subject!r}.")
        decided = found
    return decided


def _refuse(transaction: ManagedTransaction, decided: Judgement) -> None:
    """Raise where another judgement stands against this one."""
    if decided.verb is Verb.UNDO:
        by = undoing(transaction, decided.subject)
        if by:
            raise QueryError(f"{decided.subject} is undone already{_by(by)}: to have it stand again, undo that.")
    if decided.verb is Verb.NOT_SAME:
        against = standing_like(transaction, replace(decided, verb=Verb.SAME))
        if against is not None:
            raise QueryError(f"The two were judged the same{_by([against])}: undo that instead.")


def _check_effect(transaction: ManagedTransaction, judged: Judgement, about: Concerned) -> None:
    """Raise, and so take it back, where two judged the same are still two."""
    if judged.verb is not Verb.SAME or judged.object is None:
        return
    left, right = standing_for(transaction, judged.subject), standing_for(transaction, judged.object)
    if left and right and not left & right:
        ends = left, right
        against = [one for one in about.parted(transaction) if _keeps(transaction, one, ends)]
        raise QueryError(f"The two were judged not to be the same{_by(against)}: undo that first.")


def _keeps(transaction: ManagedTransaction, one: Judgement, ends: tuple[set[str], set[str]]) -> bool:
    """Whether a NOT_SAME is between what is at the two ends."""
    left, right = (standing_for(transaction, end) if end else set() for end in (one.subject, one.object))
    return bool((left & ends[0] and right & ends[1]) or (left & ends[1] and right & ends[0]))


def _by(judgements: list[Judgement]) -> str:
    told = (f"by {one.author} on {one.made[:10]} ({one.id})" for one in judgements[:3])
    return " " + " and ".join(told) if judgements else ""
