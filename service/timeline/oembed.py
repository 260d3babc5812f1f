"""oEmbed 1.0 (https://oembed.com): how another site embeds a timeline whose address it was given."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from schema.errors import DiplographError, NotFound, QueryError
from service.pages.page import frame
from service.timeline.view import View, read_view

_WIDTH, _HEIGHT = 640, 600
"""Pixels, where the other site sets no limit."""

_PATHS = {"/person/": "person", "/polity/": "polity", "/pair/": "pair", "/meeting/": "series", "/venue/": "venue"}
"""Pages that stand for a timeline, with the parameter that their ids go into."""

_PLACES = {"/embed/timeline", "/meetings"}


class NotImplementedForm(DiplographError):
    """A form of answer that the specification leaves open."""

    code = "NOT_IMPLEMENTED"
    http_status = 501


@dataclass(frozen=True, slots=True)
class Asked:
    """The timeline to embed, and the room there is."""

    view: View
    width: int
    height: int


def asked(url: str, base: str, maxwidth: str, maxheight: str, form: str) -> Asked:
    """What a consumer asks for.

    Raises:
        QueryError: a parameter cannot be used.
        NotFound: the address is none of a timeline here.
        NotImplementedForm: it asks for XML.
    """
    if form not in ("", "json"):
        raise NotImplementedForm("format: there is JSON only.")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise QueryError(f"url: {url[:80]!r} is no address.") from None
    path, parameters = parts.path, parse_qsl(parts.query)
    if f"{parts.scheme}://{parts.netloc}" != base:
        raise NotFound(f"url: {url[:80]!r} is not an address of this service, {base}.")
    if path not in _PLACES:
        parameters += [(name, each) for begin, name in _PATHS.items() for each in _ids(path, begin)]
        if not parameters or not path.startswith(tuple(_PATHS)):
            raise NotFound(f"url: {url[:80]!r} is no timeline. Embed /embed/timeline with its parameters.")
    return Asked(read_view(parameters), _room("maxwidth", maxwidth, _WIDTH), _room("maxheight", maxheight, _HEIGHT))


def answer(asked: Asked, title: str, base: str) -> dict[str, Any]:
    """The answer, of the type ``rich``."""
    address = f"{base}/embed/timeline?{asked.view.query()}"
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": "diplograph",
        "provider_url": base,
        "title": title,
        "html": frame(base, address, title, asked.height),
        "width": asked.width,
        "height": asked.height,
        "cache_age": 300,
    }


def _ids(path: str, begin: str) -> list[str]:
    return [part for part in path.removeprefix(begin).split("/") if part] if path.startswith(begin) else []


def _room(name: str, given: str, usual: int) -> int:
    if not given:
        return usual
    if not (given.isascii() and given.isdecimal() and int(given[:9]) > 0):
        raise QueryError(f"{name}: {given[:20]!r} is no number of pixels.")
    return min(int(given[:9]), usual)
