"""How good the reading is, and whether its confidence can be trusted: ``python -m tests.bench quality FOLDER``.

The folder holds gold articles, one ``*.json`` each: an article as ``diplograph load`` takes it, with what a careful
reader takes from it under ``people`` and ``contacts``, in the form that ``diplograph extract`` prints. Of a person
``key`` and ``name`` are used; of a contact ``kind``, ``status``, ``date``, ``venue`` (``name``, ``country``) and
``participants``, each with ``attendance`` and either ``person`` (a key) or ``party`` (a name).

A contact read is matched with one of the gold where at least half of their sides are the same and one is not remote
while the other is in person. It is *right* where it has a match with the same status and date. Confidence is calibrated
where the share of right claims in a band is the mean confidence in it.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loaders.extract import Extractor, as_gold
from loaders.resolve.names import Likeness, compare
from loaders.resolve.polities import polity
from loaders.resolve.venues import venue
from loaders.sources.articles import from_json
from loaders.sources.inputs import Defaults
from loaders.world import fold
from schema.errors import InputError
from schema.reading import Source
from schema.settings import read_settings
from schema.vocabulary import Attendance, Kind

Contact = Mapping[str, Any]
"""A contact in its JSON form, with the names of its people in ``participants``."""

_BESIDE = frozenset({Attendance.ABSENT, Attendance.DECLINED, Attendance.MEDIATOR})
_RARE = 3
"""Rules with fewer claims are shown together."""


@dataclass(frozen=True, slots=True)
class Matched:
    """One article's contacts: those that were read, each with its match, and those of the gold that were missed."""

    read: Sequence[tuple[Contact, Contact | None]]
    missed: Sequence[Contact]


