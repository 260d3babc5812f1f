"""The host of a visit where the text names only the place: the country of the venue."""

from loaders.extract.scene import Event, EventSide, Form, Mention, Scene
from loaders.extract.sides import party
from loaders.extract.status import ATTENDANCE
from schema.vocabulary import Kind


def settle_host(scene: Scene, event: Event) -> None:
    """Adds the country visited to a visit of guests alone, unless it is their own."""
    if event.kind is not Kind.VISIT or event.venue is None or event.venue.country is None:
        return
    guests = [side.entity for side in event.sides]
    if any(not guest.is_person for guest in guests) or len({guest.polity for guest in guests}) > 1:
        return
    country = event.venue.country
    if any(guest.polity == country for guest in guests):
        return
    host = party(scene, country)
    place = Mention(event.trigger, event.trigger + 1, event.trigger, (host,), Form.POLITY)
    event.sides.append(EventSide(host, ATTENDANCE[event.status], place))
