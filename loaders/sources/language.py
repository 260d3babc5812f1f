"""Which language a text is in, as far as it matters: English, or recognisably another."""

from functools import cache

from babel import Locale
from py3langid.langid import MODEL_FILE, LanguageIdentifier

_SAMPLE = 10_000
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

    Where a short text leaves it open, such as a headline of names, it counts as English.
    """
    ranking = _recogniser().rank(text[:_SAMPLE])
    if sum(probability for code, probability in ranking if code in _READ) >= _PROBABLE:
        return None
    if sum(probability for _, probability in ranking[:3]) < _CERTAIN:
        return None
    code = ranking[0][0]
    return str(Locale("en").languages.get(code, code))
