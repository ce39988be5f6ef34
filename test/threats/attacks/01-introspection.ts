import { DeciderCache } from '@pasarela/schema/access/decider';
import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import { loadContract } from '@pasarela/schema/contract';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import type { LabelTable } from '@pasarela/schema/labels/label';
import { PERSONAS, type Persona } from '@pasarela/scripts/development/personas';
import type { Attack, Stage } from '../attack';
import { namesIn } from '../schema-names';
import { type SeenSchema, type SeenType, seenSchema, TYPE_SELECTION } from '../seen-schema';

const ASKERS: ReadonlyArray<readonly [persona: string, purpose: Purpose]> = [
  ['analyst.col', 'MIGRATION_MANAGEMENT'],
  ['analyst.usa', 'STATISTICS'],
  ['dashboard.pan', 'STATISTICS'],
  ['investigator.pan', 'ENFORCEMENT'],
  ['protection.pan', 'PROTECTION'],
  ['protection.usa', 'CHILD_PROTECTION'],
  ['administrator.pan', 'MIGRATION_MANAGEMENT'],
];

const TYPES = `types { ${TYPE_SELECTION} }`;

/** Ways to the schema, each with the path at which its answer has the types. */
const WAYS: ReadonlyArray<readonly [query: string, key: string]> = [
  [`{ __schema { ${TYPES} } }`, '__schema'],
  [`{ nationalities: __schema { ${TYPES} } }`, 'nationalities'],
  [`{ ...S } fragment S on Query { __schema { ...T } } fragment T on __Schema { ${TYPES} }`, '__schema'],
  [`{ ... { ... on Query { x: __schema { ... on __Schema { ${TYPES} } } } } }`, 'x'],
  [
    `query ($v: Boolean! = true) { __schema @include(if: $v) { types @skip(if: false) { ${TYPE_SELECTION} } } }`,
    '__schema',
  ],
  [`query IntrospectionQuery { nationalities(codes: []) { code } __schema { ${TYPES} } }`, '__schema'],
];

async function run(stage: Stage): Promise<void> {
  const theirs = theirsUnder(stage);
  const seen: Record<string, SeenSchema> = {};
  for (const [as, purpose] of ASKERS) {
    const schema = await introspected(stage, as, purpose);
    expectOwnOnly(as, schema, theirs(as));
    await expectSameByName(stage, as, purpose, schema);
    seen[as] = schema;
  }
  for (const [as, coordinate] of OWN) {
    const having = Object.keys(seen).filter((other) => hasCoordinate(seen[other] as SeenSchema, coordinate));
    expect([coordinate, having]).toEqual([coordinate, as]);
  }
}

/** What some are told of, and the others are not. */
const OWN: ReadonlyArray<readonly [personas: readonly string[], coordinate: string]> = [
  [['analyst.col', 'protection.pan', 'protection.usa', 'administrator.pan'], 'CrossingRecord.sex'],
  [['protection.pan'], 'CrossingRecord.asylumClaim'],
  [['protection.usa'], 'UsaCasePerson.tVisaApplication'],
  [['investigator.pan'], 'HandlingCode.H2'],
  [['investigator.pan', 'protection.usa'], 'UsaSmugglingCaseFilter.openedMonth'],
  [['administrator.pan'], 'Mutation.reviseMonthlyCrossings'],
];

const hasCoordinate = ({ fields, inputs, enumValues }: SeenSchema, coordinate: string): boolean =>
  [fields, inputs, enumValues].some((coordinates) => coordinates.has(coordinate));

/** The schema as it is told to a persona, the same on every way. */
async function introspected(stage: Stage, as: string, purpose: Purpose): Promise<SeenSchema> {
  const ask = (query: string) => stage.ask({ as, purpose, query, headers: { 'x-case-reference': 'CASE-1' } });
  const types: unknown[] = [];
  for (const [query, key] of WAYS) {
    const { status, body } = await ask(query);
    expect([query, status]).toEqual([query, 200]);
    types.push(body.data[key].types);
  }
  expect([as, new Set(types.map((told) => JSON.stringify(told))).size]).toEqual([as, 1]);
  const left = await ask('query ($v: Boolean! = false) { __schema @include(if: $v) { types { name } } }');
  expect(left.body.data).toEqual({});
  return seenSchema(types[0] as SeenType[]);
}

