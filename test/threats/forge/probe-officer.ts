import { randomUUID } from 'node:crypto';
import { emptyToken } from '@pasarela/joint-identity/probe-tokens';
import type { HttpAnswer } from '../../federation/open-federation';
import type { Stage } from '../attack';
import { signedToken } from './token';

/** Something that a border officer of the United States asks, for one case. */
export interface OfficerQuestion {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** The case as the header names it. */
  readonly caseReference: string;
}

/** The officer's token: the United States' own issuer makes it. */
export const officerToken = (stage: Stage): string =>
  signedToken(stage, 'USA', {
    claims: { sub: 'border.usa', roles: ['BORDER_OFFICER'], purposes: ['MIGRATION_MANAGEMENT'] },
  });

/** Asks the gateway as the officer. */
export const askAsOfficer = (stage: Stage, { query, variables, caseReference }: OfficerQuestion): Promise<HttpAnswer> =>
  stage.ask({
    purpose: 'MIGRATION_MANAGEMENT',
    query,
    ...(variables && { variables }),
    headers: { authorization: `Bearer ${officerToken(stage)}`, 'x-case-reference': caseReference },
  });

/** The identity check of a target whom nobody enrolled. */
export const SEND = 'mutation ($input: IdentityProbeInput!) { probeIdentity(input: $input) { ticket hit } }';
/** The reply to a check, by its ticket. */
export const REPLY = 'query ($ticket: ID!) { identityProbe(ticket: $ticket) { ticket result hit } }';
/** What was given after a hit. */
export const DETAILS = 'query ($hit: ID!) { identityDetails(hit: $hit) { hit subject nationality } }';

/** A valid input of a check; each part can be replaced by another one. */
export const probeInput = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  askedParty: 'PAN',
  tokens: [emptyToken(), emptyToken()],
  clientKey: randomUUID(),
  ...changes,
});

/** Sends a check and gives its ticket and hit, of which there is something to be found by now. */
export async function sentProbe(stage: Stage, caseReference: string): Promise<{ ticket: string; hit: string }> {
  const { body } = await askAsOfficer(stage, { query: SEND, variables: { input: probeInput() }, caseReference });
  expect(body.errors).toBeUndefined();
  return body.data.probeIdentity;
}
