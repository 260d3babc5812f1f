"""News outlets that are quoted, under their own names."""

from spacy.tokens import Doc, Token

from loaders.extract.bodies import Speaker, phrase
from loaders.extract.clauses import word_set
from loaders.extract.lookup import lists

_OUTLET = word_set(
    "agency broadcaster newspaper daily television tv news times post channel radio magazine journal"
    " outlet website tribune herald gazette press guardian network service portal wire mail telegraph"
    " courier monitor media weekly station"
)
_REPORTING = word_set("report reveal disclose write learn learnt claim have add")
_NO_MEDIA = word_set("energy atomic intelligence security space aid refugee press-service secret border customs postal")
"""Before "agency" or "service", these make a body of the state."""
_OF_BODY = word_set("wing office section department directorate")
"""What a body calls those who deal with the press."""
_OF_STATE = word_set("state official public national")


def of_media(token: Token) -> bool:
    """Whether the phrase speaks of a news outlet: "state news agency", "the daily"."""
    start, end = phrase(token)
    if token.lower_ in _OF_BODY:
        return False
    return any(word.lemma_.lower() in _OUTLET for word in token.doc[start:end]) and not any(
        word.lower_ in _NO_MEDIA for word in token.doc[start:end]
    )


def outlet(token: Token, verb: Token | None = None, named: bool = False) -> Speaker | None:
    """A news outlet under its own name: "Politico", "state news agency SANA", "the Wall Street Journal"."""
    doc = token.doc
    start, end = phrase(token)
    if end < len(doc) and doc[end].pos_ == "NUM":
        end += 1
    if end < len(doc) and of_media(token) and doc[end].text.isupper() and doc[end].is_alpha and len(doc[end]) > 1:
        return Speaker(doc[end].text, start, end + 1, None, outlet=True)
    for child in token.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and of_media(token):
            begin, stop = phrase(child)
            return Speaker(doc[begin:stop].text, start, stop, None, outlet=True)
    if token.lower_ in ("television", "tv", "radio") and doc[start:end].text[0].isupper():
        return Speaker(doc[start:end].text, start, end, None, outlet=True)
    if token.pos_ != "PROPN" and of_media(token):
        return _named_outlet(doc, start, end)
    if token.pos_ != "PROPN":
        return None
    reporting = verb is not None and verb.lemma_ in _REPORTING
    abbreviation = end - start - (doc[start].pos_ == "DET") == 1 and token.text.isupper() and len(token.text) > 2
    if not (of_media(token) or reporting or abbreviation or named):
        return None
    first = start
    for index in range(start, end):
        word = doc[index]
        lower = not word.text[0].isupper()
        if (
            word.tag_ in ("POS", "HYPH")
            or word.pos_ == "DET"
            or (lower and (word.pos_ in ("DET", "ADJ", "NOUN", "VERB") or word.lower_ in _OUTLET))
        ):
            first = index + 1
    return Speaker(doc[first:end].text, start, end, None, outlet=True) if first < end else None


def _named_outlet(doc: Doc, start: int, end: int) -> Speaker | None:
    """ "APS" for "the official APS news agency"; "Syrian state media" where no name is given but a country is."""
    if any(word.tag_ == "POS" for word in doc[start:end]):
        return None
    words = [word for word in doc[start:end] if word.pos_ not in ("DET", "PUNCT")]
    names = [word for word in words if word.pos_ == "PROPN" and not _demonym(word)]
    if names:
        return Speaker(" ".join(word.text for word in names), start, end, None, outlet=True)
    of_state = any(word.lower_ in _OF_STATE for word in words)
    if of_state and any(lists(doc).polities.get(word.text) is not None for word in words if word.text[0].isupper()):
        return Speaker(doc[words[0].i : end].text, start, end, None, outlet=True)
    return None


def _demonym(word: Token) -> bool:
    """ "Iranian", which tells whose the outlet is; "Turkmenistan" may be part of its name."""
    polity = lists(word.doc).polities.get(word.text)
    return polity is not None and polity.name != word.text


def set_apart_outlet(doc: Doc, start: int, end: int) -> Speaker | None:
    """The outlet that the words ``[start, end)`` before a verb of saying are: with a word for one, or a name alone."""
    words = [word for word in doc[start:end] if word.is_alpha or "-" in word.text]
    names = [word for word in words if word.text[0].isupper() and lists(doc).polities.get(word.text) is None]
    media = any(word.lower_ in _OUTLET for word in words)
    if not names or not (media or len(names) == len(words)) or any(word.ent_type_ == "PERSON" for word in names):
        return None
    return Speaker(" ".join(word.text for word in names), start, end, None, outlet=True)
