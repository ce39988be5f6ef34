import { developmentIssuerUrl } from '@pasarela/scripts/development/personas';
import type { Attack, Stage } from '../attack';
import { fetchAsGateway, sendDirect } from '../forge/gateway-fetch';
import { changeRules, withRules } from '../rule-changes';

const FILE = 'revocations/pan.yaml';
const QUESTION = { purpose: 'STATISTICS', query: '{ __typename }' } as const;
const FETCHED = { as: 'analyst.usa', purpose: 'STATISTICS', query: '{ taskForceResults { measure } }' } as const;

const revoking = (what: string): string => `revocations: PAN-REVOCATIONS\nowner: PAN\n${what}\n`;
const PERSON = revoking('persons: [{ person: analyst.pan }]');
const STOLEN_TOKEN = revoking("persons: [{ person: analyst.pan, tokensBefore: '2100-01-01T00:00:00Z' }]");
const KEY = revoking(`keys: [{ issuer: '${developmentIssuerUrl('PAN')}', key: development-PAN }]`);

/** Somebody of Panama, at the gateway and straight at a subgraph. */
async function answersOf(stage: Stage, as: string): Promise<Array<number | undefined>> {
  const token = await stage.token(as);
  const atGateway = await stage.ask({ as, ...QUESTION });
  const fetch = await fetchAsGateway(stage, { subgraph: 'usa-smuggling-cases', token, query: '{ __typename }' });
  return [atGateway.status, (await sendDirect(stage, fetch)).status];
}

/** With a token that was valid a moment ago. */
async function goOnWhenRevoked(stage: Stage): Promise<void> {
  await withRules(stage, { file: FILE, question: FETCHED }, async () => {
    expect(await answersOf(stage, 'analyst.pan')).toEqual([200, 200]);
    for (const text of [PERSON, STOLEN_TOKEN, KEY]) {
      await changeRules(stage, FILE, text);
      await stage.ask(FETCHED);
      expect(await answersOf(stage, 'analyst.pan')).toEqual([401, 401]);
    }
  });
}

/** The attack of threat 53. */
export const attacks: readonly Attack[] = [
  {
    number: 53,
    title: 'a revoked person, a stolen token and a revoked key are refused, by the gateway and by each owner',
    on: 'product',
    guards: ['revokedAccess'],
    run: goOnWhenRevoked,
  },
];
