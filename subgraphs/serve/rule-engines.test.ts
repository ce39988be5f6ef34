import 'reflect-metadata';
import { conditionText } from '@pasarela/schema/access/conditions/parse-condition';
import { levelOn } from '@pasarela/schema/access/decide';
import { Decider } from '@pasarela/schema/access/decider';
import type { Cap } from '@pasarela/schema/access/rule';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import { mergeLabels } from '@pasarela/schema/labels/merge-labels';
import { capOf, grantOf, ruleSetOf, subjectOf } from '@pasarela/schema/testing/rules';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { buildDomainSchema } from './build-subgraph-schema';
import { Attribute, Owner, Records, Sensitivity } from './domain/labels';
import { withRecord } from './domain/raw-record';
import { PartialDate } from './domain/scalars';
import type { SubgraphDefinition } from './domain/subgraph-definition';
import { executeOperation } from './execute-operation';
import { RuleEngines } from './rule-engines';
import { contextAt } from './testing/serve-context';

@ObjectType()
@Owner('PAN')
@Records('PERSON')
@Attribute('role', { as: 'PERSONAL' })
class Traveller {
  @Field(() => String, { nullable: true })
  @Sensitivity('PERSONAL', 'NONE')
  role!: string;

  @Field(() => PartialDate, { nullable: true })
  @Sensitivity('PERSONAL', 'NONE')
  crossedOn!: string;
}

const ROWS = [
  { role: 'SUSPECT', crossedOn: '2024-03-05' },
  { role: 'WITNESS', crossedOn: '2024-04-06' },
];

@Resolver()
class TravellerResolver {
  @Query(() => [Traveller], { nullable: true })
  @Owner('PAN')
  @Sensitivity('OPERATIONAL')
  travellers(): Traveller[] {
    return ROWS.map((row) => withRecord(Object.assign(new Traveller(), row), row));
  }
}

const definition: SubgraphDefinition = {
  name: 'panama-travellers',
  party: 'PAN',
  resolvers: [TravellerResolver],
  references: {},
  seed: { version: '1', synthetic: true, models: () => [], fill: async () => undefined },
};
const { table: labels } = mergeLabels(new Map([[definition.name, buildDomainSchema(definition).sdl]]));
const FIELDS = ['Query.travellers', 'Traveller.role', 'Traveller.crossedOn'];
const rules = (caps: Cap[] = []) => ruleSetOf({ labels, grants: [grantOf(FIELDS)], caps });

const open = rules();
const months = rules([capOf({ target: { kinds: ['date'] }, level: 'month' })]);
const suspects = rules([capOf({ target: { rowsOf: ['PERSON'] }, unless: conditionText.parse({ role: 'SUSPECT' }) })]);

describe('RuleEngines', () => {
  const faults: unknown[] = [];
  const engines = new RuleEngines(definition, (error) => faults.push(error));
  afterAll(async () => {
    for (const ruleSet of [open, months, suspects]) await (await engines.for(ruleSet)).stop();
    expect(faults).toEqual([]);
  });

  /** What an analyst of Colombia gets under a rule set, by its own engine. */
  async function ask(ruleSet: RuleSet): Promise<unknown> {
    const decider = new Decider(ruleSet, subjectOf());
    const { status, body } = await executeOperation(
      await engines.for(ruleSet),
      { query: '{ travellers { role crossedOn } }' },
      {
        ...contextAt('full'),
        decider,
        decided: [],
        evidence: { before: async () => undefined, acknowledge: async () => undefined },
        levelOn: (field, record) => levelOn(decider.decide(field), record),
        exists: (type, record) => decider.rows(type).exist.holds(record),
      },
    );
    expect([status, body.errors]).toEqual([200, undefined]);
    return JSON.parse(JSON.stringify(body.data)).travellers;
  }

  const [suspect, witness] = ROWS;
  const byMonth = ROWS.map(({ role, crossedOn }) => ({ role, crossedOn: crossedOn.slice(0, 7) }));

  it('has one engine for a rule set, however often and at once it is asked for', async () => {
    const [one, other] = await Promise.all([engines.for(open), engines.for(open)]);
    expect(other).toBe(one);
    expect(await engines.for(open)).toBe(one);
  });

  it('has another for another rule set, also one with the same rules', async () => {
    const again = rules();
    const engine = await engines.for(again);
    expect(engine).not.toBe(await engines.for(open));
    await engine.stop();
  });

  it('masks fields and hides rows by its own rules, also after another set came into force', async () => {
    expect(await ask(open)).toEqual([suspect, witness]);
    expect(await ask(months)).toEqual(byMonth);
    expect(await ask(suspects)).toEqual([suspect]);
    expect(await ask(open)).toEqual([suspect, witness]);
  });

  it('answers under several sets at once, each by its own', async () => {
    expect(await Promise.all([months, open, suspects, months].map(ask))).toEqual([
      byMonth,
      [suspect, witness],
      [suspect],
      byMonth,
    ]);
  });
});
