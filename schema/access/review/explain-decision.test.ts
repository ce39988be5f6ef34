import fc from 'fast-check';
import { TRAVELLER_LABELS } from '../../testing/arbitrary-conditions';
import { anyAskerOfPart, anyPart, ruleSetOfPart } from '../../testing/arbitrary-parts';
import { labelsOf } from '../../testing/labels';
import { capOf, grantOf, ruleSetOf, subjectOf } from '../../testing/rules';
import { decide } from '../decide';
import { Decider } from '../decider';
import { levelAt, rankOf, topRank } from '../levels';
import type { Cap, Grant } from '../rule';
import { explainDecision } from './explain-decision';

const LABELS = labelsOf(`
  type Query @owner(party: "PAN") { travellers: [Traveller!] @sensitivity(as: OPERATIONAL) }
  type Traveller @owner(party: "PAN") @key(fields: "id") @record(of: PERSON)
    @attribute(name: "nationality", type: STRING, as: PERSONAL) {
    id: ID! @sensitivity(as: OPERATIONAL)
    on: PartialDate @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    month: PartialDate @sensitivity(as: PERSONAL) @about(subjects: [NONE]) @requires(fields: "on")
    dataset: String @sensitivity(as: PUBLIC)
    page: Page @sensitivity(as: OPERATIONAL)
  }
  type Page @structural { size: Int }
`);
const FIELD = 'Traveller.on';
const VENEZUELAN = { kind: 'comparison', subject: 'nationality', operator: 'in', operands: ['VEN'] } as const;
const WITH_CASE = { kind: 'comparison', subject: '$caseGiven', operator: 'in', operands: [true] } as const;

interface Asked {
  readonly grants?: readonly Grant[];
  readonly caps?: readonly Cap[];
  readonly field?: string;
  readonly party?: string;
}
const explain = ({ grants = [], caps = [], field = FIELD, party = 'COL' }: Asked) =>
  explainDecision(ruleSetOf({ labels: LABELS, grants, caps }), subjectOf({ party }), field);
const capOn = (changes: Partial<Cap> = {}) => capOf({ target: { coordinates: [FIELD] }, level: 'month', ...changes });

describe('explainDecision: rules', () => {
  it('tells every rule that speaks of the field, and the sum', () => {
    const grants = [grantOf([FIELD], { id: 'A' }), grantOf([FIELD], { id: 'B', level: 'month' })];
    const caps = [capOn({ id: 'C', guardrails: 'G', owner: 'PAN' })];
    const { rules, arithmetic, level, conditional, besides } = explain({ grants, caps });
    expect(arithmetic).toBe('min( max(full, month), min(month) ) = month');
    expect({ level, conditional, besides }).toEqual({ level: 'month', conditional: false, besides: [] });
    const common = { owner: 'PAN', applies: true, onSomeRecords: false, because: null };
    expect(rules).toEqual([
      { ...common, rule: 'A', within: 'TEST-AGREEMENT', does: 'GRANTS', level: 'full' },
      { ...common, rule: 'B', within: 'TEST-AGREEMENT', does: 'GRANTS', level: 'month' },
      { ...common, rule: 'C', within: 'G', does: 'CAPS', level: 'month' },
    ]);
  });

  it('leaves out of the sum what does not apply, and says why', () => {
    const grants = [grantOf([FIELD]), grantOf([FIELD], { purposes: ['AUDIT'] })];
    const { rules, arithmetic } = explain({ grants, caps: [capOn({ scope: 'CROSSING' })], party: 'PAN' });
    expect(rules.map(({ because }) => because)).toEqual([null, 'OTHER_PURPOSE', 'NOT_CROSSING']);
    expect(arithmetic).toBe('max(full) = full');
  });

  it('leaves out rules of other fields', () => {
    expect(explain({ grants: [grantOf(['Traveller.dataset'])] }).rules).toEqual([]);
  });

  it('says that nothing is granted, whatever caps there are', () => {
    expect(explain({ caps: [capOn()] })).toMatchObject({ level: 'none', arithmetic: 'nothing granted: none' });
  });

  it('says what is published', () => {
    const caps = [capOf({ target: { coordinates: ['Traveller.dataset'] } })];
    expect(explain({ field: 'Traveller.dataset' }).arithmetic).toBe('max(full (PUBLIC)) = full');
    expect(explain({ field: 'Traveller.dataset', caps }).arithmetic).toBe(
      'min( max(full (PUBLIC)), min(none) ) = none',
    );
  });
});

