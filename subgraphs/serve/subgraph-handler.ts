import { randomUUID } from 'node:crypto';
import { levelOn } from '@pasarela/schema/access/decide';
import { agreementName, type Decider, DeciderCache } from '@pasarela/schema/access/decider';
import { requireKnownParty } from '@pasarela/schema/access/known-party';
import { refuseRevoked } from '@pasarela/schema/access/revocations/refuse-revoked';
import type { RuleSource } from '@pasarela/schema/access/rule-source';
import { RequestError, requestError } from '@pasarela/schema/errors';
import type { OwnersLeaf } from '@pasarela/schema/evidence/recording/evidence-header';
import { heldTogether, PURPOSES_APART } from '@pasarela/schema/identity/purposes';
import { OWNER_JOINT } from '@pasarela/schema/labels/label';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import { OpaqueIds } from './domain/opaque-ids';
import { RequestLoaders } from './domain/request-loaders';
import { isSeeded } from './domain/seed-domain';
import type { DomainService, SubgraphDefinition } from './domain/subgraph-definition';
import { AnswerContributors } from './evidence/answer-contributors';
import { DisclosedRecords } from './evidence/disclosed-records';
import { FetchEvidence, type FetchOfEvidence } from './evidence/fetch-evidence';
import type { OwnerEvidence } from './evidence/owner-evidence';
import { executeOperation, type OperationContext, type OperationReply } from './execute-operation';
import { faultDetails } from './fault-details';
import { withheldCoordinates, withheldFields } from './oversight/withheld-fields';
import type { RequestLog } from './request-log';
import type { RightsDesk } from './rights/rights-desk';
import type { RuleEngines } from './rule-engines';
import { sameRules } from './same-rules';
import type { StatisticsDesk } from './statistics/statistics-desk';
import { RequestVerifier, type SubgraphTrust, type VerifiedRequest } from './verify/verify-request';

/** What a subgraph runs on. */
export interface SubgraphOptions {
  readonly definition: SubgraphDefinition;
  readonly connection: Connection;
  readonly service?: DomainService;
  readonly rules: RuleSource;
  readonly trust: SubgraphTrust;
  /** 64 bytes for opaque ids, the owner's own. */
  readonly idKey: Uint8Array;
  readonly log: RequestLog;
  readonly evidence: OwnerEvidence;
  readonly rights?: RightsDesk | undefined;
  readonly statistics?: StatisticsDesk | undefined;
  readonly now?: () => Date;
  readonly maxReplyBytes?: number;
}

/** An answer as it leaves: status, the body's text, and the code of its first error. */
export interface SubgraphAnswer {
  readonly status: number;
  readonly text: string;
  readonly code: string | undefined;
  /** The leaf of the owner's log under which it stands; undefined where nothing goes out. */
  readonly leaf?: OwnersLeaf | undefined;
}

/** What an operation is decided and answered with, before anything of it is. */
type DecidedContext = Omit<OperationContext, 'disclosed' | 'contributors' | 'evidence'>;

const MAX_REPLY_BYTES = 8_000_000;

const operationRequest = z.object({
  query: z.string(),
  variables: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((value) => value ?? undefined),
  operationName: z
    .string()
    .nullish()
    .transform((value) => value ?? undefined),
  extensions: z.object({ withheld: withheldCoordinates.default([]) }).default({ withheld: [] }),
});

/** Answers the requests of one subgraph: verify, decide again, execute, bound, log. */
export class SubgraphHandler {
  private readonly verifier: RequestVerifier;
  private readonly deciders = new DeciderCache();
  private readonly now: () => Date;
  private readonly isJoint: boolean;

  constructor(
    private readonly options: SubgraphOptions,
    private readonly engines: RuleEngines,
  ) {
    this.now = options.now ?? (() => new Date());
    this.verifier = new RequestVerifier(options.definition.name, options.trust, this.now);
    this.isJoint = options.definition.party === OWNER_JOINT;
  }

  async ready(): Promise<boolean> {
    return isSeeded(this.options.definition, this.options.connection).catch(() => false);
  }

