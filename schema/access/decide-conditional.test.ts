import fc from 'fast-check';
import { anyAsker, anyConditionText, anyRecord, TRAVELLER, TRAVELLER_LABELS } from '../testing/arbitrary-conditions';
import { type ConditionText, verdictOf } from '../testing/condition-model';

import { labelsOf } from '../testing/labels';
import { agreementOf, capOf, grantOf, ruleSetOf, subjectOf } from '../testing/rules';
import { conditionText } from './conditions/parse-condition';
import { decide, levelOn } from './decide';
import { Decider } from './decider';
import { CHAINS, rankOf } from './levels';
import type { Cap, Grant } from './rule';

const ON = 'Traveller.crossedOn';
const SUSPECT = { role: 'SUSPECT' };
const MINOR = { minor: true };
const THIS_PURPOSE = { $purpose: 'MIGRATION_MANAGEMENT' };
const ANOTHER_PURPOSE = { $purpose: 'AUDIT' };

const granted = (level: string, when?: object, id = `GRANT-${level}`) =>
  grantOf([ON], {
    id,
    level,
    agreement: agreementOf({ id: `FOR-${id}` }),
    ...(when && { when: conditionText.parse(when) }),
  });
const capped = (level: string, condition: { when?: object; unless?: object } = {}, id = `CAP-${level}`) =>
  capOf({
    id,
    target: { coordinates: [ON] },
    level,
    ...(condition.when && { when: conditionText.parse(condition.when) }),
    ...(condition.unless && { unless: conditionText.parse(condition.unless) }),
  });

const decideOn = (grants: Grant[], caps: Cap[] = [], subject = subjectOf()) =>
  decide(ruleSetOf({ labels: TRAVELLER_LABELS, grants, caps }), subject, ON);
/** The levels on a suspect, a witness, somebody whose role is unknown, and no record at all. */
const onEach = (decision: ReturnType<typeof decideOn>) =>
  [{ role: 'SUSPECT' }, { role: 'WITNESS' }, { role: null }, undefined].map((record) => levelOn(decision, record));

describe('decide under conditions', () => {
  it('a grant shows what its condition is true of, and nothing else', () => {
    const decision = decideOn([granted('full', SUSPECT)]);
    expect(decision).toMatchObject({ level: 'full', full: false, withheld: false, cap: undefined });
    expect(decision.agreements.map(({ id }) => id)).toEqual(['FOR-GRANT-full']);
    expect(onEach(decision)).toEqual(['full', 'none', 'none', 'none']);
  });

  it('a cap limits what its `when` is not false of', () => {
    const decision = decideOn([granted('full')], [capped('month', { when: SUSPECT })]);
    expect(decision).toMatchObject({ level: 'full', full: false, withheld: false, cap: undefined });
    expect(onEach(decision)).toEqual(['month', 'full', 'month', 'month']);
  });

  it('a cap spares what its `unless` is true of', () => {
    const decision = decideOn([granted('full')], [capped('none', { unless: SUSPECT })]);
    expect(decision).toMatchObject({ level: 'full', full: false, withheld: false });
    expect(onEach(decision)).toEqual(['full', 'none', 'none', 'none']);
  });

  it('of several grants the highest that holds is shown', () => {
    const decision = decideOn([granted('year'), granted('month', SUSPECT), granted('full', MINOR)]);
    const shown = [{ role: 'X', minor: false }, SUSPECT, MINOR, { ...SUSPECT, ...MINOR }, {}];
    expect(shown.map((record) => levelOn(decision, record))).toEqual(['year', 'month', 'full', 'full', 'year']);
  });

  it('of several caps the lowest that holds limits', () => {
    const caps = [
      capped('month', { when: SUSPECT }),
      capped('year', { when: MINOR }),
      capped('none', { when: { age: 0 } }),
    ];
    const decision = decideOn([granted('full')], caps);
    const known = { role: 'X', minor: false, holder: { age: 9 } };
    const records = [
      known,
      { ...known, ...SUSPECT },
      { ...known, ...SUSPECT, ...MINOR },
      { role: 'X', minor: false },
      {},
    ];
    expect(records.map((record) => levelOn(decision, record))).toEqual(['full', 'month', 'year', 'none', 'none']);
  });

  it('a cap on all records holds over a grant of some', () => {
    const decision = decideOn([granted('full', SUSPECT)], [capped('year')]);
    expect(decision).toMatchObject({ level: 'year', cap: { id: 'CAP-year' } });
    expect(onEach(decision)).toEqual(['year', 'none', 'none', 'none']);
  });

  it('grants and caps of some records meet on each', () => {
    const decision = decideOn([granted('full', SUSPECT), granted('year')], [capped('month', { when: MINOR })]);
    const records = [{ ...SUSPECT, minor: false }, { ...SUSPECT, ...MINOR }, { role: 'X', ...MINOR }, SUSPECT];
    expect(records.map((record) => levelOn(decision, record))).toEqual(['full', 'month', 'year', 'month']);
  });

  it('names the agreements of all grants that may reach the level', () => {
    const decision = decideOn([
      granted('full', SUSPECT, 'A'),
      granted('full', MINOR, 'B'),
      granted('year', undefined, 'C'),
    ]);
    expect(decision.agreements.map(({ id }) => id)).toEqual(['FOR-A', 'FOR-B']);
  });

  it('what is PUBLIC is not full where a cap limits some records', () => {
    const cap = capOf({ target: { coordinates: ['Traveller.dataset'] }, when: conditionText.parse(SUSPECT) });
    const decision = decide(ruleSetOf({ labels: TRAVELLER_LABELS, caps: [cap] }), subjectOf(), 'Traveller.dataset');
    expect(decision).toMatchObject({ level: 'full', full: false, agreements: [] });
    expect(onEach(decision)).toEqual(['none', 'full', 'none', 'none']);
  });
});

