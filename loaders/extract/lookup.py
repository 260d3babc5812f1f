"""The lists of the world with which an article is read, a user's own included; they are kept with its parse."""

from spacy.tokens import Doc

from loaders.world import World, world
from loaders.world.places import Gazetteer, gazetteer

_KEPT = "diplograph.world"


def keep(doc: Doc, known: World) -> None:
    """Have what is asked of the parsed article answered from these lists."""
    doc.user_data[_KEPT] = known


def lists(doc: Doc) -> World:
    """Polities, titles and office-holders."""
    kept: World | None = doc.user_data.get(_KEPT)
    return kept or world()


def sites(doc: Doc) -> Gazetteer:
    """Cities, buildings and countries."""
    return gazetteer(lists(doc).polities)


def adjective(doc: Doc, polity: str) -> str:
    """ "Russian" for Russia; the name itself where there is none."""
    known = lists(doc).polities.by_name.get(polity)
    return known.adjective if known is not None and known.adjective else polity


def adjectival(doc: Doc, index: int) -> str | None:
    """The country or body whose demonym or name the capitalised token is: "Angola" for "Angolan"."""
    known = lists(doc).polities.get(doc[index].text) if doc[index].text[:1].isupper() else None
    return known.name if known is not None else None
