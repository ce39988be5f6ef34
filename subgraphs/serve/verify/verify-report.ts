import type { IncomingHttpHeaders } from 'node:http';
import { requestError } from '@pasarela/schema/errors';
import { FETCH_HEADER, FetchVerifier } from '@pasarela/schema/identity/fetch-signature';
import { PURPOSES_WITH_CASE } from '@pasarela/schema/identity/purposes';
import { REPORT_HEADER, verifyReport, type WithheldReport } from '@pasarela/schema/identity/withheld-report';
import { single } from './single-header';
import type { SubgraphTrust } from './verify-request';

/** Verifies what a gateway reports to a subgraph: the gateway's word, and the signature of the body. */
export class ReportVerifier {
  private readonly fetches: FetchVerifier;

  constructor(
    private readonly subgraph: string,
    private readonly trust: Omit<SubgraphTrust, 'issuers'>,
    private readonly now: () => Date,
  ) {
    this.fetches = new FetchVerifier(trust.pairwiseKey, now);
  }

  /** INVARIANT: who asked is the gateway's word, so nothing is answered to it. @throws UNAUTHENTICATED, never why. */
  async verify(headers: IncomingHttpHeaders, body: Uint8Array): Promise<WithheldReport> {
    const assertion = single(headers[REPORT_HEADER]);
    const signature = single(headers[FETCH_HEADER]);
    if (!assertion || !signature || !this.fetches.verify(signature, { assertion, body }))
      throw requestError('UNAUTHENTICATED');
    const { gateway, gatewayKey: key } = this.trust;
    const options = { key, gateway, subgraph: this.subgraph, now: this.now() };
    const report = await verifyReport(assertion, options).catch(() => {
      throw requestError('UNAUTHENTICATED');
    });
    if (PURPOSES_WITH_CASE.includes(report.purpose) && report.caseReference === undefined)
      throw requestError('UNAUTHENTICATED');
    return report;
  }
}
