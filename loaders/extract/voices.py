"""Whose voice "he said" is: the person quoted before speaks on."""

from spacy.tokens import Span, Token

from loaders.extract.bodies import Speaker
from loaders.extract.scene import Form, Scene
from loaders.extract.speakers import speaker

_REACH = 3
"""Sentences after a quotation in which "he said", after the words, still means the same voice."""


class Voice:
    """The person quoted last, for themselves or a body, sentence by sentence."""

    def __init__(self, scene: Scene) -> None:
        """Start with nobody heard."""
        self._scene = scene
        self._last: tuple[Speaker, int] | None = None
        """With the number of the sentence."""
        self.spokesperson: Speaker | None = None
        """Whoever spoke last for a body."""

    def hear(self, sentence: Span, number: int, speakers: list[Speaker]) -> None:
        """Keep who is quoted or asked in the sentence."""
        for token in sentence:
            asked = next((child for child in token.children if child.dep_ == "nsubjpass"), None)
            who = speaker(self._scene, asked, token) if token.lemma_ == "ask" and asked is not None else None
            if who is not None and who.entity is not None:
                self._last = who, number
        for who in speakers:
            if who.entity is not None and who.entity.is_person:
                self._last = who, number
                self.spokesperson = self.spokesperson if who.person else who

    def goes_on(self, pronoun: Token, verb: Token | None) -> Speaker | None:
        """Whoever was quoted before speaks on: "The spokesman said … It had been short, he said".

        After what is said, "he said" reaches farther back than before it; a colon gives the word to whom it follows.
        """
        after = verb is not None and _after_words(pronoun)
        introduced = self._before_colon(pronoun) if after else None
        if introduced is not None:
            return introduced
        if self._last is None:
            return None
        who, number = self._last
        if self._scene.sentence(pronoun) - number > (_REACH if after else 1) or who.entity is None:
            return None
        called = {
            self._scene.doc[mention.start].lower_
            for mention in self._scene.mentions
            if mention.form is Form.PRONOUN and mention.entities == (who.entity,) and mention.start < pronoun.i
        }
        other = "she" if pronoun.lower_ == "he" else "he"
        return None if other in called and pronoun.lower_ not in called else who

    def _before_colon(self, pronoun: Token) -> Speaker | None:
        """ "A was more hopeful: both sides wanted peace, he said": the subject of what stands before the colon."""
        sentence = pronoun.sent
        colon = next((token.i for token in sentence if token.text == ":" and token.i < pronoun.i), None)
        if colon is None:
            return None
        for mention in self._scene.within(sentence.start, colon):
            alone = len(mention.entities) == 1 and mention.entities[0].is_person and mention.form is not Form.PRONOUN
            if alone and self._scene.doc[mention.root].dep_ == "nsubj":
                return speaker(self._scene, self._scene.doc[mention.root], None)
        return None


def _after_words(pronoun: Token) -> bool:
    """Whether a mark stands before "he said": the words come first, or around it."""
    return pronoun.i > pronoun.sent.start + 1 and pronoun.nbor(-1).text in (",", "”", '"', "—", "–", ";")
