import json
from datetime import UTC, datetime, timedelta

import pytest

from loaders import judge, store
from schema.database import Database
from schema.vocabulary import Kind, Status
from tests.loaders.articles import LAVROV, RUBIO, Told, Who, reading
from tests.service.cli.conftest import Diplograph

NOW = datetime(2025, 6, 1, tzinfo=UTC)
BUSHES = [Who(name, "President", "United States") for name in ("George H. W. Bush", "George W. Bush", "George Bush")]
PEOPLE = "MATCH (p:Person {name: $name}) RETURN p.id AS id"


def one(database: Database, cypher: str, **parameters: object) -> str:
    return str(database.rows(cypher, **parameters)[0]["id"])


def call(day: str, *who: Who) -> Told:
    return Told(Kind.CALL, Status.HELD, who, day)


def test_a_person_is_explained_with_rivals_scores_and_judgements(shared: Database, diplograph: Diplograph) -> None:
    store.add(shared, [reading(name.name, "2005-02-15", named=[name]) for name in BUSHES], NOW)
    bush, elder = one(shared, PEOPLE, name="George Bush"), one(shared, PEOPLE, name="George H. W. Bush")
    told = diplograph("why", bush).out
    assert told.startswith(f"George Bush, person {bush}\n  · George Bush, President, United States (1 source)\n")
    assert "Left open" in told
    assert "George H. W. Bush fits as well" in told or "George W. Bush fits as well" in told
    assert "both family names are bush (1.00)" in told
    assert f"  · George H. W. Bush {elder} (" in told.partition("Waiting for a judgement, whether it is one with\n")[2]
    judged = judge.same(shared, elder, bush, author="ann", made=NOW)
    merged = next(name for name in (elder, bush) if name not in judged.after)
    told = diplograph("why", merged).out
    assert f"{merged} was merged into {judged.after[0]}." in told
    assert "judged the same" in told
    assert f"{judged.judgement.id}  2025-06-01 00:00  same {elder} {bush}, by ann" in told
    judge.undo(shared, judged.judgement.id, author="ann", made=NOW + timedelta(days=1))
    answer = json.loads(diplograph("why", merged, "--json").out)
    assert [(decided["verb"], stands) for decided, stands in answer["judgements"]] == [("same", False)]
    assert {step["joined"] for step in answer["steps"]} == {False}


def test_a_meeting_is_explained_by_the_tellings_that_are_alike(shared: Database, diplograph: Diplograph) -> None:
    store.add(
        shared,
        [
            reading("a", "2025-02-15", call("2025-02-15", RUBIO, LAVROV)),
            reading("b", "2025-02-16", call("2025-02-15", RUBIO, LAVROV)),
        ],
        NOW,
    )
    meeting = one(shared, "MATCH (m:Meeting) RETURN m.id AS id")
    claim = one(
        shared,
        "MATCH (c:Claim {article: $a}) RETURN c.id AS id",
        a=one(shared, "MATCH (a:Article {source: 'b'}) RETURN a.id AS id"),
    )
    told = diplograph("why", claim).out
    assert told.startswith(f"Rubio–Lavrov call, meeting {meeting}\n{claim} is a claim about it, in article a")
    assert "attended: Marco Rubio, Sergey Lavrov" in told
    assert "sides in common: Marco Rubio, Sergey Lavrov (1.00); held 2025-02-15 and held 2025-02-15 (1.00)" in told
    judge.reject(shared, claim, author="ann", made=NOW)
    assert "counts no more" in diplograph("why", claim).err


def test_offices_places_and_mentions_are_explained(shared: Database, diplograph: Diplograph) -> None:
    heads = [Who("Li Wei", title, "China") for title in ("Head of the Bureau", "Chief of the Bureau")]
    talks = Told(Kind.TALKS, Status.HELD, (heads[0], RUBIO), "2025-02-15", venue="Long Hall, Geneva")
    store.add(shared, [reading("a", "2025-02-15", talks), reading("b", "2025-02-16", named=heads[1:])], NOW)
    office, other = (one(shared, "MATCH (o:Office {title: $t}) RETURN o.id AS id", t=who.title) for who in heads)
    assert "Li Wei, Head of the Bureau, China" in diplograph("why", office).out
    judge.same(shared, office, other, author="ann", made=NOW)
    told = diplograph("why", other).out
    assert f"{other} was judged the same as {office}." in told
    assert "Chief of the Bureau" in told
    venue = one(shared, "MATCH (v:Venue {kind: 'site'}) RETURN v.id AS id")
    assert "written “Long Hall, Geneva”" in diplograph("why", venue).out
    mention = one(shared, "MATCH (n:Mention {name: 'Marco Rubio'}) RETURN n.id AS id")
    assert f"{mention} is a mention of “Marco Rubio”" in diplograph("why", mention).out


@pytest.mark.usefixtures("shared")
def test_an_id_that_nothing_has_is_refused(diplograph: Diplograph) -> None:
    done = diplograph("why", "pnothing")
    assert (done.status, "has the id 'pnothing'" in done.err) == (1, True)
