"""The playground: GraphiQL, served from this machine alone.

Its files are those of pinned npm packages; ``python -m service.playground`` brings them into ``static/vendor``, from
where they are served and packed into the wheel.
"""

import json
from pathlib import Path

from service.compressed import CompressedFiles
from service.pages.rendering import render
from service.playground.examples import EXAMPLES

_STATIC = Path(__file__).with_name("static")

VENDOR = _STATIC / "vendor"
"""Where the files of the packages are, once they were brought."""

FILES = {
    "react.js": "react/umd/react.production.min.js",
    "react-dom.js": "react-dom/umd/react-dom.production.min.js",
    "graphiql.js": "graphiql/graphiql.min.js",
    "graphiql.css": "graphiql/graphiql.min.css",
    "explorer.js": "@graphiql/plugin-explorer/dist/index.umd.js",
    "explorer.css": "@graphiql/plugin-explorer/dist/style.css",
    "LICENSE-react": "react/LICENSE",
    "LICENSE-react-dom": "react-dom/LICENSE",
    "LICENSE-graphiql": "graphiql/LICENSE",
    "land-110m.json": "world-atlas/land-110m.json",
    "LICENSE-world-atlas": "world-atlas/LICENSE",
}
"""What is taken from the packages, by the name it is served under."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy of the page: GraphiQL's editor sets styles on what it draws, all else stays closed."""

_COMMON = {"asOf": "asOf", "from": "from", "to": "to", "kinds": "kind", "statuses": "status"}

_FIELDS = {
    "meetings": {
        "allOf": "person",
        "anyOf": "any",
        "pair": "pair",
        "offices": "office",
        "polities": "polity",
        "venue": "venue",
        "topic": "topic",
        "text": "text",
        "publisher": "publisher",
        "reportedFrom": "reportedFrom",
        "reportedTo": "reportedTo",
        "minSources": "minSources",
    }
    | _COMMON,
    "person": {"name": "person", "id": "person"} | _COMMON,
    "ties": {"of": "person"} | _COMMON,
    "timeline": {"of": "person"} | _COMMON,
    "between": {"one": "polity", "other": "polity"} | _COMMON,
}
"""Fields of a query that choose meetings; for each argument, the parameter that chooses the same elsewhere."""

_ELSEWHERE = [
    {"name": "List", "says": "The same meetings as a page", "address": "/meetings"},
    {"name": "Timeline", "says": "The same meetings as a timeline to embed", "address": "/embed/timeline"},
    {"name": "CSV", "says": "A line for each meeting, for a spreadsheet", "address": "/meetings.csv"},
    {"name": "JSON", "says": "All of them at once, without pages", "address": "/meetings.json"},
    {"name": "GEXF", "says": "Who dealt with whom, for Gephi", "address": "/export/people.gexf"},
]
"""Where the meetings that a query chooses can be had in another form."""


def page() -> str:
    """The page; where its files are missing, it says how to get them."""
    given = {
        "examples": [example.shown() for example in EXAMPLES],
        "elsewhere": {"fields": _FIELDS, "links": _ELSEWHERE},
    }
    return render(
        "playground.html",
        complete=all((VENDOR / name).is_file() for name in FILES),
        given=json.dumps(given).replace("<", "\\u003c"),
    )


def static() -> CompressedFiles:
    """The page's script, its style sheet and the packages' files."""
    return CompressedFiles(directory=_STATIC)
