// The playground: GraphiQL with the project's examples beside it, links that carry a query behind the "#", and ways out
// of an answer: the same meetings as CSV, as a timeline, for Gephi.
"use strict";

const { createElement: h, useEffect, useState, useSyncExternalStore } = React;
const { useEditorContext, useExecutionContext, usePluginStore } = GraphiQL.React;
const { examples, elsewhere } = JSON.parse(document.getElementById("given").textContent);

/* What the last answer was, for the line beneath it. */

let last = { query: "", variables: {}, told: "" };
const watchers = new Set();

function tell(change) {
  last = { ...last, ...change };
  for (const watcher of watchers) watcher();
}

function useLast() {
  return useSyncExternalStore(
    (watcher) => (watchers.add(watcher), () => watchers.delete(watcher)),
    () => last,
  );
}

/* Asking */

function operation(query, name) {
  try {
    const found = GraphiQL.GraphQL.parse(query).definitions.filter((each) => each.kind === "OperationDefinition");
    return found.find((each) => each.name?.value === name) ?? found[0];
  } catch {
    return undefined; // the server says what is wrong with it
  }
}

function fetcher(parameters, { headers } = {}) {
  const { query, variables = {} } = parameters;
  const asked = operation(query, parameters.operationName);
  // The name that GraphiQL gives can be the one that stood there a moment ago.
  const given = { query, variables, operationName: asked?.name?.value };
  return asked?.operation === "subscription" ? listen(given) : post(given, headers);
}

async function post(parameters, headers) {
  const shown = parameters.operationName !== "IntrospectionQuery";
  const started = performance.now();
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", ...headers },
    body: JSON.stringify(parameters),
  });
  const answer = await response.text();
  const length = new Blob([answer]).size;
  const size = length < 1000 ? `${length} bytes` : `${Math.round(length / 1000)} kB`;
  const told = `${Math.round(performance.now() - started)} ms · ${size}`;
  if (shown) tell({ query: parameters.query, variables: parameters.variables, told });
  return JSON.parse(answer);
}

async function* listen({ query, variables, operationName }) {
  const address = new URL("/graphql", location.href);
  address.protocol = address.protocol.replace("http", "ws");
  const socket = new WebSocket(address, "graphql-transport-ws");
  const waiting = [];
  let wake = () => {};
  const put = (item) => (waiting.push(item), wake());
  socket.onopen = () => socket.send(JSON.stringify({ type: "connection_init" }));
  socket.onclose = (event) => put({ end: true, reason: event.reason || "The connection was closed." });
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === "connection_ack") {
      socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query, variables, operationName } }));
      tell({ query, variables, told: "listening …" });
    } else if (message.type === "ping") {
      socket.send(JSON.stringify({ type: "pong" }));
    } else if (message.type === "next") {
      put({ answer: message.payload });
    } else if (message.type === "error") {
      put({ answer: { errors: message.payload }, end: true });
    } else if (message.type === "complete") {
      put({ end: true });
    }
  };
  try {
    for (;;) {
      while (!waiting.length) await new Promise((resolve) => (wake = resolve));
      const { answer, end, reason } = waiting.shift();
      if (answer) yield answer;
      if (reason) yield { errors: [{ message: reason }] };
      if (end) return;
    }
  } finally {
    socket.onclose = null;
    socket.close();
    tell({ told: "" });
  }
}

/* Links: "#q=…&v=…" */

function linkTo(query, variables) {
  const parts = new URLSearchParams({ q: query });
  if (variables?.trim()) parts.set("v", variables);
  return `${location.origin}/graphql#${parts}`;
}

function shared() {
  const parts = new URLSearchParams(location.hash.slice(1));
  return parts.has("q") ? { query: parts.get("q"), variables: parts.get("v") ?? "" } : undefined;
}

function ShareButton() {
  const { queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  const [copied, setCopied] = useState(false);
  async function share() {
    const link = linkTo(queryEditor?.getValue() ?? "", variableEditor?.getValue());
    history.replaceState(null, "", link);
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      // Where the clipboard is closed to pages, the link stands in the address bar.
    }
  }
  return h("button", { type: "button", className: "share", onClick: share }, copied ? "Link copied" : "Link to this query");
}

/* Ways out of an answer */

function valueOf(node, variables) {
  switch (node.kind) {
    case "Variable":
      return variables[node.name.value];
    case "ListValue":
      return node.values.map((each) => valueOf(each, variables));
    case "NullValue":
      return undefined;
    case "BooleanValue":
    case "StringValue":
    case "EnumValue":
    case "IntValue":
    case "FloatValue":
      return node.value;
  }
}