def run(folder: Path) -> None:
    """Reads the articles of the folder and prints how the contacts compare with the gold."""
    found = match_folder(folder)
    claims = [pair for article in found for pair in article.read]
    matched = [(read, gold) for read, gold in claims if gold is not None]
    wanted = len(matched) + sum(len(article.missed) for article in found)
    print(f"\n{len(found)} articles, {wanted} contacts in the gold, {len(claims)} read, {len(matched)} of them matched")
    precision, recall = _share(len(matched), len(claims)), _share(len(matched), wanted)
    f1 = _share(2 * len(matched), len(claims) + wanted)
    print(f"  contacts: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    for name, same in (("status", _same_status), ("date", _same_date), ("venue", _same_venue)):
        given = [(read, gold) for read, gold in matched if gold.get(name)]
        good = sum(same(read, gold) for read, gold in given)
        print(f"  {name:6} right: {_share(good, len(given)):.3f} of {len(given)} matched contacts whose gold gives it")
    _table("confidence", sorted(claims, key=lambda pair: -pair[0]["confidence"]), _band)
    often = Counter(read["rule"] for read, _ in claims)
    claims.sort(key=lambda pair: -often[pair[0]["rule"]])
    _table("rule", claims, lambda read: str(read["rule"]) if often[read["rule"]] >= _RARE else "(rarer rules)")


def match_folder(folder: Path) -> list[Matched]:
    """What is read in each article of the folder, matched with the gold."""
    articles = [_article(path) for path in sorted(folder.glob("*.json"))]
    if not articles:
        sys.exit(f"{folder} holds no gold article (*.json)")
    readings = Extractor(read_settings().model).read_all(source for source, _ in articles)
    pairs = zip(articles, readings, strict=True)
    return [match(gold, _contacts(as_gold(reading))) for (_, gold), reading in pairs]


def match(gold: Sequence[Contact], read: Sequence[Contact]) -> Matched:
    """Pairs contacts one to one, the most alike first."""
    likeness = {(g, r): _likeness(gold[g], read[r]) for g in range(len(gold)) for r in range(len(read))}
    taken: dict[int, int] = {}
    for g, r in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        if likeness[g, r] and r not in taken and g not in taken.values():
            taken[r] = g
    return Matched(
        [(contact, gold[taken[r]] if r in taken else None) for r, contact in enumerate(read)],
        [contact for g, contact in enumerate(gold) if g not in taken.values()],
    )


def _article(path: Path) -> tuple[Source, list[Contact]]:
    try:
        gold = json.loads(path.read_text("utf-8"))
        return from_json(gold, Defaults()), _contacts(gold)
    except KeyError as error:
        sys.exit(f"{path} is no gold article: {error} is missing")
    except (ValueError, TypeError, InputError) as error:
        sys.exit(f"{path} is no gold article: {error}")


def _contacts(article: Any) -> list[Contact]:
    names = {person["key"]: person["name"] for person in article["people"]}
    return [
        {
            **contact,
            "kind": Kind(contact["kind"]),
            "participants": [
                {**side, "person": names.get(side.get("person"), side.get("person"))}
                for side in contact["participants"]
            ],
        }
        for contact in article["contacts"]
    ]


def _likeness(gold: Contact, read: Contact) -> float:
    """0 where the two cannot be the same; else how alike their sides are, and a little for all else that agrees."""
    if {gold["kind"].remote, read["kind"].remote} == {True, False}:
        return 0
    left, right = _there(gold), _there(read)
    rest, common = list(right), 0
    for side in left:
        if (other := next((other for other in rest if _same_side(side, other)), None)) is not None:
            rest.remove(other)
            common += 1
    dice = 2 * common / (len(left) + len(right)) if left and right else 0
    agreeing = (gold["kind"] == read["kind"], _same_status(read, gold), _same_date(read, gold), _same_venue(read, gold))
    return dice + sum(agreeing) / 10 if dice >= 0.5 else 0


def _there(contact: Contact) -> list[Mapping[str, str]]:
    """The sides that meet; all that are named where none does."""
    sides = contact["participants"]
    return [side for side in sides if side["attendance"] not in _BESIDE] or list(sides)


def _same_side(left: Mapping[str, str], right: Mapping[str, str]) -> bool:
    if left.get("person") and right.get("person"):
        return compare(left["person"], right["person"]).likeness > Likeness.DIFFERENT
    if left.get("party") and right.get("party"):
        return polity(left["party"]).camp == polity(right["party"]).camp or _within(left["party"], right["party"])
    return False


def _within(left: str, right: str) -> bool:
    """Whether all words of one stand in the other."""
    one, other = set(fold(left).split()), set(fold(right).split())
    return one <= other or other <= one


def _same_status(read: Contact, gold: Contact) -> bool:
    return bool(read["status"] == gold["status"])


def _right(read: Contact, gold: Contact) -> bool:
    return _same_status(read, gold) and (read.get("date") or None) == (gold.get("date") or None)


def _same_date(read: Contact, gold: Contact) -> bool:
    return bool(gold.get("date")) and bool(read.get("date") == gold["date"])


def _same_venue(read: Contact, gold: Contact) -> bool:
    left, right = read.get("venue"), gold.get("venue")
    if not left or not right:
        return False
    same = venue(left["name"], left.get("country")) == venue(right["name"], right.get("country"))
    return same or _within(left["name"], right["name"])


def _band(read: Contact) -> str:
    low = min(int(read["confidence"] * 10 + 1e-9), 9)
    return f"{low / 10:.1f}-{(low + 1) / 10:.1f}"


def _table(title: str, claims: Sequence[tuple[Contact, Contact | None]], group: Callable[[Contact], str]) -> None:
    """Prints a row for each group, in the order in which the claims bring them up."""
    rows: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for read, gold in claims:
        rows[group(read)].append((read["confidence"], gold is not None and _right(read, gold)))
    print(f"\n  {title:24} claims   right   share   mean confidence")
    for name, row in rows.items():
        right = sum(right for _, right in row)
        mean = sum(confidence for confidence, _ in row) / len(row)
        print(f"  {name:24} {len(row):6} {right:7} {_share(right, len(row)):7.2f} {mean:17.2f}")


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
