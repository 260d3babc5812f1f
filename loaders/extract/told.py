"""What an article has told of so far."""

from loaders.extract.scene import Event, Scene


class Told:
    """The contacts told so far, and where each was spoken of last."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.contacts: list[Event] = []
        self.spoken: dict[Event, int] = {}
        self.means: dict[Event, Event] = {}

    def note(self, event: Event, contact: Event) -> None:
        """The event speaks of the contact."""
        self.spoken[contact] = event.trigger
        self.means[event] = contact

    def recent(self) -> list[Event]:
        """The contacts, the one spoken of last first."""
        return sorted(self.contacts, key=lambda contact: -self.spoken[contact])
