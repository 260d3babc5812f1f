"""Which nouns mean a contact, of which kind, and whose session it is, as the words beside them say."""

from spacy.tokens import Token

from loaders.extract import frames, verb_frames
from loaders.extract.grammar import children, phrase_start, words_after, words_before
from loaders.extract.noun_sides import verb_above
from schema.vocabulary import Kind

_CHARGED = frozenset(
    "envoy representative negotiator facilitator mediator adviser advisor coordinator commissioner delegate".split()
)
_REMOTE_ABLE = (Kind.CALL, Kind.CONVERSATION, Kind.MEETING, Kind.TALKS, Kind.SUMMIT)


def may_be_noun_frame(token: Token) -> bool:
    """Whether the token is worth a look: cheap, since it is asked of every token."""
    lemma = token.lemma_.lower()
    if lemma in frames.NOUNS or token.lower_ in frames.COMPOUNDS:
        return True
    return token.pos_ == "PROPN" and lemma.removesuffix("s") in frames.NOUNS


def frame_of(noun: Token) -> frames.NounFrame | None:
    """The noun's frame, unless what stands beside it makes it something else."""
    doc = noun.doc
    lemma = noun.lemma_.lower()
    frame = frames.NOUNS.get(lemma)
    if frame is None and noun.pos_ == "PROPN" and noun.i == noun.sent.start:
        lemma = lemma.removesuffix("s")
        frame = frames.NOUNS.get(lemma)
    if frame is None and _compound(noun):
        frame = frames.NOUNS["conversation" if noun.lower_ == "heart" else "bilateral"]
    if frame is None or (noun.tag_.startswith("VB") and not (lemma == "meeting" and not children(noun, "dobj", "aux"))):
        return None
    previous = doc[noun.i - 1].lower_ if noun.i else ""
    following = doc[noun.i + 1].lower_ if noun.i + 1 < len(doc) else ""
    if previous in frames.NOT_CONTACT_MODIFIERS or (lemma == "call" and following == "for"):
        return None
    if (
        lemma in ("bilateral", "trilateral")
        and noun.i + 1 < len(doc)
        and doc[noun.i + 1].pos_ in ("NOUN", "ADJ", "PROPN")
    ):
        return None
    if lemma == "round" and following != "of" and noun.tag_ not in ("NN", "NNS"):
        return None
    if noun.dep_ == "compound" and noun.head.i == noun.i + 1:
        return None
    if lemma in ("phone", "telephone", "line") and not _on_the_line(noun, previous):
        return None
    if lemma == "ring" and not ((above := verb_above(noun)) is not None and above.lemma_ in ("get", "have", "give")):
        return None
    if lemma == "alone" and following != "with":
        return None
    if lemma in ("first", "second", "third", "last", "previous", "earlier") and not _elliptic(
        noun, previous, following
    ):
        return None
    if lemma == "time" and not (following in ("with", "alone") and verb_above(noun) is not None):
        return None
    if lemma == "contact" and noun.tag_ == "NNS":
        return None
    if lemma == "round" and following == "of" and any(t.lemma_ in frames.NOUNS for t in words_after(noun, 5)):
        return None
    if lemma == "exchange" and not ((above := verb_above(noun)) is not None and above.lemma_ in ("have", "hold")):
        return None
    if lemma == "word" and not (previous in ("few", "brief") or following == "with"):
        return None
    return frame


def _compound(noun: Token) -> bool:
    """Whether a compound such as "one-on-one" begins here and is no adjective to a noun after it."""
    for words in frames.COMPOUNDS.get(noun.lower_, ()):
        end = noun.i + len(words)
        if tuple(token.lower_ for token in noun.doc[noun.i : end]) == words:
            return end >= len(noun.doc) or noun.doc[end].pos_ not in ("NOUN", "PROPN")
    return False


