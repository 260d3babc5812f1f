"""The ledger: a reading becomes rows, rows are added, judgements say how they are to be read. Nothing is changed."""

from loaders.ledger.entries import entries

__all__ = ["entries"]
