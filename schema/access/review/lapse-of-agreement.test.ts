import { KIND_FIELDS, KIND_LABELS } from '../../testing/arbitrary-rules';
import { agreementOf, capOf, grantOf, ruleSetOf } from '../../testing/rules';
import type { Cap, Grant } from '../rule';
import { lapseOfAgreement } from './lapse-of-agreement';

const { date: DATE, count: COUNT } = KIND_FIELDS;
const ENDS = Date.parse('2026-06-01T00:00:00Z');
const agreement = agreementOf({ id: 'ENDING', to: ENDS });
const ending = (coordinate: string, parties: readonly string[], changes: Partial<Grant> = {}) =>
  grantOf([coordinate], {
    id: `ENDING-${coordinate}`,
    agreement,
    audience: { parties, roles: ['ANALYST'] },
    ...changes,
  });
const lapse = (grants: readonly Grant[], { party, caps = [] }: { party?: string; caps?: readonly Cap[] } = {}) =>
  lapseOfAgreement(ruleSetOf({ labels: KIND_LABELS, grants, caps }), agreement, party).map(
    ({ coordinates, parties, before, after, change }) => [coordinates, parties, before, after, change],
  );

describe('lapseOfAgreement', () => {
  it('says which fields go with it, and whose', () => {
    expect(lapse([ending(DATE, ['COL', 'USA']), ending(COUNT, ['COL'])])).toEqual([
      [[COUNT], ['COL'], 'exact', 'none', 'LOSES'],
      [[DATE], ['COL', 'USA'], 'full', 'none', 'LOSES'],
    ]);
  });

  it('says what one party loses', () => {
    const grants = [ending(DATE, ['COL', 'USA']), ending(COUNT, ['COL'])];
    expect(lapse(grants, { party: 'USA' })).toEqual([[[DATE], ['USA'], 'full', 'none', 'LOSES']]);
    expect(lapse(grants, { party: 'PAN' })).toEqual([]);
  });

  it('leaves out what another agreement still shows, and says how much less it shows', () => {
    const other = (level: string, from: number) =>
      grantOf([DATE], { agreement: agreementOf({ id: 'OTHER', from }), level, audience: { parties: ['COL'] } });
    expect(lapse([ending(DATE, ['COL']), other('full', 0)])).toEqual([]);
    expect(lapse([ending(DATE, ['COL']), other('full', ENDS)])).toEqual([]);
    expect(lapse([ending(DATE, ['COL']), other('month', ENDS)])).toEqual([[[DATE], ['COL'], 'full', 'month', 'LOSES']]);
    expect(lapse([ending(DATE, ['COL']), other('full', ENDS + 1)])).toEqual([
      [[DATE], ['COL'], 'full', 'none', 'LOSES'],
    ]);
  });

  it('leaves out what a cap withholds anyway, what others end, and what only gains', () => {
    const cap = capOf({ target: { coordinates: [DATE] } });
    expect(lapse([ending(DATE, ['COL'])], { caps: [cap] })).toEqual([]);
    const another = agreementOf({ id: 'ANOTHER', to: ENDS });
    expect(lapse([grantOf([DATE], { agreement: another })])).toEqual([]);
    const sameName = agreementOf({ id: 'ENDING', owner: 'COL', to: ENDS });
    expect(lapse([grantOf([DATE], { agreement: sameName })])).toEqual([]);
    const wider = grantOf([DATE], { agreement: agreementOf({ from: ENDS }) });
    expect(lapse([ending(DATE, ['COL'], { level: 'month' }), wider])).toEqual([]);
  });
});
