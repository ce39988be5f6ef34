import { Kind } from 'graphql';
import { TRAVELLER_LABELS } from '../testing/arbitrary-conditions';
import { KIND_LABELS } from '../testing/arbitrary-rules';
import { agreementOf, capOf, grantOf, ruleSetOf, subjectOf } from '../testing/rules';
import { conditionText } from './conditions/parse-condition';
import { decide } from './decide';
import type { DecidedOperation } from './decided-operation';
import { Decider } from './decider';
import { noticesOf, noticesOfField } from './notice';
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
    ['en', 'You see this because you opened the agreement'],
    ['es', 'Usted ve esto porque abrió el acuerdo'],
  ] as const)('what somebody opened, in %s', (language, reason) => {
    const glass = grantOf([ON], { id: 'GLASS', level: 'month', breakGlass: { hours: 4 } });
    const ruleSet = ruleSetOf({ labels: KIND_LABELS, grants: [glass] });
    const codes = (open: readonly string[]) =>
      noticesOfField(decide(ruleSet, { ...subjectOf(), open }, ON), 'on', ruleSet, language);
    expect(codes(['PAN:TEST-AGREEMENT'])).toEqual([
      expect.objectContaining({ code: 'LOWERED', level: 'month' }),
      expect.objectContaining({
        code: 'BREAK_GLASS',
        level: 'month',
        rule: 'GLASS',
        agreements: ['TEST-AGREEMENT'],
        reason: expect.stringContaining(reason),
        contact: "Panama's data protection officer",
      }),
    ]);
    expect(codes([]).map(({ code }) => code)).toEqual(['WITHHELD']);
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

describe('noticesOfField: what may differ from record to record', () => {
  const FIELD = 'Traveller.crossedOn';
  const suspect = conditionText.parse({ role: 'SUSPECT' });
  const minor = conditionText.parse({ minor: true });
  const noticesUnder = (grants: Grant[], caps: Cap[] = [], language: 'en' | 'es' = 'en') => {
    const ruleSet = ruleSetOf({ labels: TRAVELLER_LABELS, grants, caps });
    return noticesOfField(decide(ruleSet, subjectOf(), FIELD), 'people.@.crossedOn', ruleSet, language);
  };
  const capOn = (id: string, changes: Partial<Cap>) => capOf({ id, target: { coordinates: [FIELD] }, ...changes });
  const told = (grants: Grant[], caps: Cap[] = []) =>
    noticesUnder(grants, caps).map(({ code, level, rule }) => [code, level, rule]);

  it('a cap on some records: that it may hold, whatever the data', () => {
    expect(noticesUnder([grantOf([FIELD])], [capOn('G-SUSPECT', { when: suspect, source: 'Rule (ii)' })])).toEqual([
      {
        code: 'CONDITIONAL',
        coordinate: FIELD,
        path: 'people.@.crossedOn',
        level: 'none',
        rule: 'G-SUSPECT',
        agreements: ['TEST-AGREEMENT'],
        reason: expect.stringMatching(/^May be blank.*: It is a test\.$/),
        source: 'Rule (ii)',
        contact: "Panama's data protection officer",
      },
    ]);
  });

  it('a grant of some records: the grant, the level without it, and no source', () => {
    const [notice, ...more] = noticesUnder([grantOf([FIELD], { id: 'OF-SUSPECTS', when: suspect })]);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ code: 'CONDITIONAL', level: 'none', rule: 'OF-SUSPECTS', source: null });
    expect(notice?.reason).toBe('The agreement grants this field for some records only; it may be blank.');
  });

  it('in Spanish too', () => {
    const [ofCap, ofGrant] = noticesUnder(
      [grantOf([FIELD], { when: suspect })],
      [capOn('G-MINOR', { when: minor })],
      'es',
    );
    expect(ofCap?.reason).toMatch(/^Puede estar en blanco.*: Es una prueba\.$/);
    expect(ofGrant?.reason).toBe('El acuerdo concede este campo solo para algunos registros; puede estar en blanco.');
  });

  it('every rule that may hold, each with the least that a record may show under it', () => {
    const caps = [capOn('MONTH', { when: suspect, level: 'month' }), capOn('YEAR', { unless: minor, level: 'year' })];
    expect(told([grantOf([FIELD])], caps)).toEqual([
      ['CONDITIONAL', 'month', 'MONTH'],
      ['CONDITIONAL', 'year', 'YEAR'],
    ]);
    const some = grantOf([FIELD], { id: 'SOME', when: minor });
    expect(
      told([some, grantOf([FIELD], { level: 'year' })], [capOn('MONTH', { when: suspect, level: 'month' })]),
    ).toEqual([
      ['CONDITIONAL', 'year', 'MONTH'],
      ['CONDITIONAL', 'year', 'SOME'],
    ]);
  });

  it('what holds for all records and what holds for some are both told', () => {
    const caps = [capOn('ALWAYS', { level: 'month' }), capOn('SOMETIMES', { when: suspect })];
    expect(told([grantOf([FIELD])], caps)).toEqual([
      ['LOWERED', 'month', 'ALWAYS'],
      ['CONDITIONAL', 'none', 'SOMETIMES'],
    ]);
    expect(told([grantOf([FIELD], { level: 'year' })], [capOn('SOMETIMES', { when: suspect })])).toEqual([
      ['LOWERED', 'year', null],
      ['CONDITIONAL', 'none', 'SOMETIMES'],
    ]);
  });

  it('says nothing of a condition that the request settles', () => {
    const caps = [capOn('AUDIT-ONLY', { when: conditionText.parse({ $purpose: 'AUDIT' }) })];
    expect(told([grantOf([FIELD])], caps)).toEqual([]);
    const here = [capOn('HERE', { when: conditionText.parse({ $purpose: 'MIGRATION_MANAGEMENT' }) })];
    expect(told([grantOf([FIELD])], here)).toEqual([['WITHHELD', 'none', 'HERE']]);
  });
});

describe('noticesOf: rows', () => {
  const suspectsOnly = capOf({
    id: 'G-SUSPECTS',
    target: { rowsOf: ['PERSON'] },
    unless: conditionText.parse({ role: 'SUSPECT' }),
    source: 'Rule (iii)',
  });
  const ruleSet = ruleSetOf({ labels: TRAVELLER_LABELS, caps: [suspectsOnly] });
  const { caps } = new Decider(ruleSet, subjectOf()).rows('Traveller');
  const rowsAt = (...paths: string[]): DecidedOperation => ({
    selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
    fields: [],
    rows: paths.map((path) => ({ path, type: 'Traveller', caps })),
    withheldInputs: [],
    inputsRead: [],
    openedInputs: [],
    fetches: true,
  });

  it.each([
    ['en', 'Rows may be missing: It is a test.'],
    ['es', 'Pueden faltar filas: Es una prueba.'],
  ] as const)('may be missing by a rule, in %s', (language, reason) => {
    expect(noticesOf(rowsAt('people.@'), ruleSet, language)).toEqual([
      {
        code: 'ROWS_CONDITIONAL',
        coordinate: 'Traveller',
        path: 'people.@',
        level: 'none',
        rule: 'G-SUSPECTS',
        agreements: [],
        reason,
        source: 'Rule (iii)',
        contact: "Panama's data protection officer",
      },
    ]);
  });

  it('are told of once at each place', () => {
    const notices = noticesOf(rowsAt('people.@', 'page.edges.@.node', 'people.@'), ruleSet, 'en');
    expect(notices.map(({ path }) => path)).toEqual(['people.@', 'page.edges.@.node']);
  });
});
