import { buildSchema, type FragmentDefinitionNode, getVariableValues, Kind, parse, print } from 'graphql';
import { decideOperation } from '../access/decide-operation';
import type { DecidedOperation } from '../access/decided-operation';
import { Decider } from '../access/decider';
import type { Cap } from '../access/rule';
import { labelsOf } from './labels';
import { grantOf, ruleSetOf, subjectOf } from './rules';

/** A small domain with everything that a walk over a query can meet: interface, union, lists of lists, inputs. */
export const FERRY_SDL = `
  type Query @owner(party: "PAN") {
    people(
      first: Int! = 20
      filter: PersonFilter
      any: [PersonFilter!]
      ages: [Int!] @reads(field: "Person.age")
    ): [Person!] @sensitivity(as: PUBLIC)
    person(id: ID @reads(field: "Person.id")): Person @sensitivity(as: PUBLIC)
    page(first: Int! = 20): PersonPage @sensitivity(as: OPERATIONAL)
    seats: [[Seat!]!] @sensitivity(as: PUBLIC)
    travellers: [Traveller!] @sensitivity(as: PUBLIC)
    found: [Found!] @sensitivity(as: PUBLIC)
  }
  type Mutation @owner(party: "PAN") { board(name: String!): Person @sensitivity(as: OPERATIONAL) }
  interface Traveller @owner(party: "PAN") { name: String @sensitivity(as: PERSONAL) @about(subjects: [NONE]) }
  type Person implements Traveller @owner(party: "PAN") @key(fields: "id") {
    id: ID! @sensitivity(as: OPERATIONAL)
    name: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    age: Int @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    friends: [Person!] @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    trips: Count @sensitivity(as: STATISTICAL)
    claim: Boolean @sensitivity(as: PROTECTED) @about(subjects: [ASYLUM])
  }
  type Crew implements Traveller @owner(party: "PAN") {
    name: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    rank: String @sensitivity(as: OPERATIONAL)
  }
  type Parcel @owner(party: "PAN") { weight: Int @sensitivity(as: OPERATIONAL) }
  union Found = Person | Crew | Parcel
  type Seat @owner(party: "PAN") { row: Int @sensitivity(as: PUBLIC) taken: Boolean @sensitivity(as: OPERATIONAL) }
  type Count @structural { value: Int note: String }
  type PersonPage @structural { edges: [PersonEdge!]! more: Boolean! }
  type PersonEdge @structural { cursor: String! node: Person! }
  input PersonFilter {
    name: String @reads(field: "Person.name")
    age: Int @reads(field: "Person.age")
    claim: Boolean @reads(field: "Person.claim")
    friend: PersonFilter
  }
`;

/** The schema of the domain. */
export const FERRY_SCHEMA = buildSchema(FERRY_SDL, { assumeValidSDL: true });
/** The labels of the domain. */
export const FERRY_LABELS = labelsOf(FERRY_SDL);

/** How a query of the domain is decided. */
export interface FerryQuestion {
  readonly variables?: Record<string, unknown>;
  /** The fields that are granted in full. */
  readonly granted?: readonly string[];
  readonly caps?: readonly Cap[];
  readonly maxFields?: number;
}

/** A decided query, with its pruned selection as text and its fields as `path coordinate level`. */
export interface FerryAnswer extends DecidedOperation {
  readonly text: string;
  readonly decided: readonly string[];
  readonly inputs: readonly string[];
}

/** Decides a query of the domain for an analyst of Colombia. */
export function decideFerry(query: string, question: FerryQuestion = {}): FerryAnswer {
  const { variables = {}, granted = [], caps = [], maxFields = 200 } = question;
  const document = parse(query);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('the query has no operation');
  const coerced = getVariableValues(FERRY_SCHEMA, operation.variableDefinitions ?? [], variables);
  if (coerced.errors) throw new Error(coerced.errors[0]?.message);
  const decided = decideOperation({
    schema: FERRY_SCHEMA,
    operation,
    fragments: fragmentsOf(document.definitions),
    variables: coerced.coerced,
    decider: new Decider(ruleSetOf({ labels: FERRY_LABELS, grants: [grantOf(granted)], caps }), subjectOf()),
    maxFields,
  });
  return {
    ...decided,
    text: print(decided.selectionSet).replaceAll(/\s+/g, ' '),
    decided: decided.fields.map(({ path, decision }) => `${path} ${decision.coordinate} ${decision.level}`),
    inputs: decided.withheldInputs.map(({ input, decision }) => `${input} ${decision.coordinate}`),
  };
}

function fragmentsOf(definitions: ReturnType<typeof parse>['definitions']): Map<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
}
