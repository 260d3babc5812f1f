"""Names of ministries, presidencies, armies and other bodies that are quoted, in full where the text shortens them."""

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from loaders.extract.body_names import GENERIC, name_end
from loaders.extract.clauses import word_set
from loaders.extract.dateline import dateline
from loaders.extract.lookup import adjective, lists, sites
from loaders.extract.scene import Entity, Form, Mention, Scene

_BODIES = word_set(
    "ministry department office presidency government embassy administration council chancellery secretariat"
    " commission parliament directorate delegation mission court party army military treasury pentagon authority"
    " agency service cabinet palace bloc union committee bureau foundation organisation organization movement"
    " command wing mfa mofa mea fcdo dfat"
)
_ADJUNCT = ("amod", "compound", "nmod", "poss", "nummod")
_AMERICAN = ("state department", "treasury department", "justice department", "defense department")
"""Departments that only one country calls so, whether in capitals or not."""

_NEAR = 2
"""Sentences back in which "its spokesman" finds the body."""

_REACH = 12
"""Sentences back in which the full name of "the ministry" is looked for."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody quoted."""

    by: str
    start: int
    end: int
    """Token indices of the phrase that names them, half-open."""
    entity: Entity | None = None
    """The person or party, where the scene has them."""
    person: bool = False
    """A principal who goes by name."""
    polity: str | None = None
    outlet: bool = False


def is_body(token: Token) -> bool:
    """Whether the noun is one for a body: "ministry", "presidency"."""
    return token.lemma_.lower() in _BODIES


def phrase(token: Token) -> tuple[int, int]:
    """The tokens of the noun's phrase up to the noun, half-open."""
    start = token.i
    for child in token.lefts:
        if child.dep_ in (*_ADJUNCT, "det") or child.pos_ in ("ADJ", "PROPN", "NOUN"):
            start = min(start, child.left_edge.i)
    return start, token.i + 1


def body_phrase(scene: Scene, token: Token) -> Speaker | None:
    """ "the Russian Foreign Ministry", "his office", "the ministry", "the foreign ministry in Seoul"."""
    if not is_body(token):
        return None
    doc = scene.doc
    start, end = phrase(token)
    end = name_end(token)
    owner = doc[start]
    if owner.lower_ in ("the", "a", "an"):
        start += 1
    words = doc[start:end]
    if owner.dep_ == "poss" and (owner.pos_ == "PRON" or owner.lower_ == "whose"):
        mention = scene.at(owner) if owner.lower_ != "whose" else _antecedent(scene, owner)
        aside = scene.at(owner.i - 2) if owner.i > 1 and doc[owner.i - 1].text == "," else None
        if aside is not None and len(aside.entities) == 1 and aside.entities[0].is_person and owner.lower_ != "its":
            mention = aside
        elif owner.lower_ in ("his", "her"):
            mention = _subject_before(scene, owner, mention) or mention
        rest = doc[owner.i + 1 : end].text
        if mention is None or len(mention.entities) != 1:
            return None
        whose = mention.entities[0]
        if token.lemma_ in ("office", "service", "team", "party") or not whose.polity:
            by = _by_title(scene, whose, owner.i) or whose.name
            return Speaker(f"{by}'s {rest}", owner.i, end, whose, polity=whose.polity)
        field = _field(whose) if rest.lower() == "ministry" else ""
        return Speaker(f"{adjective(scene.doc, whose.polity)} {field}{rest}", owner.i, end, None, polity=whose.polity)
    if words.text.lower() in _AMERICAN:
        return Speaker(words.text.title(), start, end, None, polity="United States")
    polity = polity_in(scene, start, end)
    owned = next((c for c in token.children if c.dep_ == "poss" and is_body(c) and not c.text[0].isupper()), None)
    if owned is not None and (whole := body_phrase(scene, owned)) is not None:
        rest = doc[owned.i + 2 : end].text
        return Speaker(f"{whole.by}'s {rest}", start, end, whole.entity, polity=whole.polity)
    placed = by_place(doc, end)
    if placed is not None and token.lower_ in _SEATED_ELSEWHERE:
        known = last_body(scene, token, token.lemma_.lower())
        if known is not None:
            return known
    if placed is None and (len(words) == 1 or polity is None) and not any(word.text[0].isupper() for word in words):
        if token.tag_ == "NNS":
            return Speaker(words.text, start, end)
        return (
            _body_there(scene, token)
            or last_body(scene, token, token.lemma_.lower())
            or _body_of_principal(scene, token)
        )
    text = " ".join(words.text.split())
    of = next((t for t in words if t.tag_ == "POS"), None)
    if (
        polity is not None
        and of is not None
        and polity_in(scene, start, of.i) == polity
        and not _of_person(scene, start)
    ):
        text = f"{adjective(scene.doc, polity)} {doc[of.i + 1 : end].text}"
    if polity is None:
        polity = placed or _by_namesake(scene, token)
        filed = _filed_from(scene) if polity is None and GENERIC.fullmatch(text) else None
        polity = polity or filed
        if polity is not None and (placed or filed or not words[0].text[0].isupper()):
            text = f"{adjective(scene.doc, polity)} {text}"
    return Speaker(text, start, end, None, polity=polity)


_SEATED_ELSEWHERE = word_set(
    "commission secretariat council union bloc court mission authority organisation organization"
)
"""Bodies that are not of the country in which they sit."""


_PRINCIPALS = {
    "presidency": "president",
    "ministry": "minister",
    "department": "secretary",
    "chancellery": "chancellor",
}
"""Whose body goes by its noun alone where the text has named nobody else of the kind."""


