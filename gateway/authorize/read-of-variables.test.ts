import { RequestError } from '@pasarela/schema/errors';
import { FERRY_LABELS } from '@pasarela/schema/testing/ferry';
import { grantOf, ruleSetOf } from '@pasarela/schema/testing/rules';
import fc from 'fast-check';
import { parseOperation } from '../parse/parse-operation';
import { ferryParseTools, parseFerry } from '../testing/ferry-request';
import { authorize } from './authorize';
import { readOfVariables } from './read-of-variables';

const LIMITS = { maxFields: 100, maxCost: 1000 };
const QUERY = `query ($n: Int! = 20, $more: Boolean = false, $filter: PersonFilter, $any: [PersonFilter!], $id: ID) {
  people(first: $n, filter: $filter, any: $any) { name age @include(if: $more) }
  person(id: $id) { name }
}`;

/** Shared: rule sets are new for each question, so that nothing is remembered of another. */
const TOOLS = ferryParseTools();

/** What becomes of the query with variables: its decision, cost and notices, or why it was refused. */
function outcomeOf(variables: Record<string, unknown>, granted: readonly string[]) {
  const request = { ...parseFerry({ query: QUERY }), query: QUERY, variables };
  const ruleSet = ruleSetOf({ labels: FERRY_LABELS, grants: [grantOf(['Person.claim', ...granted])] });
  const parsed = parseOperation(request, ruleSet, TOOLS);
  const read = readOfVariables(parsed.coercedVariables);
  try {
    const { decided, cost, notices } = authorize(parsed, LIMITS);
    const { fields, inputsRead } = decided;
    return { read, outcome: { cost, notices, inputsRead, paths: fields.map(({ path }) => path) } };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return { read, outcome: { code: error.code, details: error.details } };
  }
}

const filter = fc.letrec((tie) => ({
  filter: fc.record(
    {
      name: fc.option(fc.string({ maxLength: 3 })),
      age: fc.option(fc.integer({ min: 0, max: 2 })),
      claim: fc.option(fc.boolean()),
      friend: fc.option(tie('filter'), { maxDepth: 1 }),
    },
    { requiredKeys: [] },
  ),
})).filter;
const variables = fc.record(
  {
    n: fc.integer({ min: -2, max: 2 }),
    more: fc.boolean(),
    filter: fc.option(filter),
    any: fc.option(fc.array(filter, { maxLength: 2 })),
    id: fc.option(fc.string({ maxLength: 3 })),
  },
  { requiredKeys: [] },
);
const granted = fc.subarray(['Person.name', 'Person.age', 'Person.id']);

/** The same variables with other texts. */
function withOtherTexts(value: unknown): unknown {
  if (typeof value === 'string') return `${value}other`;
  if (Array.isArray(value)) return value.map(withOtherTexts);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withOtherTexts(member)]));
}

describe('readOfVariables', () => {
  it('is the same for other texts, and so is the decision', () => {
    fc.assert(
      fc.property(variables, granted, (given, fields) => {
        const other = withOtherTexts(given) as Record<string, unknown>;
        expect(outcomeOf(other, fields)).toEqual(outcomeOf(given, fields));
      }),
      { numRuns: 150, seed: 21 },
    );
  });

  it('is the same only where the decision is', () => {
    const outcomes = new Map<string, unknown>();
    fc.assert(
      fc.property(variables, granted, (given, fields) => {
        const { read, outcome } = outcomeOf(given, fields);
        const key = JSON.stringify([read, fields]);
        expect(outcome).toEqual(outcomes.get(key) ?? outcome);
        outcomes.set(key, outcome);
      }),
      { numRuns: 600, seed: 33 },
    );
    expect(outcomes.size).toBeGreaterThan(100);
  });

  it.each([
    ['a page of another size', { n: 1 }, { n: 2 }],
    ['a condition', { more: true }, { more: false }],
    ['a null instead of nothing', { id: null }, {}],
    ['a null instead of a text', { id: null }, { id: 'a' }],
    ['another input of a filter', { filter: { name: 'a' } }, { filter: { claim: null } }],
    ['one within another', { filter: { friend: { name: 'a' } } }, { filter: { friend: { age: 1 } } }],
    ['the second of two', { any: [{ name: 'a' }] }, { any: [{ name: 'a' }, { age: 3 }] }],
  ])('tells %s apart', (_, one, other) => {
    expect(readOfVariables(one)).not.toBe(readOfVariables(other));
  });

  it('is none where it would be long, rather than a part of it', () => {
    const ages = (length: number) => ({ any: Array.from({ length }, (_, age) => ({ age })) });
    expect(readOfVariables(ages(10))).toContain('"age":9');
    expect(readOfVariables(ages(500))).toBeUndefined();
    expect(outcomeOf(ages(500), []).outcome).toMatchObject({ code: 'INPUT_WITHHELD' });
    expect(outcomeOf(ages(500), ['Person.age']).outcome).toMatchObject({ inputsRead: expect.any(Array) });
  });
});
