import type { GraphQLSchema } from 'graphql';
import { type ErrorCode, errorMessage, RequestError } from '../../errors';
import type { Requester } from '../../identity/requester';
import { statedPurpose } from '../../identity/stated-purpose';
import type { Language } from '../../localized-text';
import type { DecidedOperation } from '../decided-operation';
import { DeciderCache } from '../decider';
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

/**
 * Says what the gateway would decide on a question, under any rule set and at any instant, without a record
 * being read: with the same schema of the requester, the same validation, limits and decisions.
 */
export class Simulator {
  private readonly deciders = new DeciderCache();
  private readonly schemas: RequesterSchemas;

  /** @param api the schema that the supergraph offers. */
  constructor(api: GraphQLSchema) {
    this.schemas = new RequesterSchemas(api, this.deciders);
  }

  simulate(request: SimulatedRequest, ruleSet: RuleSet): Simulation {
    const { language = 'en' } = request;
    try {
      const opened = withSimulatedOpenings(ruleSet, request, request.opened ?? []);
      const decided = this.decided(request, opened);
      const notices = noticesOf(decided, opened, language);
      return { refused: null, refusal: null, fields: fieldsOf(decided), notices };
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const refusal = errorMessage(error.code, language, error.details);
      return { refused: error.code, refusal, fields: [], notices: [] };
    }
  }

  private decided(request: SimulatedRequest, ruleSet: RuleSet): DecidedOperation {
    const { caseGiven, at } = request;
    const requester = { ...request.requester, id: SIMULATED_PERSON };
    const purpose = statedPurpose(request, requester.purposes);
    requireKnownParty(requester, ruleSet);
    const document = parseQuery(request.query, QUERY_LIMITS);
    const { askable: schema } = this.schemas.for(requester as Requester, ruleSet, at);
    validateDocument(schema, document);
    const operation = operationOf(document, request.operationName);
    const question = {
      schema,
      operation,
      fragments: fragmentsOf(document),
      variables: coerceVariables(schema, operation, request.variables ?? {}),
      decider: this.deciders.for(ruleSet, { requester, purpose, at, caseGiven }),
    };
    return authorizeOperation(question, QUERY_LIMITS).decided;
  }
}

const fieldsOf = ({ fields }: DecidedOperation): SimulatedField[] =>
  fields.map(({ path, decision: { coordinate, level, conditional } }) => ({
    path,
    coordinate,
    level,
    conditional: conditional !== undefined,
  }));
