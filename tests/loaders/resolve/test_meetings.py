"""Which tellings are one meeting, and what they come to."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.resolve.fold import Folded
from loaders.resolve.history import State, states
from loaders.resolve.related import keys, related, sought
from schema.ledger import UNDATED
from schema.reading import Reading
from schema.vocabulary import Attendance, Kind, Status
from tests.loaders.articles import LAVROV, PUTIN, RUBIO, TRUMP, USHAKOV, WALTZ, WITKOFF, ZELENSKY, Told, Who, reading
from tests.loaders.generated import DAYS, articles
from tests.loaders.resolve.told import tellings

VANCE = Who("JD Vance", "Vice President", "United States")
MACRON = Who("Emmanuel Macron", "President", "France")


def today(*readings: Reading, as_of: str = UNDATED) -> list[Folded]:
    return [state.folded for state in history(readings) if state.known_from <= as_of < state.known_until]


def history(readings: Sequence[Reading]) -> list[State]:
    return sorted(states(tellings(readings)), key=lambda state: (state.folded.start or "", state.key))


def told(status: Status, date: str | None, *sides: Who | str, kind: Kind = Kind.MEETING, **more: object) -> Told:
    return Told(kind, status, sides or (TRUMP, PUTIN), date, **more)  # type: ignore[arg-type]


def days(found: Sequence[Folded]) -> list[tuple[str | None, str]]:
    return [(one.start, one.status.value) for one in found]


def test_a_plan_that_slips_by_a_day_is_the_meeting_that_was_held() -> None:
    found = today(
        reading("a", "2025-08-13", told(Status.EXPECTED, "2025-08-15", TRUMP, ZELENSKY, kind=Kind.CALL)),
        reading("b", "2025-08-18", told(Status.HELD, "2025-08-16", TRUMP, ZELENSKY, MACRON, kind=Kind.CALL)),
    )
    assert days(found) == [("2025-08-16", "held")]


def test_a_call_and_a_visit_are_never_one_and_a_conversation_is_whichever_fits() -> None:
    call = reading("a", "2025-02-12", told(Status.HELD, "2025-02-12", kind=Kind.CALL))
    meeting = reading("b", "2025-02-12", told(Status.HELD, "2025-02-12"))
    spoke = reading("c", "2025-02-13", told(Status.HELD, "2025-02-12", kind=Kind.CONVERSATION))
    assert len(today(call, meeting)) == 2
    assert len(today(call, spoke)) == 1
    assert today(call, spoke)[0].kind is Kind.CALL
    assert len(today(call, meeting, spoke)) == 2


def test_a_letter_is_no_call() -> None:
    call = reading("a", "2025-02-12", told(Status.HELD, "2025-02-12", kind=Kind.CALL))
    letter = reading("b", "2025-02-12", told(Status.HELD, "2025-02-12", kind=Kind.MESSAGE))
    assert len(today(call, letter)) == 2


def test_what_one_article_tells_apart_is_two() -> None:
    article = reading(
        "a",
        "2025-02-12",
        told(Status.HELD, "2025-02-12", kind=Kind.MEETING),
        told(Status.HELD, "2025-02-12", kind=Kind.TALKS),
    )
    assert len(today(article)) == 2


def test_presidents_and_their_ministers_meet_apart_on_one_day() -> None:
    found = today(
        reading("a", "2025-08-15", told(Status.HELD, "2025-08-15", TRUMP, PUTIN)),
        reading("b", "2025-08-15", told(Status.HELD, "2025-08-15", RUBIO, LAVROV)),
    )
    assert [one.title for one in found] in (
        ["Trump–Putin meeting", "Rubio–Lavrov meeting"],
        ["Rubio–Lavrov meeting", "Trump–Putin meeting"],
    )


def test_a_delegation_told_in_part_and_as_a_country_is_one() -> None:
    found = today(
        reading("a", "2025-02-16", told(Status.EXPECTED, "2025-02", WALTZ, RUBIO, WITKOFF, "Russia", kind=Kind.TALKS)),
        reading("b", "2025-02-18", told(Status.HELD, "2025-02-18", RUBIO, WALTZ, LAVROV, USHAKOV, kind=Kind.TALKS)),
        reading("c", "2025-02-19", told(Status.HELD, "2025-02-18", "United States", "Russia", kind=Kind.TALKS)),
    )
    assert days(found) == [("2025-02-18", "held")]


def test_go_betweens_do_not_make_it_another_meeting() -> None:
    found = today(
        reading(
            "a",
            "2025-05-11",
            told(Status.HELD, "2025-05-11", WITKOFF, "Iran", "Oman", parts={"Oman": Attendance.MEDIATOR}),
        ),
        reading("b", "2025-05-12", told(Status.HELD, "2025-05-11", WITKOFF, "Iran")),
    )
    assert len(found) == 1


def test_a_possible_trilateral_is_not_the_bilateral_and_is_one_in_whatever_order_it_is_told() -> None:
    found = today(
        reading("a", "2025-08-07", told(Status.POSSIBLE, None, PUTIN, TRUMP, ZELENSKY)),
        reading("b", "2025-08-08", told(Status.POSSIBLE, None, ZELENSKY, TRUMP, PUTIN)),
        reading("c", "2025-08-08", told(Status.EXPECTED, "2025-08-15", TRUMP, PUTIN)),
    )
    assert sorted(one.sources for one in found) == [1, 2]


def test_a_meeting_without_a_day_is_the_latest_before_its_report() -> None:
    found = today(
        reading("a", "2025-02-12", told(Status.HELD, "2025-02-12", kind=Kind.CALL)),
        reading("b", "2025-02-16", told(Status.HELD, "2025-02-16", kind=Kind.CALL)),
        reading("c", "2025-02-17", told(Status.HELD, None, kind=Kind.CALL)),
    )
    assert [(one.start, one.sources) for one in found] == [("2025-02-12", 1), ("2025-02-16", 2)]


def test_a_plan_told_after_a_meeting_was_held_is_another() -> None:
    found = today(
        reading("a", "2025-02-12", told(Status.HELD, "2025-02-12")),
        reading("b", "2025-02-13", told(Status.EXPECTED, "2025-02-15")),
    )
    assert days(found) == [("2025-02-12", "held"), ("2025-02-15", "expected")]


def test_a_doubtful_telling_does_not_overturn_what_two_say() -> None:
    sure = [
        reading("a", "2025-02-12", told(Status.EXPECTED, "2025-02-15")),
        reading("b", "2025-02-13", told(Status.EXPECTED, "2025-02-15")),
    ]
    doubtful = reading("c", "2025-02-14", told(Status.CANCELLED, "2025-02-15", confidence=0.3))
    certain = reading("c", "2025-02-14", told(Status.CANCELLED, "2025-02-15", confidence=0.9))
    assert days(today(*sure, doubtful)) == [("2025-02-15", "expected")]
    assert days(today(*sure, certain)) == [("2025-02-15", "cancelled")]


def test_date_and_place_take_the_most_precise_that_most_give() -> None:
    def at(source: str, date: str, place: str | None) -> Reading:
        return reading(source, "2025-02-20", told(Status.HELD, date, venue=place, country="Saudi Arabia"))

    found = today(
        at("a", "2025-02-18", "Diriyah Palace, Riyadh"), at("b", "2025-02", "Riyadh"), at("c", "2025-02", None)
    )
    assert [(one.start, one.venue.name if one.venue else None) for one in found] == [("2025-02-18", "Diriyah Palace")]
    assert found[0].disagreements == ()


def test_attendance_is_folded_person_by_person() -> None:
    found = today(
        reading("a", "2025-02-12", told(Status.EXPECTED, "2025-02-15", TRUMP, VANCE, PUTIN)),
        reading(
            "b",
            "2025-02-16",
            told(Status.HELD, "2025-02-15", TRUMP, VANCE, PUTIN, parts={"JD Vance": Attendance.ABSENT}),
        ),
        reading("c", "2025-02-16", told(Status.HELD, "2025-02-15", TRUMP, PUTIN, USHAKOV)),
    )
    assert {side.handle: side.attendance for side in found[0].sides} == {
        "f Donald Trump": Attendance.ATTENDED,
        "f JD Vance": Attendance.ABSENT,
        "f Vladimir Putin": Attendance.ATTENDED,
        "f Yuri Ushakov": Attendance.ATTENDED,
    }


def test_copies_of_a_wire_text_count_once_though_some_words_were_changed() -> None:
    wire = (
        "US President Donald Trump met Russian President Vladimir Putin on Saturday to discuss the war in Ukraine and "
        "what is to follow the talks of their envoys in Riyadh earlier this week, the White House said."
    )
    own_words = (
        "Donald Trump and Vladimir Putin sat down for three hours, Kremlin officials told reporters in Anchorage."
    )
    found = today(
        reading("a", "2025-02-16", told(Status.HELD, "2025-02-15", evidence=wire)),
        reading("b", "2025-02-16", told(Status.HELD, "2025-02-15", evidence=wire.replace("on Saturday ", ""))),
        reading("c", "2025-02-16", told(Status.HELD, "2025-02-15", evidence=own_words)),
    )
    assert [one.sources for one in found] == [2]


def test_only_accounts_with_nothing_in_common_disagree_on_what_it_was_about() -> None:
    def accounts(first: str, second: str) -> tuple[str, ...]:
        said = [("Kremlin", [first], None), ("White House", [second], None)]
        (found,) = today(reading("a", "2025-02-16", told(Status.HELD, "2025-02-15", accounts=said)))
        return found.disagreements

    assert accounts("war in Ukraine", "Ukraine ceasefire") == ()
    assert accounts("prisoners", "sanctions") == ("topics",)


def test_titles() -> None:
    leyen, xi = Who("Ursula von der Leyen", "President", "European Commission"), Who("Xi Jinping", "President", "China")
    for sides, title in (
        ((leyen, xi), "von der Leyen–Xi summit"),
        ((TRUMP, VANCE, PUTIN), "Trump–Putin summit"),
        ((TRUMP, PUTIN, ZELENSKY), "Trump–Putin–Zelensky summit"),
        ((TRUMP, PUTIN, ZELENSKY, xi), "Trump, Putin and others: summit"),
        ((TRUMP, "Russia"), "Trump–Russia summit"),
        ((TRUMP, VANCE), "Trump–Vance summit"),
    ):
        assert (
            today(reading("a", "2025-02-12", told(Status.HELD, "2025-02-12", *sides, kind=Kind.SUMMIT)))[0].title
            == title
        )


@settings(max_examples=200, deadline=None)
@given(articles, st.randoms(use_true_random=False))
def test_states_do_not_depend_on_the_order_of_the_articles(readings: list[Reading], random: object) -> None:
    shuffled = list(readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert history(shuffled) == history(readings)


@settings(max_examples=200, deadline=None)
@given(articles, st.sampled_from(DAYS))
def test_what_stood_on_a_day_is_what_the_articles_reported_by_then_come_to(readings: list[Reading], day: str) -> None:
    by_then = [one for one in tellings(readings) if one.known.known_from <= day]
    assert standing(states(by_then), day) == standing(history(readings), day)


def standing(found: Sequence[State], day: str) -> set[tuple[str, Folded]]:
    """The states that stood on the day."""
    return {(state.key, state.folded) for state in found if state.known_from <= day < state.known_until}


@settings(max_examples=200, deadline=None)
@given(articles)
def test_tellings_that_may_be_one_meeting_find_each_other(readings: list[Reading]) -> None:
    found = tellings(readings)
    for left in found:
        for right in found:
            if related(left, right) and left.seed != right.seed:
                assert sought(keys(left)) & set(keys(right))
                assert related(right, left)
