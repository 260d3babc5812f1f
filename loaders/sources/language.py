"""Which language a text is in, as far as it matters: English, or recognisably another."""

import re
from functools import cache

from babel import Locale
from py3langid.langid import MODEL_FILE, LanguageIdentifier

_SAMPLE = 10_000
_WORD = re.compile(r"[^\W\d_]+")
_READ = ("en", "pcm")
"""English, and Nigerian Pidgin: the recogniser takes English that is dense with names for the latter."""
_PROBABLE = 0.02
"""English stays possible from this probability on. Over English news articles, their headlines and their single
sentences, it falls below this only where nearly all words are names."""
_CERTAIN = 0.5
"""What the three likeliest languages (near relatives share the probability) must reach together: strings of names
spread it over dozens of languages."""


@cache
def _recogniser() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def other_language(text: str) -> str | None:
    """The English name of the language of a text that is recognisably not English, else None.

    Foreign names do not make a text foreign: it must look so without its capitalised words too. Where a short text
    leaves it open, such as a headline of names, it counts as English.
    """
    sample = text[:_SAMPLE]
    if sample.isupper():
        sample = sample.lower()
    code = _recognise(sample)
    if code is None or not _recognise(" ".join(word for word in _WORD.findall(sample) if not word[0].isupper())):
        return None
    return str(Locale("en").languages.get(code, code))


def _recognise(text: str) -> str | None:
    ranking = _recogniser().rank(text)
    if sum(probability for code, probability in ranking if code in _READ) >= _PROBABLE:
        return None
    if sum(probability for _, probability in ranking[:3]) < _CERTAIN:
        return None
    return str(ranking[0][0])
