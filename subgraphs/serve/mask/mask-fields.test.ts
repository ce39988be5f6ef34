import { levelOn } from '@pasarela/schema/access/decide';
import { Decider } from '@pasarela/schema/access/decider';
import type { Cap, Grant } from '@pasarela/schema/access/rule';
import type { FieldLabel } from '@pasarela/schema/labels/label';
import { labelsOf } from '@pasarela/schema/testing/labels';
import { capOf, grantOf, ruleSetOf, subjectOf } from '@pasarela/schema/testing/rules';
import { buildSchema, defaultFieldResolver, type GraphQLObjectType, graphql } from 'graphql';
import { withRecord } from '../domain/raw-record';
import { contextAt } from '../testing/serve-context';
import { isLowered, maskFields } from './mask-fields';

const SDL = `
  scalar PartialDate
  scalar PersonKey
  scalar Count
  type Query @owner(party: "PAN") { crossings: [Crossing!] @sensitivity(as: OPERATIONAL) }
  type Crossing @owner(party: "PAN") @attribute(name: "sex", type: STRING, as: PERSONAL) {
    on: PartialDate @sensitivity(as: PERSONAL)
    later: PartialDate @sensitivity(as: PERSONAL)
    name: String @sensitivity(as: PERSONAL)
    sex: String @sensitivity(as: PERSONAL)
    page: Page @sensitivity(as: OPERATIONAL)
    companions: Count @sensitivity(as: PERSONAL)
    difference: Count @sensitivity(as: PERSONAL) @requires(fields: "companions")
    sum: String @sensitivity(as: PERSONAL) @requires(fields: "companions")
  }
  type Page @structural { asOf: PartialDate }
`;
const labels = labelsOf(SDL);
const ON = ['Crossing.on', 'Crossing.later'];
const EVERYTHING = [...labels.fields.keys()].filter((coordinate) => !coordinate.startsWith('Page.'));

type Row = Record<string, unknown>;
const WOMAN: Row = { on: '2024-03-05', name: 'SYNTHETIC Ana', sex: 'F', page: { asOf: '2024-03-05' } };
const MAN: Row = { ...WOMAN, name: 'SYNTHETIC Luis', sex: 'M' };
const UNKNOWN: Row = { ...WOMAN, name: 'SYNTHETIC Sol', sex: null };

/** A schema of these rows, masked for a set of rules, and an analyst of Colombia who asks it. */
function masked(rules: { grants?: Grant[]; caps?: Cap[] }, rows: Row[] = [WOMAN]) {
  const schema = buildSchema(SDL, { assumeValidSDL: true });
  const { name, later } = (schema.getType('Crossing') as GraphQLObjectType).getFields();
  const computed: unknown[] = [];
  if (later) later.resolve = async (row) => row.on;
  const nameOf = (row: Row) => {
    computed.push(row.name);
    return row.name;
  };
  if (name) name.resolve = nameOf;
  const ruleSet = ruleSetOf({ labels, grants: [grantOf(EVERYTHING)], ...rules });
  maskFields(schema, ruleSet);
  const decider = new Decider(ruleSet, subjectOf());
  const ask = async () => {
    const { data, errors } = await graphql({
      schema,
      source: '{ crossings { on later name sex page { asOf } } }',
      rootValue: { crossings: rows },
      contextValue: {
        ...contextAt('full'),
        levelOn: (field: string, row: object) => levelOn(decider.decide(field), row),
      },
    });
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data?.crossings)) as Row[];
  };
  const resolverOf = (field: string) => (schema.getType('Crossing') as GraphQLObjectType).getFields()[field]?.resolve;
  return { ask, computed, resolverOf, nameOf };
}

/** A stored record and the object that is made of it. */
const stored = (row: Row): Row => withRecord({ ...row }, row);

describe('maskFields', () => {
  /** A rule that lowers the dates for somebody else, so that they are masked whatever else holds. */
  const forOthers = capOf({ id: 'OTHERS', target: { coordinates: ON }, purposes: ['AUDIT'], level: 'month' });

  it.each([
    ['full', '2024-03-05'],
    ['month', '2024-03'],
    ['year', '2024'],
    ['none', null],
    ['no such level', null],
  ])('answers a date at the level %s, resolved at once or later', async (level, value) => {
    const { ask } = masked({ caps: [forOthers, capOf({ target: { coordinates: ON }, level })] });
    const [crossing] = await ask();
    expect([crossing?.on, crossing?.later]).toEqual([value, value]);
  });

  it('leaves structural fields and kinds without levels between to the decision alone', async () => {
    const { ask } = masked({ caps: [capOf({ target: { kinds: ['date'] }, level: 'month' })] });
    expect((await ask())[0]).toMatchObject({ on: '2024-03', sex: 'F', page: { asOf: '2024-03-05' } });
  });

  it('leaves a field that no rule lowers its very resolver', () => {
    const { resolverOf, nameOf } = masked({
      caps: [
        capOf({ target: { coordinates: ON }, level: 'month' }),
        capOf({ target: { coordinates: ['Crossing.sex'] } }),
      ],
    });
    expect(resolverOf('name')).toBe(nameOf);
    expect([resolverOf('sex'), resolverOf('companions')]).toEqual([undefined, undefined]);
    expect(resolverOf('on')).toBeInstanceOf(Function);
    expect(resolverOf('on')).not.toBe(defaultFieldResolver);
  });
});

