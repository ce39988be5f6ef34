import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import { loadContract } from '@pasarela/schema/contract';
import { graphql, parse } from 'graphql';
import { writeRules } from '../gateways/benchmark-rules';
import { expectedData, growthResolvers } from './growth-data';
import { fieldName, fieldsOf } from './growth-fields';
import { distinctPoints, GROWTHS, nameOf } from './growth-point';
import { growthRules, growthSdls, writeContract } from './growth-schema';

const SMALL = { entities: 3, fields: 10, rules: 40, subgraphs: 4 };

describe('the points', () => {
  it('are each measured once, though dimensions set out from the same', () => {
    const names = distinctPoints(GROWTHS).map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(14);
  });

  it.each(distinctPoints(GROWTHS).map((point) => [nameOf(point), point] as const))(
    '%s: every subgraph has a field',
    (_, point) => {
      expect([...growthSdls(point).values()].filter((sdl) => !/ field\d+:/.test(sdl))).toEqual([]);
    },
  );
});

describe('the contract of a point', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'pasarela-bench-growth-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('composes, its labels hold, and its rules are valid and as many as it says', () => {
    writeContract(directory, SMALL);
    writeRules(directory, growthRules(SMALL));
    const { labels, subgraphs } = loadContract(directory);
    const { ruleSet, rejected } = loadRuleSet(directory, labels);
    expect([...rejected.keys()]).toEqual([]);
    expect(ruleSet.rules.grants.length + ruleSet.rules.caps.length).toBe(SMALL.rules);
    expect(subgraphs.size).toBe(SMALL.subgraphs);
  });
});

/** What one subgraph answers about the first entity, as the gateway asks it. */
async function answerOf(sdl: string, index: number): Promise<object> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: growthResolvers(SMALL, index) as never }]);
  const asked = fieldsOf(SMALL, index).map(fieldName).join(' ');
  const { data } = await graphql({
    schema,
    source: `{ _entities(representations: [{ __typename: "Entry", id: "entry-000000" }]) { ... on Entry { id ${asked} } } }`,
  });
  return (data as unknown as { _entities: [object] })._entities[0];
}

it('the subgraphs together answer what is expected of an entity', async () => {
  const answers = await Promise.all([...growthSdls(SMALL).values()].map(answerOf));
  const { entries } = expectedData(SMALL) as { entries: object[] };
  expect(Object.assign({}, ...answers)).toEqual(entries[0]);
});
