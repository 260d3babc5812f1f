"""Language: who is named in an article, and which contacts it tells of."""

from loaders.extract.extractor import Extractor
from loaders.extract.gold import as_gold

__all__ = ["Extractor", "as_gold"]
