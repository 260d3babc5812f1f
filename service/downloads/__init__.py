"""``GET /meetings.json``, ``.ndjson`` and ``.csv``: all meetings of a selection, however many, as one stream."""
