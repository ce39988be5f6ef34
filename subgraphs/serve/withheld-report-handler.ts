import { DeciderCache } from '@pasarela/schema/access/decider';
import { requireKnownParty } from '@pasarela/schema/access/known-party';
import { RequestError, requestError } from '@pasarela/schema/errors';
import { z } from 'zod';
import { recordReport } from './evidence/record-report';
import { faultDetails } from './fault-details';
import { withheldCoordinates, withheldFields } from './oversight/withheld-fields';
import { sameRules } from './same-rules';
import { refusal, requestIdOf, type SubgraphAnswer, type SubgraphOptions } from './subgraph-handler';
import { ReportVerifier } from './verify/verify-report';

/** What a withheld report needs of what a subgraph runs on: no data, and no rights in it. */
type ReportOptions = Pick<SubgraphOptions, 'definition' | 'trust' | 'rules' | 'evidence' | 'log' | 'now'>;

const HEARD: SubgraphAnswer = { status: 204, text: '', code: undefined };

const reported = z.strictObject({ withheld: withheldCoordinates.min(1) });

/**
 * Hears what a gateway withheld in requests of which nothing is fetched here: verify, decide again, record.
 * INVARIANT: there is nothing in an answer but that it was heard.
 */
export class WithheldReportHandler {
  private readonly verifier: ReportVerifier;
  private readonly deciders = new DeciderCache();
  private readonly now: () => Date;

  constructor(private readonly options: ReportOptions) {
    this.now = options.now ?? (() => new Date());
    this.verifier = new ReportVerifier(options.definition.name, options.trust, this.now);
  }

  async answer(headers: Parameters<ReportVerifier['verify']>[0], body: Buffer): Promise<SubgraphAnswer> {
    const requestId = requestIdOf(headers['x-request-id']);
    try {
      await this.hear(requestId, headers, body);
      return HEARD;
    } catch (error) {
      if (!(error instanceof RequestError)) this.options.log.warn({ requestId, ...faultDetails(error) }, 'fault');
      const answer = refusal(error instanceof RequestError ? error : requestError('INTERNAL', { requestId }));
      this.options.log.write({ requestId, status: answer.status, ...(answer.code && { code: answer.code }) });
      return answer;
    }
  }

  /** Of fields that are another owner's nothing is recorded. */
  private async hear(requestId: string, headers: Parameters<ReportVerifier['verify']>[0], body: Buffer): Promise<void> {
    const { definition, evidence, rules } = this.options;
    const { requester, ...assertion } = await this.verifier.verify(headers, body);
    const ruleSet = await sameRules(assertion.ruleSetVersion, rules);
    requireKnownParty(requester, ruleSet);
    const { purpose, caseReference } = assertion;
    const subject = { requester, purpose, at: this.now().getTime(), caseGiven: caseReference !== undefined };
    const owner = definition.party;
    const withheld = withheldFields(coordinatesIn(body), owner, this.deciders.for(ruleSet, subject));
    const request = { requestId, requester, assertion, now: this.now };
    if (withheld.length > 0) await recordReport(evidence, request, { owner, withheld });
  }
}

function coordinatesIn(body: Buffer): readonly string[] {
  try {
    return reported.parse(JSON.parse(body.toString('utf8'))).withheld;
  } catch {
    throw requestError('BAD_REQUEST');
  }
}