/** Which fields may be a persona's, by the labels of the contract and the rules in force. */
function theirsUnder({ rulesDirectory }: Stage) {
  const { labels } = loadContract();
  const { ruleSet } = loadRuleSet(rulesDirectory, labels);
  return (as: string) => {
    const requester = PERSONAS.get(as) as Persona;
    const deciders = requester.purposes.map((purpose) =>
      new DeciderCache().for(ruleSet, { requester, purpose, at: Date.now(), caseGiven: true }),
    );
    const granted = (coordinate: string) =>
      concreteIn(labels, coordinate).some((one) => deciders.some((decider) => !decider.decide(one).withheld));
    return { labels, granted };
  };
}

/** The fields of a coordinate: one of an interface is told for the sake of a type behind it. */
function concreteIn({ members }: LabelTable, coordinate: string): readonly string[] {
  const [type, field] = coordinate.split('.') as [string, string];
  return members.get(type)?.map((member) => `${member}.${field}`) ?? [coordinate];
}

type Theirs = ReturnType<ReturnType<typeof theirsUnder>>;

/** INVARIANT: nothing is told that could not be theirs under any purpose of their token. */
function expectOwnOnly(as: string, schema: SeenSchema, { labels, granted }: Theirs): void {
  const label = (coordinate: string) => labels.fields.get(coordinate);
  const isPlumbing = (coordinate: string) =>
    concreteIn(labels, coordinate).some((one) => label(one)?.structural || label(one)?.key);
  const strange = (coordinates: Iterable<string>) =>
    [...coordinates].filter((coordinate) => !isPlumbing(coordinate) && !granted(coordinate));
  expect([as, strange(schema.fields)]).toEqual([as, []]);
  const read = [...schema.inputs].flatMap((input) => labels.inputs.get(input)?.reads ?? []);
  expect([as, strange(read.map(({ field }) => field))]).toEqual([as, []]);
  // A type, and an enum with its values, is told only for the sake of a field or input that is.
  const roots = ['Query', 'Mutation', 'String', 'Boolean', 'Int', 'Float', 'ID'];
  expect([as, [...schema.types].filter((type) => !roots.includes(type) && !schema.reached.has(type))]).toEqual([
    as,
    [],
  ]);
  const hidden = [...labels.fields.values()].filter(
    ({ coordinate, sensitivity }) => sensitivity === 'PROTECTED' && !granted(coordinate),
  );
  expect(hidden).not.toEqual([]);
  for (const { coordinate } of hidden) {
    const [type, field] = coordinate.split('.') as [string, string];
    expect([as, coordinate, schema.fields.has(coordinate)]).toEqual([as, coordinate, false]);
    const shownElsewhere = [...schema.fields].some((seen) => seen.endsWith(`.${field}`));
    if (!shownElsewhere) expect([as, type, schema.text.includes(field)]).toEqual([as, type, false]);
  }
}

/** `__type` tells of what `__schema` lists, and of nothing else. */
async function expectSameByName(stage: Stage, as: string, purpose: Purpose, schema: SeenSchema): Promise<void> {
  const names = [...namesIn(loadContract().subgraphs)].filter((name) => /^[A-Z]/.test(name));
  const chosen = names.map((name, index) => `t${index}: __type(name: "${name}") { name }`);
  const told: string[] = [];
  for (let from = 0; from < chosen.length; from += 100) {
    const { body } = await stage.ask({
      as,
      purpose,
      query: `{ ${chosen.slice(from, from + 100).join(' ')} }`,
      headers: { 'x-case-reference': 'CASE-1' },
    });
    told.push(...Object.values<any>(body.data).flatMap((type) => type?.name ?? []));
  }
  expect([as, told.filter((name) => !schema.types.has(name))]).toEqual([as, []]);
  expect(told.length).toBeGreaterThan(20);
}

/** The attacks of threat 1. */
export const attacks: readonly Attack[] = [
  {
    number: 1,
    title: "introspection tells of the requester's own view, on every way to it",
    on: 'product',
    guards: ['requesterView', 'introspectedView'],
    run,
  },
];
