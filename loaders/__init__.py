"""Text in, claims out, graph written: sources, extraction, identity, ledger, projection."""
