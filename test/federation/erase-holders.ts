import { keyFiles, readSecret } from '@pasarela/schema/identity/key-files';
import { ID_KEY_BYTES } from '@pasarela/scripts/development/development-keys';
import { OpaqueIds } from '@pasarela/serve/domain/opaque-ids';
import type { OpenFederation } from './open-federation';

const PAGE = `query ($after: String) { permits(first: 100, after: $after, filter: { currentStage: DELIVERED }) {
  edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
const OPEN = `mutation ($input: OpenRegularizationRightsCaseInput!) {
  openRegularizationRightsCase(input: $input) { id version } }`;
const ERASE = `mutation ($id: ID!, $version: Int!) {
  recordRegularizationCorrection(case: $id, what: ERASED, expectedVersion: $version) { what batch } }`;
const OFFICE = { as: 'dpo.col', purpose: 'DATA_SUBJECT_RIGHTS' } as const;

/**
 * Has the office of Colombia erase people whose permit is delivered, over HTTP. They are gone with its next batch, a
 * Monday at 06:00 UTC. @param now the clock of the federation
 */
export async function eraseHolders(federation: OpenFederation, number: number, now: Date): Promise<void> {
  for (const record of (await deliveredPermits(federation, now)).slice(0, number)) {
    const receivedOn = now.toISOString().slice(0, 10);
    const input = { kind: 'RECLAMO', record, receivedOn, clientKey: `${record}.${receivedOn}` };
    const opened = await federation.ask({ ...OFFICE, query: OPEN, variables: { input } });
    const { id, version } = opened.body.data.openRegularizationRightsCase;
    const erased = await federation.ask({ ...OFFICE, query: ERASE, variables: { id, version } });
    if (erased.body.data?.recordRegularizationCorrection?.what !== 'ERASED') throw new Error('Nobody was erased.');
  }
}

/** The internal ids of permits that are delivered, which the owner alone can tell. */
async function deliveredPermits(federation: OpenFederation, now: Date): Promise<string[]> {
  const idKey = readSecret(keyFiles.ids(federation.dataDirectory, 'colombia-regularization'), ID_KEY_BYTES);
  const scope = { party: 'COL', purpose: 'MIGRATION_MANAGEMENT', now, agreementOf: () => 'COL:COL-DOMESTIC' } as const;
  const ids = new OpaqueIds(idKey, scope);
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const variables: Record<string, unknown> = { after };
    const { body } = await federation.ask({
      as: 'analyst.col',
      purpose: 'MIGRATION_MANAGEMENT',
      query: PAGE,
      variables,
    });
    const { edges, pageInfo } = body.data.permits;
    found.push(...edges.map(({ node }: { node: { id: string } }) => ids.open('Permit', node.id) as string));
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}
