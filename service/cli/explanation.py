"""A reading as paragraphs for a terminal: the article with its claims marked where they stand, then why each was made.

Everything here is pure. Numbers in square brackets tie the text to the list beneath it, so that it can be read without
any styles too.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.text import Text

from schema.reading import Account, Contact, PersonNamed, Reading, Side, Span
from service.cli.console import count, plain

PERSON, PARTY, MARK, QUIET = "bold cyan", "bold magenta", "bold yellow", "dim"
_UNREAD = "[-]"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is to be wrapped to the terminal's width."""

    text: Text
    label: Text | None = None
    """What stands beside the first line, in a column of its own; None where there is no such column."""


def explain_reading(reading: Reading) -> Iterator[Paragraph]:
    """The article, the contacts read out of it and the people named, in the order in which they are shown."""
    source = reading.source
    about = (source.publisher, source.published or "no day of publication", source.url)
    yield Paragraph(Text(", ".join(_shown(part) for part in about if part), QUIET))
    yield _blank()
    yield from (Paragraph(line) for line in _marked(reading).split("\n", allow_blank=True))
    yield _blank()
    numbers = {contact.key: number for number, contact in enumerate(reading.contacts, start=1)}
    people = {person.key: person for person in reading.people}
    for contact in reading.contacts:
        yield from _contact(reading.source.text, contact, numbers, people)
        yield _blank()
    if not reading.contacts:
        yield Paragraph(Text("No contact was read out of this article."))
        yield _blank()
    for number, person in enumerate(reading.people):
        yield _row("" if number else "people", _person(source.text, person))
    for note in reading.notes:
        yield _row("note", Text(_shown(note)))
    if reading.boilerplate:
        parts = count(len(reading.boilerplate), "part")
        meaning = Text(f"{parts} of the page taken for no part of the story: no contact is read out of it")
        yield Paragraph(meaning, Text(_UNREAD, MARK))


def _marked(reading: Reading) -> Text:
    """The text with people and parties in colours, a mark before each sentence that something was read out of."""
    text = reading.source.text
    marks: dict[int, list[str]] = defaultdict(list)
    spans: list[tuple[Span, str]] = [(span, PERSON) for person in reading.people for span in person.mentions]
    for number, contact in enumerate(reading.contacts, start=1):
        spans += _named(contact)
        marks[contact.evidence.begin].append(f"[{number}]")
        for place, account in enumerate(contact.accounts, start=1):
            marks[account.evidence.begin].append(f"[{number}.{place}]")
    for span in reading.boilerplate:
        marks[span.begin].append(_UNREAD)
        spans.append((span, QUIET))
    return _styled(text, Span(0, len(text.rstrip())), spans, marks)


def _styled(
    text: str, part: Span, spans: Sequence[tuple[Span, str]], marks: Mapping[int, Sequence[str]] | None = None
) -> Text:
    """That part of the text, made safe to show, in the styles of the spans and with the marks before their places."""
    marks = marks or {}
    cuts = {part.begin, part.end, *marks, *(edge for span, _ in spans for edge in (span.begin, span.end))}
    found = Text()
    shown_at: dict[int, int] = {}
    for begin, end in pairwise(sorted(cut for cut in cuts if part.begin <= cut <= part.end)):
        if begin in marks:
            found.append(f"{''.join(dict.fromkeys(marks[begin]))} ", MARK)
        shown_at[begin] = len(found)
        found.append(_shown(text[begin:end]))
        shown_at[end] = len(found)
    for span, style in spans:
        if span.begin in shown_at and span.end in shown_at:
            found.stylize(style, shown_at[span.begin], shown_at[span.end])
    return found


def _contact(
    text: str, contact: Contact, numbers: Mapping[str, int], people: Mapping[str, PersonNamed]
) -> Iterator[Paragraph]:
    number = numbers[contact.key]
    kind = contact.kind.value.replace("_", " ")
    yield Paragraph(Text(f"{kind}, {contact.status.value}", "bold"), Text(f"[{number}]", MARK))
    yield _row("read in", Text.assemble("“", _styled(text, contact.evidence, _named(contact)), "”"))
    yield _row("rule", Text(f"{contact.rule}, confidence {contact.confidence:g}"))
    yield _row("date", Text(_date(contact)))
    if contact.venue is not None:
        place = (contact.venue.name, contact.venue.country)
        yield _row("venue", Text(_shown(", ".join(dict.fromkeys(part for part in place if part)))))
    elif not contact.kind.remote:
        yield _row("venue", Text("not given"))
    for at, side in enumerate(contact.sides):
        yield _row("" if at else "sides", _side(text, side, people))
    if contact.topics:
        yield _row("topics", Text(_shown("; ".join(contact.topics))))
    for at, account in enumerate(contact.accounts, start=1):
        yield _row("accounts" if at == 1 else "", _account(text, contact, account, f"[{number}.{at}]"))
    if contact.follows:
        yield _row("follows", Text(", ".join(f"[{numbers[key]}]" for key in contact.follows), MARK))


def _date(contact: Contact) -> str:
    if contact.date is None:
        return "open"
    until = f" to {contact.date_end}" if contact.date_end else ""
    return f"{contact.date}{until}"


def _side(text: str, side: Side, people: Mapping[str, PersonNamed]) -> Text:
    name = people[side.person].name if side.person else str(side.party)
    style = PERSON if side.person else PARTY
    return Text.assemble(
        (_shown(name), style), f", {side.attendance.value}: “{_shown(text[side.span.begin : side.span.end])}”"
    )


def _account(text: str, contact: Contact, account: Account, mark: str) -> Text:
    says = [account.by]
    says += [account.status.value] if account.status else []
    says += [f"on {'; '.join(account.topics)}"] if account.topics else []
    same = account.evidence == contact.evidence
    words = ", in the same sentence" if same else f": “{text[account.evidence.begin : account.evidence.end]}”"
    return Text.assemble((mark, MARK), _shown(f" {', '.join(says)}{words}"))


def _person(text: str, person: PersonNamed) -> Text:
    office = f", {', '.join(part for part in (person.office.title, person.office.of) if part)}" if person.office else ""
    words = dict.fromkeys(text[span.begin : span.end] for span in person.mentions)
    quoted = f": {', '.join(f'“{word}”' for word in words)}" if words else ""
    return Text.assemble((_shown(person.name), PERSON), _shown(f"{office}{quoted}"))


def _named(contact: Contact) -> list[tuple[Span, str]]:
    return [(side.span, PERSON if side.person else PARTY) for side in contact.sides]


def _row(label: str, text: Text) -> Paragraph:
    return Paragraph(text, Text(label, QUIET))


def _blank() -> Paragraph:
    return Paragraph(Text())


def _shown(text: str) -> str:
    """The text as a terminal may have it: white space of all kinds as blanks, what could act on it as escapes."""
    return plain("".join(" " if char.isspace() and char != "\n" else char for char in text))
