import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { versionOfFolder } from '@pasarela/schema/access/rule-documents';
import { FETCH_HEADER, signFetch } from '@pasarela/schema/identity/fetch-signature';
import { keyFiles, readPrivateKey, readSecret } from '@pasarela/schema/identity/key-files';
import { REPORT_HEADER, signReport, type WithheldReport } from '@pasarela/schema/identity/withheld-report';
import { PAIRWISE_BYTES } from '@pasarela/scripts/development/development-keys';
import type { Stage } from '../attack';

/** A report as the gateway would make it. */
export interface ReportParts {
  readonly subgraph: string;
  readonly requester: WithheldReport['requester'];
  readonly body: object;
}

/** A message that can be sent to a subgraph's places. */
export interface SignedReport {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Signs a report with the gateway's own keys, as a compromised gateway could. */
export async function reportAsGateway(stage: Stage, parts: ReportParts): Promise<SignedReport> {
  const { subgraph, requester } = parts;
  const now = new Date(Date.now() + stage.clock.aheadMs);
  const ruleSetVersion = versionOfFolder(stage.rulesDirectory);
  const key = readPrivateKey(keyFiles.gatewayPrivate(stage.dataDirectory));
  const assertion = await signReport(
    { requester, purpose: 'MIGRATION_MANAGEMENT', ruleSetVersion, decidedAt: now.getTime() },
    { key, gateway: GATEWAY_NAME, subgraph, now },
  );
  const body = JSON.stringify(parts.body);
  const pairwise = readSecret(keyFiles.pairwise(stage.dataDirectory, subgraph), PAIRWISE_BYTES);
  const signature = signFetch({ assertion, body: Buffer.from(body) }, pairwise, now);
  return { headers: { [REPORT_HEADER]: assertion, [FETCH_HEADER]: signature }, body };
}
