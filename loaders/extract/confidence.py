"""How far a contact that was read can be trusted."""

from loaders.extract.scene import Event

_SURE = {"verb": 0.9, "noun": 0.8}
_UNSURE = {"verb": 0.8, "noun": 0.7}
_OTHER = 0.8


def confidence(event: Event) -> float:
    """The share of claims like this one that told of a contact and had its status right."""
    family = event.rule.split()[0]
    return (_SURE if event.sure else _UNSURE).get(family, _OTHER)