function selectionOf({ query, variables }) {
  const asked = operation(query);
  if (!asked) return undefined;
  const defaults = Object.fromEntries(
    (asked.variableDefinitions ?? [])
      .filter((each) => each.defaultValue)
      .map((each) => [each.variable.name.value, valueOf(each.defaultValue, {})]),
  );
  const values = { ...defaults, ...variables };
  for (const field of asked.selectionSet.selections) {
    const parameters = field.kind === "Field" && elsewhere.fields[field.name.value];
    if (!parameters) continue;
    const address = new URLSearchParams();
    for (const argument of field.arguments ?? []) {
      const parameter = parameters[argument.name.value];
      const value = valueOf(argument.value, values);
      if (!parameter || value === undefined || value === null) continue;
      for (const each of [value].flat()) address.append(parameter, each);
    }
    return address.toString();
  }
  return undefined;
}

function Ways() {
  const answered = useLast();
  const selection = answered.told ? selectionOf(answered) : undefined;
  const links = elsewhere.links.map(({ name, says, address }) =>
    h("a", { key: name, href: selection ? `${address}?${selection}` : address, title: says, target: "_blank" }, name),
  );
  return h(
    "div",
    { className: "ways" },
    selection !== undefined && h("span", null, "These meetings as"),
    selection !== undefined && links,
    h("output", { id: "told" }, answered.told),
  );
}

/* Examples */

const ExamplesIcon = (props) =>
  h(
    "svg",
    { viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: 1.5, height: "1em", ...props },
    h("path", { d: "M4 5h16v11H11l-4 4v-4H4z", strokeLinejoin: "round" }),
    h("path", { d: "M8 9h8M8 12h5", strokeLinecap: "round" }),
  );

function Examples() {
  const { queryEditor, variableEditor, addTab, setOperationName } = useEditorContext({ nonNull: true });
  const { run } = useExecutionContext({ nonNull: true });
  const [chosen, setChosen] = useState("");
  function choose(example) {
    const written = queryEditor.getValue().trim();
    if (written && !examples.some((each) => each.query.trim() === written)) addTab();
    // After the tab is there, which React sees to on its next turn.
    setTimeout(() => {
      queryEditor.setValue(example.query);
      variableEditor.setValue(example.variables);
      setOperationName(operation(example.query).name.value);
      setChosen(example.title);
      setTimeout(run);
    });
  }
  return h(
    "section",
    { className: "examples", "aria-label": "Examples" },
    h("h2", null, "Examples"),
    h("p", null, "Questions to begin with. Choose one, and it is asked."),
    h(
      "ul",
      null,
      examples.map((example) =>
        h(
          "li",
          { key: example.title },
          h(
            "button",
            { type: "button", onClick: () => choose(example), "aria-current": chosen === example.title || undefined },
            h("strong", null, example.title),
            h("span", null, example.says),
          ),
        ),
      ),
    ),
  );
}

const EXAMPLES = { title: "Examples", icon: ExamplesIcon, content: Examples };
const PLUGINS = [
  EXAMPLES,
  { ...GraphiQLPluginExplorer.explorerPlugin({ showAttribution: false }), title: "Explorer" },
];

/* The page */

// GraphiQL makes room for its side panel at a click alone; a panel that it is told to show at first gets none.
function OpenExamples() {
  const { length } = usePluginStore().plugins;
  useEffect(() => {
    if (window.innerWidth > 900) document.querySelector(`[aria-label="Show ${EXAMPLES.title}"]`)?.click();
  }, [length]);
  return null;
}

function remembered() {
  try {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem("graphiql:tabState"));
    const { query, variables } = tabs[activeTabIndex];
    return { query, variables };
  } catch {
    const [{ query, variables }] = examples;
    return { defaultTabs: [{ query, variables }] };
  }
}

const START = shared() ?? remembered();

function Playground() {
  return h(
    GraphiQL,
    {
      fetcher,
      ...START,
      defaultQuery: "",
      plugins: PLUGINS,
      defaultEditorToolsVisibility: "variables",
      inputValueDeprecation: true,
      shouldPersistHeaders: false,
    },
    h(GraphiQL.Logo, null, h(ShareButton)),
    h(GraphiQL.Footer, null, h(Ways)),
    h(OpenExamples),
  );
}

window.addEventListener("hashchange", () => shared() && location.reload());
ReactDOM.createRoot(document.getElementById("graphiql")).render(h(Playground));