def _elliptic(word: Token, previous: str, following: str) -> bool:
    """ "The first was in May", "the previous one took place": a contact named by its number alone."""
    if following == "one" and previous in ("the", "a", "") and word.i - word.sent.start <= 2:
        return True
    after = word.doc[word.i + 1 :] if following != "one" else word.doc[word.i + 2 :]
    verb = after[0].lemma_ if len(after) else ""
    first = word.i - word.sent.start <= 2 or (word.i > 1 and word.doc[word.i - 2].lower_ in (";", ","))
    return previous in ("the", "a") and first and verb in ("be", "come", "take", "have")


def _on_the_line(noun: Token, previous: str) -> bool:
    """ "told him by phone", "on the line with", "picked up the telephone to", where no verb of speaking has it."""
    before = [token.lower_ for token in words_before(noun, 3)]
    above = verb_above(noun)
    if above is None or verb_frames.frame_of(above) is not None:
        return False
    if noun.head.head.i != noun.i and noun.head.head.lemma_ in frames.NOUNS and noun.head.dep_ == "prep":
        return False
    if noun.lemma_ == "line":
        return before[:2] == ["the", "on"]
    return (
        previous in ("by", "over", "on")
        or before[:2] in (["the", "by"], ["the", "over"], ["the", "on"])
        or above.lemma_ == "pick"
    )


def in_title(noun: Token) -> bool:
    """Whether the noun only says what somebody is charged with: "the envoy for the peace talks"."""
    start = phrase_start(noun)
    if start - 2 < noun.sent.start or noun.doc[start - 1].lower_ not in ("for", "to", "in"):
        return False
    return noun.doc[start - 2].lemma_.lower() in _CHARGED


def is_means(noun: Token) -> bool:
    """ "by video conference", "via a video link": how a contact told by another word is held."""
    start = phrase_start(noun)
    if not any(token.lower_ in ("video", "videoconference") for token in noun.doc[start : noun.i + 1]):
        return False
    return start > noun.sent.start and noun.doc[start - 1].lower_ in ("by", "through", "via", "per")


def kind_of(noun: Token, kind: Kind, phrase: list[str]) -> Kind:
    near = set(phrase) | {token.lower_ for token in words_after(noun, 3)}
    if kind in _REMOTE_ABLE and not (noun.lemma_.lower() == "summit" and noun.text[0].isupper()):
        if set(phrase) & {"video", "virtual", "online"} or "videoconference" in near or _by_video(noun):
            return Kind.VIDEO_CALL
        if set(phrase) & {"phone", "telephone", "telephonic"} or near & {"phone", "telephone", "blower"}:
            return Kind.CALL
    if noun.lemma_ == "call" and "courtesy" in phrase:
        return Kind.MEETING
    return kind


def _by_video(noun: Token) -> bool:
    """Whether "by video link" or "through video conference" follows."""
    for token in words_after(noun, 14):
        if token.lower_ in ("video", "videolink", "videoconference"):
            return token.doc[token.i - 1].lower_ in ("by", "through", "via", "over", "on", "per")
        if token.lemma_ in frames.NOUNS or token.lower_ in (";", "."):
            return False
    return False


def of_body(noun: Token) -> bool:
    """Whether the noun is a body's session: "the session of the League's council"."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if following is None or following.lower_ != "of":
        return False
    return any(
        token.pos_ == "PROPN" or token.lower_ in ("leaders", "heads", "ministers", "presidents")
        for token in words_after(following, 3)
    )


def body(noun: Token) -> frozenset[str]:
    """The words that name whose session it is: before the noun, or after its "of"."""
    start = phrase_start(noun)
    named = [token for token in noun.doc[start : noun.i] if _naming(token)]
    if start > noun.sent.start + 1 and noun.doc[start - 1].lower_ == "of" and _naming(noun.doc[start - 2]):
        named.extend(noun.doc[start - 2 : noun.i])
    following = list(words_after(noun, 8))
    if following and following[0].lower_ == "of":
        for token in following[1:]:
            if _naming(token):
                named.append(token)
            elif token.pos_ not in ("DET", "ADP", "ADJ", "CCONJ", "PUNCT"):
                break
    return frozenset(token.lower_ for token in named)


def _naming(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ not in ("DATE", "TIME")
