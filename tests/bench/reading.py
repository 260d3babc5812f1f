"""How much the rules cost on top of the language model that they need."""

import spacy

from loaders.extract import Extractor
from loaders.samples import samples
from schema.settings import read_settings
from tests.bench.figures import compare

REPEATED = 10


def run() -> None:
    """Bare spaCy and the extractor on the same texts, with the same model and pipes."""
    sources = list(samples()) * REPEATED
    model = read_settings().model
    extractor, bare = Extractor(model), spacy.load(model)
    compare(
        f"Reading {len(sources)} articles, {sum(len(source.text) for source in sources):,} characters",
        "bare spaCy",
        {
            "bare spaCy": lambda: sum(1 for _ in bare.pipe(source.text for source in sources)),
            "extraction": lambda: sum(1 for _ in extractor.read_all(sources)),
        },
    )
