"""The page of one contact: its accounts side by side, what was known of it and when, and each sentence in its place."""

from collections.abc import Mapping
from typing import Any

from schema.errors import NotFound
from service.pages.asking import Asked, Moved
from service.pages.page import Link, Page, Share
from service.pages.rendering import when
from service.queries import pages
from service.timeline.words import words

MEETING = """
query Meeting($id: ID!, $asOf: Date) {
  meeting(id: $id, asOf: $asOf) {
    id title kind status start end precision sources
    venue { id name country kind lat lon }
    topics { name }
    participants { attendance inferred party { __typename id name ... on Person { polity { id name } } } }
    accounts {
      by ownWords topics party { id name }
      claims {
        id quote status date dateEnd venue topics by reported rule confidence
        article { id title url publisher published language }
      }
    }
    disagreements { field values { value claims { id by article { publisher title } } } }
    history { knownFrom knownUntil kind status start end title sources }
    follows { id title kind status start end }
    followedBy { id title kind status start end }
  }
}
"""

AROUND = 240
"""Characters of the article shown on either side of a sentence."""

_ROWS = {"status": "Status", "date": "Date", "venue": "Place", "topics": "About"}


async def meeting(asked: Asked, meeting: str) -> Page:
    """One contact."""
    try:
        facts = (await asked.ask(MEETING, id=meeting))["meeting"]
    except NotFound as error:
        raise await asked.missing(meeting, error) from None
    if facts["id"] != meeting:
        raise Moved(f"/meeting/{facts['id']}", for_good=True)
    claims = [claim for account in facts["accounts"] for claim in account["claims"]]
    contexts = {
        row["id"]: row for row in await asked.read(pages.CONTEXTS, ids=[each["id"] for each in claims], around=AROUND)
    }
    for claim in claims:
        context = contexts.get(claim["id"], {"before": "", "after": ""})
        claim["before"], claim["after"] = _from_word(context["before"]), _to_word(context["after"])
    english = words()
    kind, status = english[facts["kind"].lower()], english[facts["status"].lower()]
    address = f"/meeting/{meeting}"
    query = f"series={meeting}" + (f"&asOf={asked.as_of}" if asked.as_of else "")
    articles = {claim["article"]["id"]: claim["article"] for claim in claims}
    return Page(
        "meeting.html",
        title=facts["title"],
        description=(
            f"{kind}, {status}, {when(facts['start'], facts['end'])}: what {english.count('sources', facts['sources'])}"
            f" {'says' if facts['sources'] == 1 else 'say'} of it"
            + (", and where the accounts differ." if facts["disagreements"] else ".")
        ),
        facts=facts,
        address=address,
        table=[_line(claim) for claim in claims],
        share=Share(
            links=(
                Link("JSON", f"{address}.json", "what this page shows", "application/json"),
                Link("CSV", f"{address}.csv", "the claims, one a line", "text/csv"),
                Link("Calendar", f"/embed/timeline.ics?{query}", "this contact and its series", "text/calendar"),
            ),
            embed=f"/embed/timeline?{query}",
            title=facts["title"],
        ),
        view={
            "as_of": asked.as_of,
            "compared": _compared(facts),
            "articles": sorted(articles.values(), key=lambda each: (each["published"] or "9999", each["title"])),
        },
    )


def _compared(facts: Mapping[str, Any]) -> list[dict[str, Any]]:
    """For each field on which accounts differ, what each account says of it."""
    compared = []
    for disagreement in facts["disagreements"]:
        by_claim = {claim["id"]: value["value"] for value in disagreement["values"] for claim in value["claims"]}
        said = [
            list(dict.fromkeys(by_claim[claim["id"]] for claim in account["claims"] if claim["id"] in by_claim))
            for account in facts["accounts"]
        ]
        compared.append({"field": disagreement["field"], "name": _ROWS[disagreement["field"]], "said": said})
    return compared


def _line(claim: Mapping[str, Any]) -> dict[str, Any]:
    """A claim as a line of the CSV."""
    article = claim["article"]
    names = ("id", "by", "status", "date", "dateEnd", "venue")
    return {
        **{name: claim[name] for name in names},
        "topics": "; ".join(claim["topics"]),
        "quote": claim["quote"],
        **{name: article[name] for name in ("publisher", "published", "title", "url")},
    }


def _from_word(before: str) -> str:
    """The text from its first whole word on, where it was cut."""
    return before.partition(" ")[2] if len(before) == AROUND else before


def _to_word(after: str) -> str:
    """The text up to its last whole word, where it was cut."""
    return after.rpartition(" ")[0] if len(after) == AROUND else after
