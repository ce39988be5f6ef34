import { ENROLMENT_FORMAT, type Enrolment } from '../enrolment/enrolment';
import { thumbprintOf } from '../rule-bundles/root-keys';
import { BUNDLE_INSTANT, partyOf, type TestParty } from './rule-parties';

/** What a party says of itself when it joins; its issuer has a key of its own. */
export async function enrolmentOf({ party, key }: TestParty, changes: Partial<Enrolment> = {}): Promise<Enrolment> {
  const issuerKey = partyOf(party, `${party}, issuer`).key;
  return {
    format: ENROLMENT_FORMAT,
    party,
    name: { en: `Party ${party}`, es: `Parte ${party}` },
    contact: 'an officer',
    agencies: [{ code: 'PF', name: 'Polícia Federal' }],
    rootKey: { number: 1, key },
    issuer: {
      issuer: `https://identity.${party.toLowerCase()}.example/`,
      keys: [{ ...issuerKey, kid: await thumbprintOf(issuerKey) }],
    },
    subgraphs: [{ name: 'brazil-refuge', url: `https://data.${party.toLowerCase()}.example/graphql` }],
    schema: null,
    issuedAt: BUNDLE_INSTANT.toISOString(),
    ...changes,
  };
}
