"""Scenes and events made of invented sentences."""

from loaders.extract.cast import read_scene
from loaders.extract.scene import Event, Scene, Tense
from schema.reading import Source
from schema.vocabulary import Kind, Status
from tests.loaders.extract.parsing import parse

_TENSES = {Status.HELD: Tense.PAST, Status.ONGOING: Tense.PRESENT}


def scene_of(text: str, published: str | None = "2025-02-19", title: str = "", publisher: str | None = None) -> Scene:
    """The scene of a short article; 19 February 2025 was a Wednesday."""
    return read_scene(Source("test", text, title, published=published, publisher=publisher), parse(text))


def event_of(
    scene: Scene, trigger: str, *more: str, status: Status = Status.HELD, kind: Kind = Kind.MEETING, nth: int = 0
) -> Event:
    """The event told by the ``nth`` token with the text ``trigger`` and by the words ``more`` in its sentence."""
    token = [token for token in scene.doc if token.text == trigger][nth]
    words = [token.i, *(other.i for other in token.sent if other.text in more)]
    return Event(token.i, tuple(words), kind, status, _TENSES.get(status, Tense.FUTURE), [], "test")


def offices(scene: Scene) -> dict[str, tuple[str, str] | None]:
    """Each person's office as title and whose it is."""
    return {
        entity.name: (entity.office.title, entity.office.of) if entity.office else None
        for entity in scene.entities
        if entity.is_person
    }
