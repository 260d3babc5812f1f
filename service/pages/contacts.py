"""The page of the latest contacts: one GraphQL query, put into a template."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from schema.errors import DiplographError
from service.graphql import execute
from service.graphql.directories import Names
from service.pages.rendering import render
from service.queries import Reader

PER_PAGE = 20

CONTACTS = """
query Contacts($first: Int!, $after: String, $who: [String!], $polities: [String!], $asOf: Date) {
  meetings(first: $first, after: $after, anyOf: $who, polities: $polities, asOf: $asOf) {
    nodes {
      id title kind status start end sources
      venue { name country }
      topics { name }
      participants { attendance party { __typename id name ... on Person { polity { name } } } }
      accounts {
        by ownWords topics
        claims { status date quote article { title url publisher published } }
      }
      disagreements { field values { value claims { by article { title publisher } } } }
      history { knownFrom status start end }
    }
    pageInfo { hasNextPage endCursor }
  }
}
"""
"""What the page shows; anybody can ask the same at ``/graphql``."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader of the page asked for; empty text leaves a thing open."""

    who: str = ""
    """Name or id of a person, to see only that person's contacts."""
    polity: str = ""
    """Name, code or id of a polity, to see only its contacts."""
    as_of: str = ""
    """The day to answer as of."""
    after: str = ""
    """Cursor of the page before."""

    @property
    def variables(self) -> dict[str, Any]:
        """The variables of the query."""
        return {
            "first": PER_PAGE,
            "after": self.after or None,
            "who": [self.who] if self.who else None,
            "polities": [self.polity] if self.polity else None,
            "asOf": self.as_of or None,
        }

    def further(self, cursor: str) -> str:
        """The address of the page that begins after this cursor."""
        given = {"who": self.who, "polity": self.polity, "asOf": self.as_of, "after": cursor}
        return "/?" + urlencode({name: value for name, value in given.items() if value})


async def contacts_page(reader: Reader, names: Names, request_id: str, asked: Asked) -> tuple[str, int]:
    """The page and its HTTP status."""
    answer = await execute(reader, CONTACTS, asked.variables, names=names, request_id=request_id)
    errors, meetings = answer.get("errors"), (answer["data"] or {}).get("meetings")
    for meeting in meetings["nodes"] if meetings else ():
        meeting["accounts"] = _without_repeats(meeting["accounts"])
    page = render(
        "contacts.html",
        asked=asked,
        whose=_called(meetings, asked.who or asked.polity),
        meetings=meetings,
        problem=errors[0]["message"] if errors else None,
        request_id=request_id,
    )
    return page, _status(errors[0]["extensions"]["code"]) if errors else HTTPStatus.OK


def _without_repeats(accounts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The accounts without what stands under somebody quoted already, where article and quoted share a sentence."""
    quoted = [claim["quote"] for account in accounts if not account["ownWords"] for claim in account["claims"]]
    shown = []
    for account in accounts:
        claims = [claim for claim in account["claims"] if not account["ownWords"] or claim["quote"] not in quoted]
        if claims:
            shown.append({**account, "claims": claims})
    return shown


def _called(meetings: dict[str, Any] | None, asked: str) -> str:
    """The name of whom was asked for, where it was by id."""
    for meeting in meetings["nodes"] if meetings else ():
        for participant in meeting["participants"]:
            if participant["party"]["id"] == asked:
                return str(participant["party"]["name"])
    return asked


def _status(code: str) -> int:
    return _statuses(DiplographError).get(code, HTTPStatus.INTERNAL_SERVER_ERROR)


def _statuses(root: type[DiplographError]) -> dict[str, int]:
    known = {root.code: root.http_status}
    for child in root.__subclasses__():
        known |= _statuses(child)
    return known
