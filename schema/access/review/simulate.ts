import { type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, Kind, parse } from 'graphql';
import { type ErrorCode, RequestError, requestError } from '../../errors';
import type { Requester } from '../../identity/requester';
import type { Language } from '../../localized-text';
import { decideOperation } from '../decide-operation';
import type { DecidedOperation } from '../decided-operation';
import { DeciderCache } from '../decider';
import { requireKnownParty } from '../known-party';
import { type Notice, noticesOf } from '../notice';
import type { RuleSet } from '../rule-set';
import { coerceVariables, operationOf } from '../view/operation-of';
import { RequesterSchemas } from '../view/requester-schema';
import { validateDocument } from '../view/validate-document';

/** Who would ask what, when. */
export interface SimulatedRequest {
  /** With the purposes that their issuer grants them: on these depends which names exist for them. */
  readonly requester: Pick<Requester, 'party' | 'agency' | 'roles' | 'purposes'>;
  readonly purpose: Requester['purposes'][number];
  readonly caseGiven: boolean;
  /** UTC milliseconds. */
  readonly at: number;
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly language?: Language;
}

/** One field of the question, and what they would get of it. */
export interface SimulatedField {
  /** Where in the answer, lists as `@`. */
  readonly path: string;
  readonly coordinate: string;
  readonly level: string;
  /** Whether less may be shown on some records. */
  readonly conditional: boolean;
}

/** What a question would come to: each field's level and all notices, or the code with which it is refused. */
export interface Simulation {
  readonly refused: ErrorCode | null;
  readonly refusal: string | null;
  readonly fields: readonly SimulatedField[];
  readonly notices: readonly Notice[];
}

const MAX_TOKENS = 5_000;
const MAX_FIELDS = 2_000;

/**
 * Says what the gateway would decide on a question, under any rule set and at any instant, without a record
 * being read: with the same schema of the requester, the same validation and the same decisions.
 */
export class Simulator {
  private readonly deciders = new DeciderCache();
  private readonly schemas: RequesterSchemas;

  /** @param api the schema that the supergraph offers. */
  constructor(api: GraphQLSchema) {
    this.schemas = new RequesterSchemas(api, this.deciders);
  }

  simulate(request: SimulatedRequest, ruleSet: RuleSet): Simulation {
    try {
      return this.decided(request, ruleSet);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      return { refused: error.code, refusal: error.message, fields: [], notices: [] };
    }
  }

  private decided(request: SimulatedRequest, ruleSet: RuleSet): Simulation {
    const { requester, purpose, caseGiven, at, operationName, variables = {}, language = 'en' } = request;
    requireKnownParty(requester, ruleSet);
    if (!requester.purposes.includes(purpose))
      throw requestError('PURPOSE_NOT_GRANTED', { purposes: requester.purposes.join(', ') });
    const document = parsed(request.query);
    const { askable: schema } = this.schemas.for(requester as Requester, ruleSet, at);
    validateDocument(schema, document);
    const operation = operationOf(document, operationName);
    const decided = decideOperation({
      schema,
      operation,
      fragments: fragmentsOf(document),
      variables: coerceVariables(schema, operation, variables),
      decider: this.deciders.for(ruleSet, { requester, purpose, at, caseGiven }),
      maxFields: MAX_FIELDS,
    });
    if (operation.operation === 'mutation') refuseWithheldMutation(decided);
    const input = decided.withheldInputs[0];
    if (input) throw requestError('INPUT_WITHHELD', { coordinate: input.decision.coordinate });
    return { refused: null, refusal: null, fields: fieldsOf(decided), notices: noticesOf(decided, ruleSet, language) };
  }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch {
    throw requestError('GRAPHQL_PARSE_FAILED', { line: 0, column: 0 });
  }
}

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );

function refuseWithheldMutation({ fields }: DecidedOperation): void {
  const refused = fields.find(({ decision }) => decision.withheld && decision.coordinate.startsWith('Mutation.'));
  if (refused) throw requestError('MUTATION_WITHHELD', { coordinate: refused.decision.coordinate, contact: '' });
}

const fieldsOf = ({ fields }: DecidedOperation): SimulatedField[] =>
  fields.map(({ path, decision: { coordinate, level, conditional } }) => ({
    path,
    coordinate,
    level,
    conditional: conditional !== undefined,
  }));
