"""Text that every format, and every program that reads it, takes as it is meant."""

import re
from collections.abc import Iterable, Iterator

CHUNK = 1 << 16
"""Characters gathered before they are handed on."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile("[^\x20!#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def scrub(text: str) -> str:
    """The text with what XML 1.0 forbids (control characters, halves of surrogate pairs) as U+FFFD."""
    return _ILLEGAL.sub("\ufffd", text)


def escape(text: str) -> str:
    """The text for an XML attribute or element; line breaks and tabs survive in both."""
    if _SPECIAL.search(text) is None:
        return text
    return _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], "\ufffd"), text)


def encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    """The pieces as UTF-8, in chunks of some 64 KiB."""
    waiting: list[str] = []
    length = 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length >= CHUNK:
            yield "".join(waiting).encode()
            waiting.clear()
            length = 0
    if waiting:
        yield "".join(waiting).encode()
