import { cp, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { openFederation } from '../../federation/open-federation';
import { fixtureSightings } from '../../fixtures/sightings';
import { sightingsContract, sightingsRules } from '../../fixtures/sightings/open-sightings';
import type { Attack, Stage } from '../attack';
import { fetchAsGateway, sendDirect } from '../forge/gateway-fetch';

const USA = { as: 'analyst.usa', purpose: 'MIGRATION_MANAGEMENT' } as const;
const NAMES = ['{ __typename }', '{ __schema { queryType { fields { name } } } }', '{ sightings { day } }'];

/** The issuer of a state that left the exchange is still known, and vouches for its people. */
async function speakForNoParty({ dataDirectory }: Stage): Promise<void> {
  const rulesDirectory = await mkdtemp(path.join(dataDirectory, 'left-'));
  await cp(sightingsRules, rulesDirectory, { recursive: true });
  await rm(path.join(rulesDirectory, 'parties', 'usa.yaml'));
  const definitions = [fixtureSightings];
  const federation = await openFederation({ definitions, contract: sightingsContract(), rulesDirectory, scale: 0.005 });
  const stage = { ...federation, clock: { aheadMs: 0 } };
  try {
    for (const query of NAMES) {
      const { status, body } = await federation.ask({ ...USA, query });
      expect([query, status, body.errors?.[0].extensions.code, body.data]).toEqual([query, 403, 'NO_PARTY', undefined]);
    }
    const token = await federation.token(USA.as);
    const subgraph = fixtureSightings.name;
    const direct = await sendDirect(stage, await fetchAsGateway(stage, { subgraph, token, query: '{ __typename }' }));
    expect([direct.status, direct.body.data]).toEqual([403, undefined]);
  } finally {
    await federation.close();
    await rm(rulesDirectory, { recursive: true });
  }
}

/** The attack of threat 54 by a state that is no party. */
export const attacks: readonly Attack[] = [
  {
    number: 54,
    title: 'a state that is no party gets nothing, though its issuer is known',
    on: 'sightings',
    guards: ['knownParty'],
    run: speakForNoParty,
  },
];
