"""Which version of an article stood when. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from schema.ledger import OPEN, UNDATED


@dataclass(frozen=True, slots=True)
class Version:
    """What decides the standing of one article row among those of its source."""

    id: str
    sha256: str
    published: str | None
    loaded: str


@dataclass(frozen=True, slots=True)
class Interval:
    """Half-open range of report days."""

    known_from: str
    known_until: str = OPEN

    def at(self, day: str) -> bool:
        """Whether the day lies in it."""
        return self.known_from <= day < self.known_until


def standing(versions: Iterable[Version]) -> Mapping[str, Interval]:
    """The report time in which each version of one source stood; those that never did are left out.

    Of the rows with the same text the one loaded last counts: the others were read by an older extractor or dated
    wrongly, and are corrected away. Among different texts each stands from its report day until that of the next one.
    """
    last: dict[str, Version] = {}
    for version in versions:
        rival = last.get(version.sha256)
        if rival is None or (rival.loaded, rival.id) < (version.loaded, version.id):
            last[version.sha256] = version
    ordered = sorted(last.values(), key=lambda version: (version.published or UNDATED, version.loaded, version.id))
    ends = [*(version.published or UNDATED for version in ordered[1:]), OPEN]
    intervals = {
        version.id: Interval(version.published or UNDATED, end) for version, end in zip(ordered, ends, strict=False)
    }
    return {name: interval for name, interval in intervals.items() if interval.known_from < interval.known_until}