def _antecedent(scene: Scene, relative: Token) -> Mention | None:
    """Whom "whose" means: the person named right before it."""
    named = [
        m for m in scene.within(relative.sent.start, relative.i) if len(m.entities) == 1 and m.entities[0].is_person
    ]
    return named[-1] if named else None


def _subject_before(scene: Scene, owner: Token, taken_for: Mention | None) -> Mention | None:
    """ "A wrote to the three, his office said": the person of whom the sentence tells, if it does not name both."""
    named = [
        mention
        for mention in scene.within(owner.sent.start, owner.i)
        if len(mention.entities) == 1 and mention.entities[0].is_person and mention.form is not Form.PRONOUN
    ]
    if taken_for is not None and any(mention.entities == taken_for.entities for mention in named):
        return None
    return next((m for m in named if scene.doc[m.root].dep_ in ("nsubj", "nsubjpass")), None)


def _by_title(scene: Scene, whose: Entity, before: int) -> str | None:
    """ "Canadian prime minister" for whoever was told of last by office alone."""
    last = next(
        (m for m in reversed(scene.within(0, before)) if whose in m.entities and m.form is not Form.PRONOUN), None
    )
    if last is None or last.form is not Form.OFFICE or whose.office is None:
        return None
    return f"{adjective(scene.doc, whose.office.of)} {whose.office.title.lower()}"


_ORGANISATIONS = ("bloc", "union", "organisation", "organization")


def _body_there(scene: Scene, token: Token) -> Speaker | None:
    """ "In Riga, the ministry said": that of the country."""
    doc = scene.doc
    begin = token.sent.start
    while begin < token.i and (doc[begin].is_space or doc[begin].is_punct):
        begin += 1
    if doc[begin].lower_ not in ("in", "from"):
        return None
    country = by_place(doc, begin, ("in", "from"))
    if country is None:
        return None
    return Speaker(f"{adjective(scene.doc, country)} {token.text}", token.i, token.i + 1, None, polity=country)


def _body_of_principal(scene: Scene, token: Token) -> Speaker | None:
    """ "the ministry" where only a minister was named: the ministry of the one named last."""
    role = _PRINCIPALS.get(token.lemma_.lower())
    if role is None and token.lower_ not in _ORGANISATIONS:
        return None
    sentence = scene.sentence(token)
    for mention in reversed(scene.mentions):
        if mention.start >= token.i or len(mention.entities) != 1:
            continue
        if sentence - scene.sentence(mention.start) > _REACH:
            return None
        whose = mention.entities[0]
        if role is None:
            polity = lists(scene.doc).polities.get(whose.name) if not whose.is_person else None
            if polity is None or polity.kind == "country":
                continue
            return Speaker(whose.name, token.i, token.i + 1, whose, polity=whose.polity)
        title = whose.office.title.casefold() if whose.office is not None else ""
        if whose.polity and title.endswith(role) and (role != "minister" or "prime" not in title):
            field = _field(whose) if role == "minister" else ""
            return Speaker(
                f"{adjective(scene.doc, whose.polity)} {field}{token.text}",
                token.i,
                token.i + 1,
                None,
                polity=whose.polity,
            )
    return None


def _filed_from(scene: Scene) -> str | None:
    """The country of the dateline, if somebody of it is named."""
    line = dateline(scene.source.text)
    site = sites(scene.doc).get(line.places[0]) if line is not None else None
    country = site.country if site is not None else None
    return country if any(entity.polity == country for entity in scene.entities) else None


def _of_person(scene: Scene, index: int) -> bool:
    mention = scene.at(index)
    return mention is not None and any(entity.is_person for entity in mention.entities)


def _by_namesake(scene: Scene, token: Token) -> str | None:
    """ "the Treasury" after "U.S. Treasury Secretary": the polity of the office that has the word."""
    for mention in scene.mentions:
        if mention.start >= token.i:
            break
        if len(mention.entities) == 1 and any(t.text == token.text for t in scene.doc[mention.start : mention.end]):
            return mention.entities[0].polity
    return None


def by_place(doc: Doc, end: int, prepositions: tuple[str, ...] = ("in",)) -> str | None:
    """ "the foreign ministry in Seoul" is South Korea's."""
    if end + 1 < len(doc) and doc[end].lower_ in prepositions:
        for length in (2, 1):
            site = sites(doc).get(doc[end + 1 : end + 1 + length].text)
            if site is not None:
                return site.country
    return None


def _field(minister: Entity) -> str:
    """ "Foreign " for the foreign minister, whose ministry is the foreign ministry."""
    title = minister.office.title if minister.office is not None else ""
    match = re.search(
        r"(?i)\b(foreign|external affairs|defen[cs]e|interior|finance|trade|commerce|energy|economy|justice)\b", title
    )
    return f"{match.group(1).capitalize()} " if match else ""


def polity_in(scene: Scene, start: int, end: int) -> str | None:
    """The polity of the first party or person named among the tokens."""
    for index in range(start, end):
        mention = scene.at(index)
        if mention is not None and len(mention.entities) == 1 and mention.entities[0].polity:
            return mention.entities[0].polity
    return None


def last_body(scene: Scene, token: Token, noun: str | None = None) -> Speaker | None:
    """The body that "the ministry" means, by its noun, or "its", by none: the one last named in full."""
    doc = scene.doc
    sentence = scene.sentence(token)
    for index in range(token.i - 1, -1, -1):
        other = doc[index]
        if sentence - scene.sentence(index) > (_REACH if noun else _NEAR):
            break
        if not is_body(other) or (noun is not None and other.lemma_.lower() != noun):
            continue
        begin, end = phrase(other)
        if end - begin > 1 + (doc[begin].pos_ == "DET") or other.text[0].isupper():
            found = body_phrase(scene, other)
            if found is not None:
                return replace(found, start=token.i, end=token.i + 1)
    return None
