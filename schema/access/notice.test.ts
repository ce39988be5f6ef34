import { KIND_LABELS } from '../testing/arbitrary-rules';
import { agreementOf, capOf, grantOf, ruleSetOf, subjectOf } from '../testing/rules';
import { decide } from './decide';
import { noticesOfField } from './notice';
import type { Cap, Grant } from './rule';

const ON = 'Crossing.on';

function noticeUnder(grants: Grant[], caps: Cap[] = [], language: 'en' | 'es' = 'en') {
  const ruleSet = ruleSetOf({ labels: KIND_LABELS, grants, caps });
  return noticesOfField(decide(ruleSet, subjectOf(), ON), 'people.@.on', ruleSet, language)[0];
}

const monthCap = capOf({ id: 'G-DATES', target: { coordinates: [ON] }, level: 'month', source: 'Rule (i)' });

describe('noticesOfField', () => {
  it('says nothing of what is shown in full', () => {
    expect(noticeUnder([grantOf([ON])])).toBeUndefined();
  });

  it.each([
    ['en', 'No agreement grants this field to your party, role and purpose.'],
    ['es', 'Ningún acuerdo concede este campo a su parte, función y finalidad.'],
  ] as const)('what no agreement grants, in %s', (language, reason) => {
    expect(noticeUnder([], [], language)).toEqual({
      code: 'WITHHELD',
      coordinate: ON,
      path: 'people.@.on',
      level: 'none',
      rule: null,
      agreements: [],
      reason,
      source: null,
      contact: "Panama's data protection officer",
    });
  });

  it.each([
    ['en', 'The agreement grants this field at the level "year" only.'],
    ['es', 'El acuerdo concede este campo solo al nivel «year».'],
  ] as const)('what an agreement grants lower, in %s', (language, reason) => {
    const agreement = agreementOf({ id: 'EXCHANGE' });
    expect(noticeUnder([grantOf([ON], { level: 'year', agreement })], [], language)).toMatchObject({
      code: 'LOWERED',
      level: 'year',
      rule: null,
      agreements: ['EXCHANGE'],
      reason,
    });
  });

  it.each([
    ['en', 'It is a test.'],
    ['es', 'Es una prueba.'],
  ] as const)('what a cap lowers: its rule, reason and source, in %s', (language, reason) => {
    expect(noticeUnder([grantOf([ON])], [monthCap], language)).toMatchObject({
      code: 'LOWERED',
      level: 'month',
      rule: 'G-DATES',
      agreements: ['TEST-AGREEMENT'],
      reason,
      source: 'Rule (i)',
    });
  });

  it('what a cap withholds', () => {
    const notice = noticeUnder([grantOf([ON])], [capOf({ target: { coordinates: [ON] } })]);
    expect(notice).toMatchObject({ code: 'WITHHELD', level: 'none', rule: 'TEST-CAP', agreements: [] });
  });

  it('has no contact for a field that nobody owns', () => {
    const ruleSet = ruleSetOf({ labels: KIND_LABELS });
    expect(noticesOfField(decide(ruleSet, subjectOf(), 'Lost.x'), 'x', ruleSet, 'en')[0]).toMatchObject({
      contact: null,
    });
  });
});
