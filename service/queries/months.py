"""Meetings that fit, counted by the month they began in; found as ``service.queries.meetings`` finds them."""

from service.queries.meetings import COUNT_ANCHORED, COUNT_IN_WINDOW, COUNT_RUNNING_ON

_COUNT = "RETURN count(m) AS count"
_BY_MONTH = "RETURN left(m.start, 7) AS month, m.status AS status, count(m) AS count"

ANCHORED = {kind: query.replace(_COUNT, _BY_MONTH) for kind, query in COUNT_ANCHORED.items()}
IN_WINDOW = COUNT_IN_WINDOW.replace(_COUNT, _BY_MONTH)
RUNNING_ON = COUNT_RUNNING_ON.replace(_COUNT, _BY_MONTH)
