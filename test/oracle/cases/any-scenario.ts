import type { FieldLabel } from '@pasarela/schema/labels/label';
import fc from 'fast-check';
import { BROUGHT, LABELS } from '../domain';
import { anyRecord } from './any-record';
import { anyFieldCap, anyGrant, anyRowRule } from './any-rules';
import { anySubject } from './any-subject';
import type { Question, Scenario, WrittenRules } from './scenario';

const ordinary = Map.groupBy(
  [...LABELS.fields.values()].filter(({ owner, sensitivity, key }) => owner && sensitivity && !key),
  ({ kind }) => kind,
);
const coordinatesOf = (labels: readonly FieldLabel[]) => fc.constantFrom(...labels.map(({ coordinate }) => coordinate));

/** Fields that no rule shows or few limit: without owner or sensitivity, unknown, structural, a key, never blank. */
const ODD = [
  'Crossing.unlabelled',
  'Orphan.found',
  'Orphan.told',
  'Crossing.unknown',
  'CrossingPage.rows',
  'Count.value',
  'Crossing.id',
  'Crossing.id',
  'Crossing.dataset',
  'Crossing.dataset',
  'Code.name',
];

/** Fields that follow a contributor, and the way to them. */
const JOINT_FIELDS = [...LABELS.fields.values()]
  .filter(({ owner }) => owner === 'JOINT')
  .map(({ coordinate }) => coordinate);

/** A field of any kind of value, often one that brings records, seldom an odd one. */
const anyField = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...JOINT_FIELDS) },
  { weight: 12, arbitrary: fc.oneof(...[...ordinary.values()].map(coordinatesOf)) },
  { weight: 5, arbitrary: fc.constantFrom(...Object.keys(BROUGHT)) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
);

const anyQuestion = (fields: readonly string[]): fc.Arbitrary<Question> =>
  fc.record({
    asks: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...fields).map((field) => ({ field })) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom('Crossing', 'Crossing', 'Permit', 'Permit', 'Need', 'Pledge')
          .map((rows) => ({ rows })),
      },
    ),
    subject: anySubject,
    record: anyRecord,
  });

/** How many questions are asked of one set of rules. */
export const QUESTIONS = 12;

const anyRules = (fields: readonly string[]): fc.Arbitrary<WrittenRules> =>
  fc
    .record({
      grants: fc.array(anyGrant(fields), { minLength: 3, maxLength: 5, size: 'max' }),
      fieldCaps: fc.array(anyFieldCap(fields), { maxLength: 3, size: 'max' }),
      rowRules: fc.array(anyRowRule, { maxLength: 2, size: 'max' }),
    })
    .map(({ grants, fieldCaps, rowRules }) => ({ grants, caps: [...fieldCaps, ...rowRules] }));

/** Any rules, mostly about the few fields that are then asked for. */
export const anyScenario: fc.Arbitrary<Scenario> = fc
  .uniqueArray(anyField, { minLength: 1, maxLength: 3 })
  .chain((fields) =>
    fc.record({
      rules: anyRules(fields),
      questions: fc.array(anyQuestion(fields), { minLength: QUESTIONS, maxLength: QUESTIONS }),
    }),
  );
