import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type ErrorCode, errorMessage, RequestError } from '../../errors';
import type { Requester } from '../../identity/requester';
import { statedPurpose } from '../../identity/stated-purpose';
import type { Language } from '../../localized-text';
import type { DecidedOperation } from '../decided-operation';
import { type Decider, DeciderCache } from '../decider';
import { requireKnownParty } from '../known-party';
import { type Notice, noticesOf } from '../notice';
import { authorizeOperation } from '../question/authorize-operation';
import { QUERY_LIMITS } from '../question/limits';
import { coerceVariables, fragmentsOf, operationOf } from '../question/operation-of';
import { parseQuery } from '../question/parse-query';
import type { RuleSet } from '../rule-set';
import { RequesterSchemas } from '../view/requester-schema';
import { validateDocument } from '../view/validate-document';
import { SIMULATED_PERSON, withSimulatedOpenings } from './simulated-openings';

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
  /** The agreements that they would have opened, by name (`OWNER:ID`); none unless said. */
  readonly opened?: readonly string[] | undefined;
}

/** A question that is decided, and by whom. */
export interface DecidedQuestion {
  readonly decided: DecidedOperation;
  readonly decider: Decider;
  /** How many objects the answer may hold. */
  readonly cost: number;
}

/** One field of the question, and what they would get of it. */
export interface SimulatedField {
  /** Where in the answer, lists as `@`. */
  readonly path: string;
  readonly coordinate: string;
  /** The most that any record shows; `none` is withheld. */
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

/** So many questions are remembered as they were parsed: they are decided for many kinds of requesters. */
const MAX_DOCUMENTS = 500;

/**
 * Says what the gateway would decide on a question, under any rule set and at any instant, without a record
 * being read: with the same schema of the requester, the same validation, limits and decisions.
 */
export class Simulator {
  private readonly deciders = new DeciderCache();
  private readonly schemas: RequesterSchemas;
  private readonly documents = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS });
  private readonly valid = new WeakMap<GraphQLSchema, WeakSet<DocumentNode>>();

  /** @param api the schema that the supergraph offers. */
  constructor(api: GraphQLSchema) {
    this.schemas = new RequesterSchemas(api, this.deciders);
  }

  simulate(request: SimulatedRequest, ruleSet: RuleSet): Simulation {
    const { language = 'en' } = request;
    try {
      const opened = withSimulatedOpenings(ruleSet, request, request.opened ?? []);
      const { decided } = this.decide(request, opened);
      const notices = noticesOf(decided, opened, language);
      return { refused: null, refusal: null, fields: fieldsOf(decided), notices };
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const refusal = errorMessage(error.code, language, error.details);
      return { refused: error.code, refusal, fields: [], notices: [] };
    }
  }

  /** Decides a question as the gateway would. @throws RequestError where the gateway would refuse it. */
  decide(request: SimulatedRequest, ruleSet: RuleSet): DecidedQuestion {
    const { caseGiven, at } = request;
    const requester = { ...request.requester, id: SIMULATED_PERSON };
    const purpose = statedPurpose(request, requester.purposes);
    requireKnownParty(requester, ruleSet);
    const document = this.parsed(request.query);
    const schema = this.schemas.askableFor(requester as Requester, ruleSet, at);
    this.validate(schema, document);
    const operation = operationOf(document, request.operationName);
    const decider = this.deciders.for(ruleSet, { requester, purpose, at, caseGiven });
    const question = {
      schema,
      operation,
      fragments: fragmentsOf(document),
      variables: coerceVariables(schema, operation, request.variables ?? {}),
      decider,
    };
    return { ...authorizeOperation(question, QUERY_LIMITS), decider };
  }

  private parsed(query: string): DocumentNode {
    const document = this.documents.get(query) ?? parseQuery(query, QUERY_LIMITS);
    this.documents.set(query, document);
    return document;
  }

  /** A document that was valid in a schema still is. */
  private validate(schema: GraphQLSchema, document: DocumentNode): void {
    const valid = this.valid.get(schema) ?? new WeakSet();
    this.valid.set(schema, valid);
    if (valid.has(document)) return;
    validateDocument(schema, document);
    valid.add(document);
  }
}

const fieldsOf = ({ fields }: DecidedOperation): SimulatedField[] =>
  fields.map(({ path, decision: { coordinate, level, conditional } }) => ({
    path,
    coordinate,
    level,
    conditional: conditional !== undefined,
  }));
