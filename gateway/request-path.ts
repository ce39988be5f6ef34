import { requireKnownParty } from '@pasarela/schema/access/known-party';
import type { QueryLimits } from '@pasarela/schema/access/question/limits';
import { refuseRevoked } from '@pasarela/schema/access/revocations/refuse-revoked';
import type { RuleSource } from '@pasarela/schema/access/rule-source';
import { RequestError, requestError } from '@pasarela/schema/errors';
import type { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import type { Requester } from '@pasarela/schema/identity/requester';
import { type AuthenticateTools, authenticate, identify } from './authenticate/authenticate';
import { authorize } from './authorize/authorize';
import { recordAnswer } from './evidence/record-answer';
import { recordIntent } from './evidence/record-intent';
import { executePlan } from './execute/execute-plan';
import type { ExecuteTools } from './execute/execute-tools';
import { type ParseTools, parseOperation } from './parse/parse-operation';
import { planOperation } from './plan/plan-operation';
import type { Planner } from './plan/planner';
import type { Answered, Authenticated, Parsed, Received } from './request-state';
import { respond, respondDryRun, respondRefusal } from './respond/respond';

/** What the steps work with; `server.ts` composes it. */
export interface RequestTools {
  readonly authenticate: AuthenticateTools;
  readonly rules: RuleSource;
  readonly parse: ParseTools;
  readonly limits: QueryLimits;
  readonly planner: Planner;
  readonly execute: ExecuteTools;
  readonly evidence: EvidenceRecorder;
  /** Reports a fault of ours: its name and the request's id, never a value. */
  readonly onFault: (requestId: string, error: unknown) => void;
}

/**
 * THE path of a request, a folder a step:
 *
 *     http -> authenticate -> parse -> authorize -> plan -> execute -> evidence -> respond
 *
 * Each step takes the state that the one before promises (request-state.ts) and throws to refuse.
 */
export async function answerRequest(received: Received, tools: RequestTools): Promise<Answered> {
  try {
    return await decideAndFetch(await authenticate(received, tools.authenticate), tools);
  } catch (error) {
    const refusal = asRefusal(error, tools.limits.maxDepth);
    if (!(refusal instanceof RequestError)) tools.onFault(received.requestId, error);
    return respondRefusal(received, refusal);
  }
}

/**
 * Demands somebody who may ask at all: for what the gateway tells of itself, such as which questions are saved.
 * @throws UNAUTHENTICATED and its like, ACCESS_REVOKED.
 */
export async function requireRequester(received: Received, tools: RequestTools): Promise<Requester> {
  const { requester } = await identify(received, tools.authenticate);
  requireKnownParty(requester, tools.rules.current());
  refuseRevoked(requester, tools.rules.current());
  return requester;
}

/** A document nested so deep that the stack ends before it is measured is too deep, and no fault of ours. */
const asRefusal = (error: unknown, max: number): unknown =>
  error instanceof RangeError && error.message.includes('call stack') ? requestError('TOO_DEEP', { max }) : error;

/**
 * INVARIANT: one rule set decides the whole request, and it is the one in force when the answer leaves; if an
 * owner already holds a newer one, or a newer one came meanwhile, all of it is decided once more. A mutation
 * is not: part of it may be done, and its client key makes asking again safe.
 */
async function decideAndFetch(request: Authenticated, tools: RequestTools): Promise<Answered> {
  const parsed = parseOperation(request, tools.rules.current(), tools.parse);
  try {
    return await decideAndAnswerInForce(parsed, tools);
  } catch (error) {
    const changed = error instanceof RequestError && error.code === 'RULE_SET_CHANGED';
    if (!changed || parsed.operation.operation === 'mutation') throw error;
    return await decideAndAnswerInForce(parseOperation(request, await tools.rules.refresh(), tools.parse), tools);
  }
}

/** @throws RULE_SET_CHANGED when a query was decided by rules that are not in force any more. */
async function decideAndAnswerInForce(parsed: Parsed, tools: RequestTools): Promise<Answered> {
  const answered = await decideAndAnswer(parsed, tools);
  requireInForce(parsed, tools);
  return answered;
}

function requireInForce({ operation, decider }: Parsed, { rules }: RequestTools): void {
  if (operation.operation === 'query' && rules.current() !== decider.ruleSet) throw requestError('RULE_SET_CHANGED');
}

async function decideAndAnswer(parsed: Parsed, tools: RequestTools): Promise<Answered> {
  const planned = await planOperation(authorize(parsed, tools.limits), tools.planner);
  if (planned.dryRun) return respondDryRun(planned);
  const intended = await recordIntent(planned, tools.evidence);
  const fetched = await executePlan(intended, tools.execute);
  requireInForce(parsed, tools);
  return respond(await recordAnswer(fetched, tools.evidence));
}
