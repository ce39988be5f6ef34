import { OpaqueIds } from '../domain/opaque-ids';
import { testIdKey } from '../testing/serve-context';
import { receivedKeys } from './received-keys';

const AGREEMENT = 'USA:NETWORKS';
const RULES = { agreements: [], labels: { fields: new Map() } } as never;
const PERSON = { type: 'CasePerson', id: 'person-1' };
const FIELD = 'CasePerson.pseudonym';
const leafWith = (lowered: string[]) =>
  ({
    time: '2026-01-15T12:00:00.000Z',
    requester: { party: 'PAN', agency: 'MINISTERIO_PUBLICO', id: 'somebody', roles: ['INVESTIGATOR'] },
    purpose: 'ENFORCEMENT',
    caseReference: 'CASE-1',
    ruleSetVersion: '1',
    agreements: [AGREEMENT],
    disclosed: ['CasePerson.sex'],
    lowered: lowered.map((coordinate) => ({ coordinate, level: 'pseudonym', rule: null })),
    counts: { 'CasePerson.sex': 1, [FIELD]: 1 },
    records: [],
  }) as never;
const ids = new OpaqueIds(testIdKey(), {
  party: 'PAN',
  purpose: 'ENFORCEMENT',
  now: new Date('2026-02-01T00:00:00Z'),
  agreementOf: () => AGREEMENT,
});
const options = { idKey: testIdKey(), ruleSet: RULES };

describe('the key under which a recipient was given a record', () => {
  it('is its opaque id, unless the domain says otherwise', () => {
    expect(receivedKeys(PERSON, leafWith([]), options)).toEqual([ids.seal('CasePerson', 'person-1')]);
  });

  it('is the pseudonym of a field where others know it by that, and none where they were not told it', () => {
    const keyed = { ...options, keyField: FIELD };
    expect(receivedKeys(PERSON, leafWith([FIELD]), keyed)).toEqual([ids.seal('Pseudonym', 'person-1')]);
    expect(receivedKeys(PERSON, leafWith(['CasePerson.documentNumber']), keyed)).toEqual([]);
  });
});
