import type { KeyObject } from 'node:crypto';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { versionOfFolder } from '@pasarela/schema/access/rule-documents';
import { ASSERTION_HEADER, type Assertion, signAssertion } from '@pasarela/schema/identity/assertion';
import { FETCH_HEADER, signFetch } from '@pasarela/schema/identity/fetch-signature';
import { keyFiles, readPrivateKey, readSecret } from '@pasarela/schema/identity/key-files';
import { tokenDigest } from '@pasarela/schema/identity/verify-token';
import type { HttpAnswer } from '../../federation/open-federation';
import type { Stage } from '../attack';

/** A fetch as the gateway would make it; every part can be replaced. */
export interface FetchParts {
  readonly subgraph: string;
  readonly token: string;
  readonly query: string;
  readonly variables?: unknown;
  /** What the assertion says, where it is not the truth. */
  readonly asserted?: Partial<Assertion>;
  readonly audience?: string;
  readonly gateway?: string;
  readonly assertionKey?: KeyObject;
  /** Milliseconds by which the assertion is older than now. */
  readonly assertedMsAgo?: number;
  readonly fetchedMsAgo?: number;
  /** The subgraph whose pairwise key signs the fetch. */
  readonly pairwiseOf?: string;
}

/** A request that can be sent to a subgraph, once or again. */
export interface DirectFetch {
  readonly subgraph: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const PAIRWISE_BYTES = 32;

/** Signs a fetch with the gateway's own keys, as a compromised gateway or a thief of its keys could. */
export async function fetchAsGateway(stage: Stage, parts: FetchParts): Promise<DirectFetch> {
  const body = JSON.stringify({ query: parts.query, variables: parts.variables });
  const now = Date.now() + stage.clock.aheadMs;
  const assertion = await assertionOf(stage, parts, new Date(now - (parts.assertedMsAgo ?? 0)));
  const pairwise = readSecret(
    keyFiles.pairwise(stage.dataDirectory, parts.pairwiseOf ?? parts.subgraph),
    PAIRWISE_BYTES,
  );
  const signature = signFetch(
    { assertion, body: Buffer.from(body) },
    pairwise,
    new Date(now - (parts.fetchedMsAgo ?? 0)),
  );
  const headers = {
    authorization: `Bearer ${parts.token}`,
    [ASSERTION_HEADER]: assertion,
    [FETCH_HEADER]: signature,
  };
  return { subgraph: parts.subgraph, headers, body };
}

async function assertionOf(stage: Stage, parts: FetchParts, at: Date): Promise<string> {
  const assertion: Assertion = {
    tokenDigest: tokenDigest(parts.token),
    purpose: 'MIGRATION_MANAGEMENT',
    ruleSetVersion: versionOfFolder(stage.rulesDirectory),
    decidedAt: at.getTime(),
    ...parts.asserted,
  };
  return signAssertion(assertion, {
    key: parts.assertionKey ?? readPrivateKey(keyFiles.gatewayPrivate(stage.dataDirectory)),
    gateway: parts.gateway ?? GATEWAY_NAME,
    subgraph: parts.audience ?? parts.subgraph,
    now: at,
  });
}

/** Sends a request straight to a subgraph, past the gateway. */
export async function sendDirect(
  { subgraphs }: Stage,
  { subgraph, headers, body }: DirectFetch,
): Promise<Pick<HttpAnswer, 'status' | 'text' | 'body'>> {
  const url = subgraphs.find(({ name }) => name === subgraph)?.url as string;
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) };
}