describe('maskFields: a field that is shown of some records only', () => {
  const ofWomen = capOf({
    target: { coordinates: ['Crossing.name'] },
    unless: { kind: 'comparison', subject: 'sex', operator: 'in', operands: ['F'] },
  });
  const monthOfMen = capOf({
    target: { coordinates: ON },
    when: { kind: 'comparison', subject: 'sex', operator: 'in', operands: ['M'] },
    level: 'month',
  });

  it('is decided on each stored record, also where the condition reads what nobody asked for', async () => {
    const { ask } = masked({ caps: [ofWomen, monthOfMen] }, [WOMAN, MAN, UNKNOWN].map(stored));
    expect((await ask()).map(({ name, on, later }) => [name, on, later])).toEqual([
      ['SYNTHETIC Ana', '2024-03-05', '2024-03-05'],
      [null, '2024-03', '2024-03'],
      [null, '2024-03', '2024-03'],
    ]);
  });

  it('reads the record, not what was made of it', async () => {
    const rows = [withRecord({ ...WOMAN }, MAN), withRecord({ ...MAN }, WOMAN)];
    expect((await masked({ caps: [ofWomen] }, rows).ask()).map(({ name }) => name)).toEqual([null, MAN.name]);
  });

  it('of an object without a record is blank', async () => {
    expect((await masked({ caps: [ofWomen] }, [WOMAN]).ask()).map(({ name }) => name)).toEqual([null]);
  });

  it('is granted by a record that the condition of the grant holds for', async () => {
    const granted = grantOf(['Crossing.name'], { when: ofWomen.unless });
    const grants = [grantOf(EVERYTHING.filter((field) => field !== 'Crossing.name')), granted];
    const answered = await masked({ grants }, [WOMAN, MAN, UNKNOWN].map(stored)).ask();
    expect(answered.map(({ name, sex }) => [name, sex])).toEqual([
      [WOMAN.name, 'F'],
      [null, 'M'],
      [null, null],
    ]);
  });

  it('is not even computed where it is withheld', async () => {
    const { ask, computed } = masked({ caps: [ofWomen] }, [MAN, WOMAN, UNKNOWN].map(stored));
    await ask();
    expect(computed).toEqual([WOMAN.name]);
  });
});

describe('isLowered', () => {
  const when = { kind: 'comparison', subject: 'sex', operator: 'in', operands: ['F'] } as const;
  const label = (coordinate: string) => labels.fields.get(coordinate) as FieldLabel;
  const lowered = (field: string, rules: { grants?: Grant[]; caps?: Cap[] }) =>
    isLowered(label(field), ruleSetOf({ labels, ...rules }));
  const target = (coordinate: string) => ({ coordinates: [coordinate] });

  it.each<[string, string, { grants?: Grant[]; caps?: Cap[] }]>([
    ['a grant between nothing and everything', 'Crossing.on', { grants: [grantOf(ON, { level: 'month' })] }],
    ['a cap between', 'Crossing.on', { caps: [capOf({ target: target('Crossing.on'), level: 'year' })] }],
    [
      'a rule for anybody else',
      'Crossing.on',
      { grants: [grantOf(ON, { level: 'year', audience: { parties: ['USA'] } })] },
    ],
    ['a grant of some records', 'Crossing.sex', { grants: [grantOf(['Crossing.sex'], { when })] }],
    ['a cap on some records', 'Crossing.sex', { caps: [capOf({ target: target('Crossing.sex'), when })] }],
    ['a cap on all but some', 'Crossing.sex', { caps: [capOf({ target: target('Crossing.sex'), unless: when })] }],
    ['a requirement that may be lowered', 'Crossing.difference', {}],
  ])('by %s', (_, field, rules) => {
    expect(lowered(field, rules)).toBe(true);
  });

  it.each<[string, string, { grants?: Grant[]; caps?: Cap[] }]>([
    ['no rule', 'Crossing.on', {}],
    ['a grant in full', 'Crossing.on', { grants: [grantOf(ON)] }],
    [
      'a grant of the top by its name',
      'Crossing.companions',
      { grants: [grantOf(['Crossing.companions'], { level: 'exact' })] },
    ],
    ['a cap that leaves nothing', 'Crossing.on', { caps: [capOf({ target: target('Crossing.on') })] }],
    ['a level off the chain, which counts as nothing', 'Crossing.on', { grants: [grantOf(ON, { level: 'rounded' })] }],
    ["another field's rule", 'Crossing.on', { caps: [capOf({ target: target('Crossing.later'), level: 'year' })] }],
    ['a requirement of what has no level between', 'Crossing.sum', {}],
  ])('not by %s', (_, field, rules) => {
    expect(lowered(field, rules)).toBe(false);
  });
});
