// The playground: a query, its variables, the answer. A link to a query carries it behind the "#".
"use strict";

const EXAMPLES = [
  {
    name: "Latest contacts",
    query: `query Latest {
  meetings(first: 10) {
    nodes {
      title kind status start precision
      venue { name country }
      participants { attendance party { id name } }
      sources
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  },
  {
    name: "One person's contacts and counterparts",
    query: `query Person($name: String!) {
  person(name: $name) {
    id name aliases
    polity { name }
    offices { title of { name } }
    contacts(first: 10) {
      nodes { person { name } count ahead first last latest { title start status } }
    }
    meetings(first: 5) { nodes { title start status } }
  }
}`,
    variables: { name: "Lavrov" },
  },
  {
    name: "Two people in one room or on one line",
    query: `query Together($people: [String!]!) {
  meetings(allOf: $people, first: 10) {
    nodes { title kind status start accounts { by topics claims { quote article { url } } } }
  }
}`,
    variables: { people: ["Lavrov", "Rubio"] },
  },
  {
    name: "Differing accounts of one contact",
    query: `query Accounts {
  meetings(first: 20) {
    nodes {
      title start
      disagreements { field values { value claims { by article { publisher } } } }
      accounts {
        by ownWords topics
        claims { quote begin end article { title url publisher published } }
      }
    }
  }
}`,
  },
  {
    name: "What is expected",
    query: `query Expected {
  meetings(statuses: [EXPECTED, POSSIBLE, POSTPONED], first: 20) {
    nodes { title status start precision venue { name } history { knownFrom status start } }
  }
}`,
  },
  {
    name: "As it was known on a day",
    query: `query AsOf($day: Date!) {
  meetings(asOf: $day, first: 10) {
    nodes { title status start history { knownFrom knownUntil status start } }
  }
}`,
    variables: { day: "2025-02-16" },
  },
  {
    name: "Find a person, even misspelt",
    query: `query Find($search: String!) {
  people(search: $search, first: 5) { nodes { id name aliases polity { name } } }
}`,
    variables: { search: "Zelenski" },
  },
  {
    name: "Articles and what they claim",
    query: `query Articles {
  articles(first: 5) {
    nodes {
      title publisher published url
      claims { kind status date quote rule confidence meeting { id title } }
    }
  }
}`,
  },
];

const at = (id) => document.getElementById(id);
const query = at("query");
const variables = at("variables");
const result = at("result");
const told = at("told");
let running = null;

function show(example) {
  query.value = example.query;
  variables.value = example.variables ? JSON.stringify(example.variables, null, 2) : "";
  link();
}

function link() {
  const share = new URLSearchParams({ q: query.value });
  if (variables.value.trim()) share.set("v", variables.value);
  at("share").href = "/graphql#" + share;
}

async function run() {
  running?.abort();
  const mine = (running = new AbortController());
  let given = {};
  if (variables.value.trim()) {
    try {
      given = JSON.parse(variables.value);
    } catch (error) {
      told.value = "";
      result.textContent = "The variables are no JSON: " + error.message;
      return;
    }
  }
  told.value = "running …";
  const started = performance.now();
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ query: query.value, variables: given }),
      signal: mine.signal,
    });
    const answer = await response.text();
    told.value = `${response.status}, ${Math.round(performance.now() - started)} ms`;
    try {
      result.textContent = JSON.stringify(JSON.parse(answer), null, 2);
    } catch {
      result.textContent = answer;
    }
  } catch (error) {
    if (mine.signal.aborted) return;
    told.value = "";
    result.textContent = "No answer: " + error.message;
  }
}

for (const [index, example] of EXAMPLES.entries()) {
  at("examples").add(new Option(example.name, index));
}
at("examples").addEventListener("change", (event) => {
  show(EXAMPLES[event.target.value]);
  run();
});
at("run").addEventListener("click", run);
query.addEventListener("input", link);
variables.addEventListener("input", link);
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});

function open() {
  const shared = new URLSearchParams(location.hash.slice(1));
  if (shared.has("q")) {
    show({ query: shared.get("q") });
    variables.value = shared.get("v") ?? "";
    link();
  } else {
    show(EXAMPLES[0]);
  }
}
window.addEventListener("hashchange", open);
open();
