"""Questions to begin with; each is answered from the sample articles."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Example:
    """A question in words and as a query."""

    title: str
    says: str
    query: str
    variables: Mapping[str, object] = field(default_factory=dict)

    def shown(self) -> dict[str, str]:
        """As the page takes it."""
        variables = json.dumps(self.variables, ensure_ascii=False, indent=2) if self.variables else ""
        return {"title": self.title, "says": self.says, "query": self.query.strip(), "variables": variables}


EXAMPLES = (
    Example(
        "Who met or called whom lately?",
        "The newest contacts, with who took part, where, and how many independent sources tell of them.",
        """
query Latest {
  meetings(first: 10) {
    nodes {
      title kind status start precision
      venue { name country }
      participants { attendance party { name } }
      sources
    }
    pageInfo { hasNextPage endCursor }
  }
}""",
    ),
    Example(
        "How did each side tell one call?",
        "Two ministries' accounts of the same call side by side, each with its words and its article.",
        """
query Accounts($people: [String!]!, $day: Date!) {
  meetings(
    allOf: $people, kinds: [CALL]
    from: $day, to: $day
  ) {
    nodes {
      title start
      accounts {
        by ownWords topics
        claims {
          quote
          article { title publisher published url }
        }
      }
    }
  }
}""",
        {"people": ["Lavrov", "Rubio"], "day": "2025-02-15"},
    ),
    Example(
        "Whom does a person deal with most?",
        "Counterparts, the most frequent first, with the first, last and latest contact of each.",
        """
query Ties($name: String!) {
  ties(of: $name, first: 10) {
    nodes {
      party { name ... on Person { polity { name } } }
      count ahead first last
      latest { title start status }
    }
  }
}""",
        {"name": "Lavrov"},
    ),
    Example(
        "How are two people connected?",
        "The shortest chain of contacts from one to the other, with the contacts it is made of.",
        """
query Path($from: String!, $to: String!) {
  path(from: $from, to: $to) {
    length
    people { name polity { name } }
    links {
      from { name }
      to { name }
      meetings { title start }
    }
  }
}""",
        {"from": "Sybiha", "to": "Lavrov"},
    ),
    Example(
        "What was announced and never reported held?",
        "Contacts whose day has passed with no account that they took place.",
        """
query Promises {
  promises(first: 10) {
    nodes {
      title status start
      claims { quote article { publisher published } }
    }
  }
}""",
    ),
    Example(
        "What did not take place?",
        "Called off, declined or denied: with the sentence that says so.",
        """
query NotHeld {
  meetings(statuses: [CANCELLED, DECLINED, DENIED], first: 20) {
    nodes {
      title status start
      participants { attendance party { name } }
      claims { status by quote article { publisher published } }
    }
  }
}""",
    ),
    Example(
        "Where do the accounts differ?",
        "Contacts on which sources disagree: the field, each value, and who gives it.",
        """
query Disagreements {
  meetings(first: 50) {
    nodes {
      title start
      disagreements { field values { value claims { by quote article { publisher } } } }
    }
  }
}""",
    ),
    Example(
        "What was known on a day?",
        "The graph as it stood that day: only what had been reported by then.",
        """
query AsOf($day: Date!) {
  meetings(asOf: $day, first: 10) {
    nodes { title status start history { knownFrom status start } }
  }
}""",
        {"day": "2025-02-16"},
    ),
    Example(
        "What passed between two countries?",
        "How often, at what level, since when, who, the longest gap, and who travelled to whom.",
        """
query Between($one: String!, $other: String!) {
  between(one: $one, other: $other) {
    count ahead
    first { title start }
    last { title start }
    longestGap {
      days
      before { title start }
      after { title start }
    }
    levels { level count }
    people { count person { name } }
    travels {
      guest { name }
      host { name }
      last { title start }
    }
    meetings { nodes { title start } }
  }
}""",
        {"one": "Russia", "other": "United States"},
    ),
    Example(
        "What changed since a day?",
        "New, moved, called off, contradicted: what later reports made of what was known.",
        """
query Changes($since: Date!) {
  changes(since: $since, first: 10) {
    nodes {
      day turns
      before { status start }
      after { status start }
      meeting { title }
    }
  }
}""",
        {"since": "2025-08-01"},
    ),
    Example(
        "How is that name spelt?",
        "People by a name in part or misspelt, the best fit first.",
        """
query Find($search: String!) {
  people(search: $search, first: 5) {
    nodes { id name aliases polity { name } }
  }
}""",
        {"search": "Zelenski"},
    ),
    Example(
        "What does an article say?",
        "Articles with what was read out of them: the rule, the confidence, the words.",
        """
query Articles($publisher: String!) {
  articles(publisher: $publisher) {
    nodes {
      title published url
      claims { kind status date quote rule confidence meeting { id title } }
    }
  }
}""",
        {"publisher": "The Sunday Clarion"},
    ),
)
"""In the order in which the page lists them."""
