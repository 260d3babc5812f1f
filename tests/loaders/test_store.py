"""What loading articles does to the graph: again, edited, broken, at once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from loaders import store
from schema.database import Database
from schema.vocabulary import Kind, Status
from tests.loaders.articles import PUTIN, TRUMP, reading
from tests.loaders.shown import NOW, call, load, meetings
from tests.loaders.snapshot import snapshot


def test_an_article_without_a_day_is_in_todays_answers_and_in_no_earlier_one(database: Database) -> None:
    load(database, reading("a", None, call(Status.HELD, "2025-02-15")))
    assert len(meetings(database)) == 1
    assert meetings(database, "2026-01-01") == []


def test_an_edited_article_replaces_its_older_version_and_keeps_the_meetings_id(database: Database) -> None:
    load(database, reading("a", "2025-02-13", call(Status.EXPECTED, "2025-02-15")))
    (before,) = meetings(database)
    outcome = load(database, reading("a", "2025-02-14", call(Status.EXPECTED, "2025-02-16"), edition="corrected"))
    assert outcome.new_versions == ("a",)
    (found,) = meetings(database)
    assert (found["id"], found["start"], found["sources"]) == (before["id"], "2025-02-16", 1)
    assert meetings(database, "2025-02-13")[0]["start"] == "2025-02-15"


def test_a_later_extractor_replaces_what_an_earlier_one_read(database: Database) -> None:
    first = reading("a", "2025-02-15", call(Status.HELD, "2025-02-15", TRUMP, PUTIN))
    load(database, first)
    (before,) = meetings(database)
    contacts = tuple(replace(contact, kind=Kind.VIDEO_CALL) for contact in first.contacts)
    store.add(database, [replace(first, extractor="test 2", contacts=contacts)], NOW + timedelta(days=1))
    (found,) = meetings(database)
    assert (found["id"], found["kind"], found["sources"]) == (before["id"], "video_call", 1)


def test_loading_again_changes_nothing(database: Database) -> None:
    article = reading("a", "2025-02-15", call(Status.HELD, "2025-02-15"))
    load(database, article)
    before, revision = snapshot(database), store.revision(database)
    outcome = store.add(database, [article, article], NOW + timedelta(days=3))
    assert outcome.unchanged == ("a", "a")
    assert (snapshot(database), store.revision(database)) == (before, revision)


def test_a_broken_reading_is_set_aside_and_the_others_go_in(database: Database) -> None:
    outcome = load(
        database,
        reading("a", "15 February", call(Status.HELD, None)),
        reading("b", "2025-02-15", call(Status.HELD, None)),
    )
    assert [name for name, _ in outcome.set_aside] == ["a"]
    assert "YYYY-MM-DD" in str(outcome.set_aside[0][1])
    assert outcome.new == ("b",)
    assert len(meetings(database)) == 1


def test_a_rebuild_that_was_cut_short_is_completed_by_the_next_load(database: Database) -> None:
    load(
        database,
        reading("a", "2025-02-13", call(Status.EXPECTED, "2025-02-15")),
        reading("b", "2025-02-15", call(Status.HELD, "2025-02-15")),
    )
    whole = snapshot(database)

    class Killed(Exception):
        pass

    def die(*_: int) -> None:
        raise Killed

    with pytest.raises(Killed):
        store.rebuild(database, progress=die)
    load(database, reading("a", "2025-02-13", call(Status.EXPECTED, "2025-02-15")))
    assert snapshot(database) == whole


def test_several_may_load_at_once(database: Database) -> None:
    articles = [reading(f"s{day}", f"2025-02-{day}", call(Status.HELD, f"2025-02-{day}")) for day in range(10, 22)]
    with ThreadPoolExecutor(3) as pool:
        outcomes = list(pool.map(lambda one: store.add(database, [one], NOW), [*articles, *articles]))
    assert sum(len(outcome.new) for outcome in outcomes) == len(articles)
    together = snapshot(database)
    store.rebuild(database)
    assert snapshot(database) == together
