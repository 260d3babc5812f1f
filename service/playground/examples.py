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
        "One person's offices and counterparts, the most frequent first, with the latest contact of each.",
        """
query Counterparts($name: String!) {
  person(name: $name) {
    id name aliases
    polity { name }
    offices { title of { name } }
    contacts(first: 10) {
      nodes { person { name } count ahead first last latest { title start status } }
    }
  }
}""",
        {"name": "Lavrov"},
    ),
    Example(
        "What is still expected?",
        "Contacts that were announced or put off, with what was known of them and when.",
        """
query Expected {
  meetings(statuses: [EXPECTED, POSSIBLE, POSTPONED], first: 20) {
    nodes {
      title status start precision
      venue { name }
      history { knownFrom status start }
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
        "What happened between two countries?",
        "Every contact in which both have a part, through whomever.",
        """
query Between($polities: [String!]!) {
  meetings(polities: $polities, first: 20) {
    nodes {
      title kind status start
      participants { attendance party { name ... on Person { polity { name } } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}""",
        {"polities": ["Russia", "United States"]},
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