describe('explainDecision: conditions', () => {
  it('tells what applies to some records only', () => {
    const caps = [capOn({ unless: VENEZUELAN })];
    const { rules, arithmetic, conditional } = explain({ grants: [grantOf([FIELD], { when: VENEZUELAN })], caps });
    expect(rules.map(({ applies, onSomeRecords }) => [applies, onSomeRecords])).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(arithmetic).toBe('min( max(full on some records), min(month on some records) ) = full');
    expect(conditional).toBe(true);
  });

  it('tells what can be true of no record, and what spares all', () => {
    const caps = [capOn({ when: WITH_CASE })];
    const { rules } = explain({ grants: [grantOf([FIELD], { when: WITH_CASE })], caps });
    expect(rules.map(({ applies, because }) => [applies, because])).toEqual([
      [false, 'NEVER_TRUE'],
      [false, 'SPARES_ALL'],
    ]);
  });
});

describe('explainDecision: what else there is', () => {
  it('says what a field is computed from, where that is not shown in full', () => {
    const grants = [grantOf(['Traveller.month']), grantOf([FIELD], { level: 'month' })];
    expect(explain({ grants, field: 'Traveller.month' })).toMatchObject({
      level: 'month',
      arithmetic: 'max(full) = full',
      besides: ['computed from Traveller.on, which is month'],
    });
    const full = [grantOf(['Traveller.month']), grantOf([FIELD])];
    expect(explain({ grants: full, field: 'Traveller.month' })).toMatchObject({ level: 'full', besides: [] });
    const sometimes = [grantOf(['Traveller.month']), grantOf([FIELD], { when: VENEZUELAN })];
    expect(explain({ grants: sometimes, field: 'Traveller.month' })).toMatchObject({
      level: 'none',
      besides: ['computed from Traveller.on, which is full on some records only'],
    });
  });

  it('says that a field is withheld since it brings rows that do not exist', () => {
    const caps = [capOf({ id: 'HIDES', target: { rows: ['Traveller'] } })];
    expect(explain({ grants: [grantOf(['Query.travellers'])], caps, field: 'Query.travellers' })).toMatchObject({
      level: 'none',
      arithmetic: 'max(full) = full',
      besides: ['no rows of Traveller exist, by HIDES'],
    });
  });

  it.each([
    ['Traveller.ghost', 'COL', 'the field is unknown, so it is withheld'],
    [FIELD, 'BRA', 'BRA is no party to the exchange, so everything is withheld'],
    ['Traveller.dataset', 'constructor', 'constructor is no party to the exchange, so everything is withheld'],
    ['Page.size', 'COL', 'the field follows the field that returns it; no rule speaks of it'],
    ['Traveller.id', 'COL', 'the field is a key: whoever gets the row gets it'],
  ])('%s for %s: %s', (field, party, reason) => {
    const grants = [grantOf([FIELD], { audience: {} })];
    const { level, arithmetic, besides } = explain({ grants, field, party });
    expect({ level, arithmetic, besides }).toEqual({
      level: 'none',
      arithmetic: 'nothing granted: none',
      besides: [reason],
    });
  });
});

describe('explainDecision: the law', () => {
  it('its level is the one that is enforced, and its rules that apply come to the level of the formula', () => {
    let granted = 0;
    fc.assert(
      fc.property(
        anyPart,
        anyAskerOfPart,
        fc.constantFrom('Traveller.sex', 'Traveller.crossedOn'),
        (part, subject, field) => {
          const ruleSet = ruleSetOfPart(part);
          const { level, rules } = explainDecision(ruleSet, subject, field);
          expect(level).toBe(new Decider(ruleSet, subject).decide(field).level);
          const kind = TRAVELLER_LABELS.fields.get(field)?.kind ?? 'other';
          const ranks = (does: string, all: boolean) =>
            rules
              .filter((rule) => rule.does === does && rule.applies && !(all && rule.onSomeRecords))
              .map((rule) => rankOf(kind, rule.level) ?? 0);
          const most = Math.min(Math.max(0, ...ranks('GRANTS', false)), topRank(kind), ...ranks('CAPS', true));
          expect(decide(ruleSet, subject, field).level).toBe(levelAt(kind, most));
          if (most > 0) granted++;
        },
      ),
      { seed: 3, numRuns: 600 },
    );
    expect(granted).toBeGreaterThan(60);
  });
});