  async answer(headers: Parameters<RequestVerifier['verify']>[0], body: Buffer): Promise<SubgraphAnswer> {
    const requestId = requestIdOf(headers['x-request-id']);
    let verified: VerifiedRequest | undefined;
    let context: OperationContext | undefined;
    try {
      verified = await this.verifier.verify(headers, body);
      await this.options.rights?.settleBeforeAnswer();
      const disclosed = new DisclosedRecords();
      const contributors = this.isJoint ? new AnswerContributors() : undefined;
      const evidence = this.evidenceOf(verified, { requestId, records: disclosed, contributors });
      context = { ...(await this.context(verified)), disclosed, contributors, evidence };
      const engine = await this.engines.for(context.decider.ruleSet);
      const operation = parseBody(body);
      evidence.cutOut(withheldFields(operation.extensions.withheld, this.options.definition.party, context.decider));
      const { reply, text } = this.bounded(await executeOperation(engine, operation, context));
      // INVARIANT: nothing goes out that is not in the owner's log, on the disk.
      const leaf = await evidence.after(reply.body, text);
      const answer = { status: reply.status, text, code: codeOf(reply.body), leaf };
      this.log(requestId, answer, verified, context);
      return answer;
    } catch (error) {
      if (!(error instanceof RequestError)) this.options.log.warn({ requestId, ...faultDetails(error) }, 'fault');
      const answer = refusal(error instanceof RequestError ? error : requestError('INTERNAL', { requestId }));
      this.log(requestId, answer, verified, context);
      return answer;
    }
  }

  /** INVARIANT: decided with the owner's own copy of the rules; a gateway on other rules decides again first. */
  private async context({ requester, assertion }: VerifiedRequest): Promise<DecidedContext> {
    const ruleSet = await sameRules(assertion.ruleSetVersion, this.options.rules);
    requireKnownParty(requester, ruleSet);
    refuseRevoked(requester, ruleSet);
    const now = this.now();
    const { purpose, caseReference } = assertion;
    const subject = { requester, purpose, at: now.getTime(), caseGiven: caseReference !== undefined };
    const decider = this.deciders.for(ruleSet, subject);
    return {
      ...decisionsOf(decider),
      requester,
      purpose,
      caseReference,
      now,
      decider,
      decided: [],
      loaders: new RequestLoaders(),
      ids: new OpaqueIds(this.options.idKey, {
        party: requester.party,
        purpose,
        now,
        agreementOf: (type) => decider.agreementOf(type),
      }),
      ownerEvidence: this.options.evidence,
      connection: this.options.connection,
      service: this.options.service,
      rights: this.options.rights,
      statistics: this.options.statistics,
    };
  }

  private evidenceOf(
    verified: VerifiedRequest,
    { requestId, records, contributors }: Pick<FetchOfEvidence, 'requestId' | 'records' | 'contributors'>,
  ): FetchEvidence {
    return new FetchEvidence(this.options.evidence, { ...verified, requestId, now: this.now, records, contributors });
  }

  /** A reply and its text; the refusal of one that is too large. */
  private bounded(reply: OperationReply): { reply: OperationReply; text: string } {
    const max = this.options.maxReplyBytes ?? MAX_REPLY_BYTES;
    const text = JSON.stringify(reply.body);
    if (text.length <= max) return { reply, text };
    const refused = refusal(requestError('REPLY_TOO_LARGE', { max }));
    return { reply: { status: refused.status, body: JSON.parse(refused.text) }, text: refused.text };
  }

  private log(
    requestId: string,
    { status, code }: SubgraphAnswer,
    verified: VerifiedRequest | undefined,
    context: OperationContext | undefined,
  ): void {
    this.options.log.write({
      requestId,
      status,
      ...(code && { code }),
      ...(verified && {
        party: verified.requester.party,
        agency: verified.requester.agency,
        purpose: verified.assertion.purpose,
        ...(heldTogether(verified.requester.purposes).length > 0 && { heldTogether: PURPOSES_APART }),
        ...(verified.assertion.caseReference && { caseReference: verified.assertion.caseReference }),
        ruleSetVersion: verified.assertion.ruleSetVersion,
      }),
      ...(context?.decided.length && { coordinates: context.decided.map(({ decision }) => decision.coordinate) }),
    });
  }
}

/** What resolvers may ask of the decisions of one request. */
function decisionsOf(decider: Decider) {
  return {
    level: (coordinate: string) => decider.decide(coordinate).level,
    levelOn: (coordinate: string, record: object | undefined) => levelOn(decider.decide(coordinate), record),
    agreementOf: (coordinate: string) => agreementName(decider.decide(coordinate).agreements),
    existing: (type: string) => decider.rows(type).exist.filter,
    exists: (type: string, record: object | undefined) => decider.rows(type).exist.holds(record),
  };
}

/** The gateway's id of a request; whatever else stands there is not kept. */
export const requestIdOf = (given: unknown): string =>
  typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();

const codeOf = (body: OperationReply['body']) => body.errors?.[0]?.extensions?.code as string | undefined;

/** The answer that a refusal of the catalogue gives. */
export function refusal({ status, code, message, details }: RequestError): SubgraphAnswer {
  return { status, code, text: JSON.stringify({ errors: [{ message, extensions: { code, details } }] }) };
}

function parseBody(body: Buffer) {
  try {
    return operationRequest.parse(JSON.parse(body.toString('utf8')));
  } catch {
    throw requestError('BAD_REQUEST');
  }
}
