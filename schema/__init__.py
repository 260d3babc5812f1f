"""What exists: the vocabulary, the ledger's rows, the graph's constraints, the database connection."""
