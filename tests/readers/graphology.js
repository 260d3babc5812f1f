// Reads GEXF files as Gephi Lite does, and prints a line of JSON on what it has then.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");

// The libraries are in a folder of their own, named first.
const [folder, ...names] = process.argv.slice(2);
const load = createRequire(`${folder}/`);
const gexf = load("graphology-gexf");
const Graph = load("graphology");
for (const name of names) {
  const graph = gexf.parse(Graph, readFileSync(name, "utf8"), { allowUndeclaredAttributes: true, addMissingNodes: true });
  process.stdout.write(`${JSON.stringify(graph.export())}\n`);
}
