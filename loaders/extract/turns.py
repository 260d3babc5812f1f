"""Those with whom somebody is in contact in their turn: "saw A on Monday and, separately, a delegation led by B"."""

from loaders.extract.grammar import words_after
from loaders.extract.naming import begins, listed, new_clause, people_first, says_so
from loaders.extract.scene import Mention, Scene
from loaders.extract.sides import group_after

_TURN = frozenset("to with ,".split())
"""Right before the one whose turn comes after words of time."""
_LED = 14
"""Words after a delegation within which its leader is named."""


def _past_time(scene: Scene, start: int, end: int) -> int:
    """Index after words of time, and the preposition, before the next one: "and, early on Sunday, to B"."""
    doc = scene.doc
    for token in doc[start : min(end, start + 9)]:
        mention = scene.at(token)
        if mention is not None:
            timed = any(t.ent_type_ in ("DATE", "TIME") for t in doc[start : token.i])
            return token.i if timed and mention.start == token.i and doc[token.i - 1].lower_ in _TURN else start
        if token.pos_ not in ("ADP", "DET", "NOUN", "NUM", "ADV", "ADJ", "PROPN", "PUNCT") or token.lower_ in (
            ";",
            ":",
        ):
            return start
    return start


def _led(scene: Scene, start: int) -> Mention | None:
    """ "a delegation of the alliance headed by its leader, A": who leads those that begin at the token."""
    doc = scene.doc
    if not any(token.lemma_ in ("delegation", "team", "group", "mission") for token in doc[start : start + 4]):
        return None
    for token in words_after(doc[start], _LED):
        if token.lower_ == "by" and doc[token.i - 1].lower_ in ("headed", "led"):
            group = group_after(scene, token)
            return group[0] if group else None
    return None


def further(scene: Scene, last: Mention) -> list[list[Mention]]:
    """Those who follow in their turn: "saw A for an hour, and then B", "rang A on Monday and B a day later"."""
    doc = scene.doc
    found: list[list[Mention]] = []
    index, end = last.end, doc[last.root].sent.end
    for token in doc[index : min(end, index + 14)]:
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD", "VB", "VBG") or token.lower_ in (";", ":", "who", "which"):
            break
        if token.lower_ in ("then", "afterwards", "later", "subsequently", "and", "before"):
            start = token.i + 1
            while (
                start < end
                and not begins(scene, start)
                and doc[start].lower_
                in (
                    "then",
                    ",",
                    "with",
                    "afterwards",
                    "later",
                    "separately",
                    "that",
                )
            ):
                start += 1
            start = _past_time(scene, start, end)
            mention = _led(scene, start) or scene.at(start) if start < end else None
            start = mention.start if mention is not None and mention.start < start + _LED else start
            if mention is None or mention.start != start or mention.start < index:
                continue
            between = doc[last.end : start + 1]
            turn = any(t.lower_ in ("then", "afterwards", "later", "subsequently", "separately") for t in between)
            dated = any(t.ent_type_ in ("DATE", "TIME") for t in between)
            told = says_so(scene, mention) or new_clause(scene, last, mention)
            if (turn or dated) and people_first(mention) and not told:
                found.append(listed(scene, mention))
                break
    return found