describe('decide: conditions that the request settles', () => {
  it.each<[string, Grant[], Cap[], string, string | undefined]>([
    ['a grant that holds', [granted('full', THIS_PURPOSE)], [], 'full', undefined],
    ['a grant that does not', [granted('full', ANOTHER_PURPOSE)], [], 'none', undefined],
    ['a grant of what no record has', [granted('full', { rank: 'X' })], [], 'none', undefined],
    ['a cap that limits', [granted('full')], [capped('month', { when: THIS_PURPOSE })], 'month', 'CAP-month'],
    ['a cap that does not', [granted('full')], [capped('month', { when: ANOTHER_PURPOSE })], 'full', undefined],
    ['a cap that spares', [granted('full')], [capped('none', { unless: THIS_PURPOSE })], 'full', undefined],
    ['a cap that spares nobody', [granted('full')], [capped('none', { unless: ANOTHER_PURPOSE })], 'none', 'CAP-none'],
    ['a cap on what no record has', [granted('full')], [capped('none', { when: { rank: 'X' } })], 'none', 'CAP-none'],
    ['a part that decides', [granted('full', { $or: [THIS_PURPOSE, SUSPECT] })], [], 'full', undefined],
  ])('%s leaves nothing to a record', (_, grants, caps, level, cap) => {
    const decision = decideOn(grants, caps);
    expect(decision).toMatchObject({
      level,
      full: level === 'full',
      withheld: level === 'none',
      conditional: undefined,
    });
    expect(decision.cap?.id).toBe(cap);
    expect(onEach(decision)).toEqual([level, level, level, level]);
  });

  it('whether a case is named', () => {
    const caps = [capped('none', { unless: { $caseGiven: true } })];
    expect(decideOn([granted('full')], caps, { ...subjectOf(), caseGiven: true }).full).toBe(true);
    expect(decideOn([granted('full')], caps, { ...subjectOf(), caseGiven: false }).withheld).toBe(true);
    expect(decideOn([granted('full')], caps).withheld).toBe(true);
  });

  it.each<[string, Grant[], Cap[]]>([
    ['a grant below what is granted anyway', [granted('full'), granted('month', SUSPECT)], []],
    ['a cap above what is granted', [granted('year')], [capped('month', { when: SUSPECT })]],
    ['a grant above a cap that always holds', [granted('year'), granted('full', SUSPECT)], [capped('year')]],
    ['a cap above a cap that always holds', [granted('full')], [capped('year'), capped('month', { when: SUSPECT })]],
  ])('%s makes no difference, so nothing is conditional', (_, grants, caps) => {
    expect(decideOn(grants, caps).conditional).toBeUndefined();
  });
});

