"""Language: who is named in an article, and which contacts it tells of."""
