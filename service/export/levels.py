"""How high somebody ranks, by the title of an office."""

import re

_UNDER = re.compile(
    r"\b(adviser|aide|spokesperson|staff|press secretary|assistant|office|administration|under ?secretary)\b",
    re.IGNORECASE,
)
_VICE = re.compile(r"\b(vice|deputy)\b", re.IGNORECASE)
_HEAD = re.compile(
    r"\b(president|prime minister|chancellor|king|queen|emir|sultan|pope|monarch|crown prince|supreme leader|"
    r"taoiseach|head of state|head of government|secretary-general)\b",
    re.IGNORECASE,
)
_MINISTER = re.compile(
    r"\b(minister|foreign secretary|secretary of state|high representative|state councilor|\w+ secretary)\b",
    re.IGNORECASE,
)
_ENVOY = re.compile(
    r"\b(envoy|ambassador|representative|negotiator|emissary|mediator|nuncio|consul|chargé d'affaires)\b", re.IGNORECASE
)


LEVELS = ("heads", "ministers", "envoys", "others")
"""From the highest."""


def higher(one: str, other: str) -> str:
    """The higher of two levels."""
    return min(one, other, key=LEVELS.index)


def lower(one: str, other: str) -> str:
    """The lower of two levels."""
    return max(one, other, key=LEVELS.index)


def level(office: str | None) -> str:
    """One of heads (of states, governments, organisations), ministers (and heads' deputies), envoys, others."""
    title = office or ""
    if _UNDER.search(title):
        return "others"
    if _HEAD.search(title):
        return "ministers" if _VICE.search(title) else "heads"
    if _MINISTER.search(title) and not _VICE.search(title):
        return "ministers"
    return "envoys" if _ENVOY.search(title) else "others"
