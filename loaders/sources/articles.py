"""A text, or the fields of a JSON object, to a ``Source``: the one place where an article's form is decided.

The stored text has the headline as its first line and ``\\n`` as its only line end; all else is kept verbatim,
since offsets point into it. Half a surrogate pair is no character and cannot be stored: it becomes U+FFFD, one for
one, so that offsets stay.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from hashlib import sha256
from urllib.parse import urlsplit

from loaders.sources.inputs import MAX_CHARACTERS, Defaults
from loaders.sources.language import other_language
from schema.errors import InputError
from schema.ledger import UNDATED
from schema.reading import Source

FIELDS = ("id", "url", "publisher", "published", "title", "text")
"""The keys of a JSON article. Others are ignored."""

_MAX_FIELD = 2_000
_MAX_TITLE = 300
_LINE_END = re.compile(r"\r\n?")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ].*)?", re.DOTALL)
_MARKUP_START = re.compile(r"\s*<(?:!doctype|html|head|body|\?xml|rss|article|div|p)\b", re.IGNORECASE)
_TAG = re.compile(r"</(?:p|div|span|a|li|td|script|h[1-6])>", re.IGNORECASE)
_MANY_TAGS = 10


def parse_day(value: str) -> str:
    """The day of an ISO day or ISO time (as written there, in its own time zone), as ``YYYY-MM-DD``.

    Raises:
        InputError: where it is none.
    """
    value = value.strip()
    try:
        if not _DAY.fullmatch(value):
            raise ValueError
        day = (datetime.fromisoformat(value).date() if len(value) > 10 else date.fromisoformat(value)).isoformat()
    except ValueError:
        raise InputError(f"{_show(value)} is no date: write the day as YYYY-MM-DD, such as 2025-02-15") from None
    if day == UNDATED:
        raise InputError(f"{_show(value)} is no day of publication: leave it out where the day is not known")
    return day


def parse_url(value: str) -> str:
    """The address, if it is one of the web: addresses end up as links in pages, where other schemes can run scripts.

    Raises:
        InputError: where it is not.
    """
    try:
        scheme = urlsplit(value).scheme
    except ValueError:
        scheme = "?"
    if scheme not in ("", "http", "https") or re.search(r"[\s\x00-\x1f\x7f]", value):
        raise InputError(f"{_show(value)} is no web address: correct it or leave it out")
    return value


def parse_json(text: str) -> object:
    """The value of a JSON text.

    Raises:
        InputError: where it is none, with line and column.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            raise InputError(
                "holds more than one JSON value: put one article on each line and name the file *.jsonl"
            ) from None
        line = f"line {error.lineno}, " if "\n" in text else ""
        raise InputError(f"is not valid JSON ({line}column {error.colno}: {error.msg})") from None
    except RecursionError:
        raise InputError("is nested too deeply for an article") from None
    except ValueError:
        raise InputError("holds a number too long for an article") from None


def from_text(text: str, defaults: Defaults) -> Source:
    """The article of a plain text; its first line with anything on it is the headline.

    Raises:
        InputError: where it is not an English text of at most ``MAX_CHARACTERS``.
    """
    if not text.strip():
        raise InputError("is empty: there is no text to read")
    return _source({"text": text}, defaults)


def from_json(value: object, defaults: Defaults) -> Source:
    """The article of a JSON object with the keys ``FIELDS``, of which only ``text`` is needed.

    Raises:
        InputError: where the object has another shape, or its text is not English or too long.
    """
    if isinstance(value, list):
        raise InputError("holds a list: put one article on each line (jq -c '.[]') and name the file *.jsonl")
    if not isinstance(value, dict):
        raise InputError(f"holds {_show(value)} where a JSON object with the article's text is needed")
    fields: dict[str, str] = {}
    for name in FIELDS:
        given = value.get(name)
        if name == "id" and isinstance(given, int) and not isinstance(given, bool):
            given = str(given)
        if given is None:
            continue
        if not isinstance(given, str):
            raise InputError(f'"{name}" is {_show(given)} where a string is needed')
        fields[name] = given
    if "text" not in fields:
        raise InputError('has no "text": the article\'s text must stand under that key')
    if not fields["text"].strip():
        raise InputError('has an empty "text": there is nothing to read')
    return _source(fields, defaults)


def text_id(text: str) -> str:
    """The id of an article that comes with none, nor with an address."""
    return f"text-{sha256(text.encode()).hexdigest()[:16]}"


def _source(fields: Mapping[str, str], defaults: Defaults) -> Source:
    text = _clean(fields["text"])
    if len(text) > MAX_CHARACTERS:
        raise InputError(_too_long(len(text)))
    if _MARKUP_START.match(text) or len(_TAG.findall(text)) >= _MANY_TAGS:
        raise InputError("is HTML, not text: turn it into text first, for example with: pandoc -t plain")
    title, text = _headline(_field(fields, "title"), text)
    language = other_language(text)
    if language:
        raise InputError(f"diplograph reads English only; this looks like {language}")
    url = _parsed(fields, "url", parse_url) or defaults.url
    return Source(
        id=_field(fields, "id") or url or text_id(text),
        text=text,
        title=title,
        url=url,
        publisher=_field(fields, "publisher") or defaults.publisher,
        published=_parsed(fields, "published", parse_day) or defaults.published,
    )


def _headline(title: str | None, text: str) -> tuple[str, str]:
    """The title, and the text with the headline as its first line."""
    first = text.lstrip().split("\n", 1)[0].rstrip()
    if title is None:
        return first if len(first) <= _MAX_TITLE else first[:_MAX_TITLE].rsplit(" ", 1)[0] + "…", text
    title = " ".join(title.split())
    return title, text if title == " ".join(first.split()) else f"{title}\n\n{text}"


def _clean(text: str) -> str:
    return _SURROGATE.sub("\ufffd", _LINE_END.sub("\n", text))


def _field(fields: Mapping[str, str], name: str) -> str | None:
    value = _clean(fields.get(name, "")).strip()
    if len(value) > _MAX_FIELD:
        raise InputError(f'"{name}" is longer than {_MAX_FIELD:,} characters')
    return value or None


def _parsed(fields: Mapping[str, str], name: str, parse: Callable[[str], str]) -> str | None:
    value = _field(fields, name)
    try:
        return value and parse(value)
    except InputError as error:
        raise InputError(f'"{name}" {error}') from None


def _too_long(characters: int) -> str:
    return (
        f"has {characters:,} characters, and one article may have {MAX_CHARACTERS:,}: "
        "split it into its articles, one object a line in a *.jsonl file"
    )


def _show(value: object) -> str:
    """A value in a message: short, on one line, with nothing in it that acts on a terminal."""
    shown = json.dumps(value)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"