describe('decide: records that are stored elsewhere', () => {
  const labels = labelsOf(
    `type Permit @owner(party: "COL") @key(fields: "id") @record(of: PERMIT)
       @attribute(name: "stage", type: STRING, as: PERSONAL) {
       id: ID! @sensitivity(as: OPERATIONAL)
       office: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
     }`,
    `type Permit @owner(party: "COL") @key(fields: "id") {
       id: ID! @sensitivity(as: OPERATIONAL)
       clinic: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
     }`,
  );
  const issued = conditionText.parse({ stage: 'ISSUED' });
  const fields = ['Permit.office', 'Permit.clinic'];
  const levelsOn = (rules: { grants?: Grant[]; caps?: Cap[] }) =>
    fields.map((field) => levelOn(decide(ruleSetOf({ labels, ...rules }), subjectOf(), field), { stage: 'ISSUED' }));

  it('are unknown to a field of another subgraph: grants show nothing and caps limit', () => {
    expect(levelsOn({ grants: [grantOf(fields, { when: issued })] })).toEqual(['full', 'none']);
    const cap = capOf({ target: { about: ['NONE'] }, unless: issued });
    expect(levelsOn({ grants: [grantOf(fields)], caps: [cap] })).toEqual(['full', 'none']);
  });
});

describe('Decider: what is computed from a field under a condition', () => {
  const labels = labelsOf(`
    type Flow @owner(party: "PAN") @attribute(name: "role", type: STRING, as: PERSONAL) {
      entries: Count @sensitivity(as: STATISTICAL)
      doubled: Count @sensitivity(as: STATISTICAL) @requires(fields: "entries { value }")
    }
    type Count @structural { value: Int }
  `);
  const levelUnder = (caps: Cap[]) =>
    new Decider(ruleSetOf({ labels, grants: [grantOf(['Flow.entries', 'Flow.doubled'])], caps }), subjectOf()).decide(
      'Flow.doubled',
    ).level;
  const rounded = { target: { coordinates: ['Flow.entries'] }, level: 'rounded' };

  it('is withheld, as the record of that condition is not at hand', () => {
    expect(levelUnder([capOf({ ...rounded, when: conditionText.parse(SUSPECT) })])).toBe('none');
    expect(levelUnder([capOf(rounded)])).toBe('rounded');
    expect(levelUnder([])).toBe('exact');
  });

  it('is withheld where it is itself under a condition, and what it needs is lowered', () => {
    const own = capOf({ target: { coordinates: ['Flow.doubled'] }, when: conditionText.parse(SUSPECT) });
    expect(levelUnder([own])).toBe('exact');
    expect(levelUnder([own, capOf(rounded)])).toBe('none');
  });
});

describe('decide: the formula holds on every record', () => {
  const anyLevel = fc.constantFrom(...CHAINS.date);
  const anyTexts = fc.array(fc.tuple(anyLevel, fc.option(anyConditionText, { nil: undefined })), { maxLength: 3 });
  const rank = (level: string) => rankOf('date', level) as number;

  it('min( max(levels of grants that are true), min(levels of caps that are not false, or not true) )', () => {
    fc.assert(
      fc.property(anyTexts, anyTexts, anyTexts, anyAsker, anyRecord, (grants, whens, unlesses, asker, record) => {
        const subject = { ...subjectOf(), ...asker };
        const decision = decideOn(
          grants.map(([level, when]) => ({ ...granted(level, when), audience: {} })),
          [
            ...whens.map(([level, when]) => capped(level, { ...(when && { when }) })),
            ...unlesses.map(([level, unless]) => capped(level, { ...(unless && { unless }) })),
          ],
          subject,
        );
        const verdict = (text: ConditionText) => verdictOf(text, { subject, label: TRAVELLER, record });
        const shown = grants.filter(([, when]) => !when || verdict(when) === true);
        const limits = [
          ...whens.filter(([, when]) => !when || verdict(when) !== false),
          ...unlesses.filter(([, unless]) => !unless || verdict(unless) !== true),
        ];
        const wanted = Math.min(
          Math.max(0, ...shown.map(([level]) => rank(level))),
          ...limits.map(([level]) => rank(level)),
        );
        expect(levelOn(decision, record)).toBe(CHAINS.date[wanted]);
        expect(rank(decision.level)).toBeGreaterThanOrEqual(wanted);
        if (decision.full || decision.withheld) expect(levelOn(decision, record)).toBe(decision.level);
        expect(rank(levelOn(decision, undefined))).toBeLessThanOrEqual(wanted);
      }),
      { seed: 20_260_115, numRuns: 1000 },
    );
  });
});
