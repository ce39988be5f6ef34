import { buildSubgraphSchema } from '@apollo/subgraph';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';

/** A subgraph's schema with something of each kind that a reply can hold. */
export const PORTS_SCHEMA = buildSubgraphSchema(
  parse(`
  type Query { port(name: String): Port  ports: [[Port!]]  found: [Found!]!  any: Anything  level: Level  n: Int  x: Float }
  type Port @key(fields: "id") { id: ID! name: String depth: Float! open: Boolean near: [Port!] since: Anything! }
  type Ship implements Named @key(fields: "id") { id: ID! name: String length: Int }
  interface Named { name: String }
  union Found = Port | Ship
  scalar Anything
  enum Level { LOW HIGH }
`),
);

/** The operation of a document. */
export function operationIn(text: string): OperationDefinitionNode {
  const operation = parse(text).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  return operation;
}
