// The graph's meetings through @neo4j/graphql, over plain HTTP: the least that a service built on it would be. Parsed and
// validated queries are kept. Prints its port.
import { createServer } from "node:http";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { execute, parse, validate } from "graphql";
import neo4j from "neo4j-driver";

const TYPES = `
  type Polity @node { id: ID! name: String! iso: String }
  type Person @node {
    id: ID! name: String! polity: String
    meetings: [Meeting!]! @relationship(type: "ATTENDED", direction: OUT)
    met: [Person!]! @relationship(type: "MET", direction: OUT, properties: "Met")
  }
  type Met @relationshipProperties { date: String meeting: String }
  type Venue @node { id: ID! name: String! country: String }
  type Topic @node { id: ID! name: String! }
  type Article @node {
    id: ID! title: String! publisher: String published: String
    claims: [Claim!]! @relationship(type: "REPORTS", direction: OUT)
  }
  type Claim @node {
    id: ID! evidence: String! status: String
    articles: [Article!]! @relationship(type: "REPORTS", direction: IN)
  }
  type Meeting @node {
    id: ID! key: ID! title: String! kind: String! status: String! start: String rank: String! known_until: String!
    participants: [Person!]! @relationship(type: "ATTENDED", direction: IN)
    venue: [Venue!]! @relationship(type: "HELD_AT", direction: OUT)
    topics: [Topic!]! @relationship(type: "DISCUSSED", direction: OUT)
    claims: [Claim!]! @relationship(type: "ABOUT", direction: IN)
  }
`;

const [address, password] = process.argv.slice(2);
const driver = neo4j.driver(address, neo4j.auth.basic("neo4j", password));
const features = { filters: { String: { GTE: true, LTE: true } } };
const schema = await new Neo4jGraphQL({ typeDefs: TYPES, driver, features }).getSchema();
const kept = new Map();

function read(query) {
  let document = kept.get(query);
  if (!document) {
    document = parse(query);
    const errors = validate(schema, document);
    if (errors.length) throw errors[0];
    kept.set(query, document);
  }
  return document;
}

const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  let answer;
  try {
    const { query, variables } = JSON.parse(body);
    answer = await execute({
      schema,
      document: read(query),
      variableValues: variables,
      contextValue: { executionContext: driver },
    });
  } catch (error) {
    answer = { errors: [{ message: String(error) }] };
  }
  const text = Buffer.from(JSON.stringify(answer));
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": text.length });
  response.end(text);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
