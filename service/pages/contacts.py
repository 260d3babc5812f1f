"""The page of the latest contacts: one GraphQL query, put into a template."""

from http import HTTPStatus
from typing import Any

from schema.errors import DiplographError
from service.graphql import execute
from service.graphql.directories import Names
from service.pages.rendering import render
from service.queries import Reader

PER_PAGE = 20

CONTACTS = """
query Contacts($first: Int!, $after: String, $who: [String!], $asOf: Date) {
  meetings(first: $first, after: $after, anyOf: $who, asOf: $asOf) {
    nodes {
      id title kind status start end sources
      venue { name country }
      topics { name }
      participants { attendance party { id name ... on Person { polity { name } } } }
      accounts {
        by ownWords topics
        claims { status date quote article { title url publisher published } }
      }
      disagreements { field values { value claims { by article { publisher } } } }
      history { knownFrom status start end }
    }
    pageInfo { hasNextPage endCursor }
  }
}
"""
"""What the page shows; anybody can ask the same at ``/graphql``."""


def _statuses(root: type[DiplographError]) -> dict[str, int]:
    known = {root.code: root.http_status}
    for child in root.__subclasses__():
        known |= _statuses(child)
    return known


async def contacts_page(
    reader: Reader, names: Names, request_id: str, who: str, after: str, as_of: str
) -> tuple[str, int]:
    """The page and its HTTP status.

    Args:
        reader: reads the graph.
        names: directories of names.
        request_id: what the log names this request by.
        who: name or id of a person, to see only that person's contacts; empty for everybody's.
        after: cursor of the page before; empty for the first page.
        as_of: the day to answer as of; empty for today.
    """
    asked = {"who": who.strip(), "after": after, "as_of": as_of.strip()}
    variables: dict[str, Any] = {
        "first": PER_PAGE,
        "after": after or None,
        "who": [asked["who"]] if asked["who"] else None,
        "asOf": asked["as_of"] or None,
    }
    answer = await execute(reader, CONTACTS, variables, names=names, request_id=request_id)
    if errors := answer.get("errors"):
        code = errors[0]["extensions"]["code"]
        status = _statuses(DiplographError).get(code, HTTPStatus.INTERNAL_SERVER_ERROR)
        if code == "GRAPHQL_VALIDATION_FAILED":
            status = HTTPStatus.BAD_REQUEST
        problem = errors[0]["message"]
        return render("contacts.html", asked=asked, problem=problem, meetings=None, request_id=request_id), status
    return render("contacts.html", asked=asked, problem=None, **answer["data"], request_id=request_id), HTTPStatus.OK
