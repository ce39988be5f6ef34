import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { decideFerry } from '../testing/ferry';
import { labelsOf } from '../testing/labels';
import { capOf, grantOf, ruleSetOf, subjectOf } from '../testing/rules';
import { conditionText } from './conditions/parse-condition';
import { decideOperation } from './decide-operation';
import { Decider } from './decider';
import type { Cap, Grant } from './rule';

const NAME_INPUT = 'PersonFilter.name Person.name';
const AGE_INPUT = 'PersonFilter.age Person.age';
const AGES_INPUT = 'Query.people(ages:) Person.age';
const FILTER = 'query ($f: PersonFilter) { people(filter: $f) { id } }';

const inputsOf = (query: string, variables: Record<string, unknown> = {}, granted: string[] = []) =>
  decideFerry(query, { variables, granted }).inputs;

describe('decideOperation: an input reads the field that it says (threats 22, 23)', () => {
  it.each<[string, string, Record<string, unknown>, string[]]>([
    ['a literal', '{ people(filter: { name: "x" }) { id } }', {}, [NAME_INPUT]],
    ['an argument itself', '{ people(ages: [1, 2]) { id } }', {}, [AGES_INPUT]],
    ['a value that becomes a list', '{ people(ages: 1) { id } }', {}, [AGES_INPUT]],
    ['an empty list', '{ people(ages: []) { id } }', {}, [AGES_INPUT]],
    ['null', '{ people(ages: null) { id } }', {}, [AGES_INPUT]],
    ['null within', '{ people(filter: { age: null }) { id } }', {}, [AGE_INPUT]],
    ['a nested input', '{ people(filter: { friend: { friend: { age: 3 } } }) { id } }', {}, [AGE_INPUT]],
    ['a list of inputs', '{ people(any: [{ name: "x" }, { age: 1 }]) { id } }', {}, [NAME_INPUT, AGE_INPUT]],
    ['an input that becomes a list', '{ people(any: { age: 1 }) { id } }', {}, [AGE_INPUT]],
    ['a variable', FILTER, { f: { name: 'x' } }, [NAME_INPUT]],
    ['a variable within', 'query ($n: String) { people(filter: { name: $n }) { id } }', { n: 'x' }, [NAME_INPUT]],
    [
      'a variable that is null',
      'query ($n: String) { people(filter: { name: $n }) { id } }',
      { n: null },
      [NAME_INPUT],
    ],
    ['a default', 'query ($f: PersonFilter = { age: 2 }) { people(filter: $f) { id } }', {}, [AGE_INPUT]],
    ['an alias', '{ p: people(ages: 1) { id } }', {}, [AGES_INPUT]],
    ['a fragment', '{ ... { ...Q } } fragment Q on Query { people(ages: 1) { id } }', {}, [AGES_INPUT]],
  ])('finds %s', (_, query, variables, expected) => {
    expect(inputsOf(query, variables)).toEqual(expected);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['no input', '{ people { id } }', {}],
    ['an empty filter', '{ people(filter: {}) { id } }', {}],
    ['a filter that is null', '{ people(filter: null) { id } }', {}],
    ['a variable that is absent', FILTER, {}],
    ['a variable that is absent within', 'query ($n: String) { people(filter: { name: $n }) { id } }', {}],
    ['paging', '{ people(first: 5) { id } }', {}],
    ['the opaque key that one was given', '{ person(id: "1") { id } }', {}],
    ['what is not included', '{ people(ages: 1) @include(if: false) { id } }', {}],
  ])('finds nothing in %s', (_, query, variables) => {
    expect(inputsOf(query, variables)).toEqual([]);
  });

  it('takes an input of what is granted in full', () => {
    expect(inputsOf('{ people(filter: { age: 1 }) { id } }', {}, ['Person.age'])).toEqual([]);
  });

  it('refuses an input of what is granted lower than in full', () => {
    const rounded = capOf({ target: { coordinates: ['Person.age'] }, level: 'none' });
    const { inputs } = decideFerry('{ people(ages: 1) { age } }', { granted: ['Person.age'], caps: [rounded] });
    expect(inputs).toEqual([AGES_INPUT]);
  });

  it('an input of a withheld field goes with the field', () => {
    const { text, inputs } = decideFerry('{ page(first: 1) { more } people { id } }');
    expect(text).toBe('{ people { id } }');
    expect(inputs).toEqual([]);
  });

  it('a null for what must not be null is refused by name', () => {
    expect(() => inputsOf('query ($n: Int) { people(first: $n) { id } }', { n: null })).toThrow(
      expect.objectContaining({ code: 'BAD_VARIABLES', details: { name: 'n' } }),
    );
  });
});

describe('decideOperation: an input that reads a field at a level', () => {
  const sdl = `
    scalar PartialDate
    scalar PersonKey
    type Query @owner(party: "PAN") { crossings(filter: Filter): [Crossing!] @sensitivity(as: PUBLIC) }
    type Crossing @owner(party: "PAN") @attribute(name: "role", type: STRING, as: PERSONAL) {
      on: PartialDate @sensitivity(as: PERSONAL) @about(subjects: [NONE])
      sex: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
      dataset: String @sensitivity(as: PUBLIC)
    }
    input Filter {
      day: String @reads(field: "Crossing.on")
      month: String @reads(field: "Crossing.on", at: "month")
      year: String @reads(field: "Crossing.on", at: "year")
      sexInMonth: String @reads(field: "Crossing.on", at: "month") @reads(field: "Crossing.sex")
    }
  `;
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  const labels = labelsOf(sdl);
  const suspect = conditionText.parse({ role: 'SUSPECT' });

  const datesAt = (level: string, changes: Partial<Grant> = {}) => grantOf(['Crossing.on'], { level, ...changes });
  const sexes = grantOf(['Crossing.sex']);
  const capOnDates = (level: string, changes: Partial<Cap> = {}) =>
    capOf({ target: { coordinates: ['Crossing.on'] }, level, ...changes });

  /** The filters that are refused, with the fields for which they are. */
  function refused(filters: string[], grants: Grant[], caps: Cap[] = []): string[] {
    const values = filters.map((name) => `${name}: "x"`).join(', ');
    const document = parse(`{ crossings(filter: { ${values} }) { dataset } }`);
    const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
    const decider = new Decider(ruleSetOf({ labels, grants, caps }), subjectOf());
    const input = { schema, operation: operation as OperationDefinitionNode, variables: {}, decider, maxFields: 100 };
    return decideOperation({ ...input, fragments: new Map() }).withheldInputs.map(
      ({ input, decision }) => `${input} ${decision.coordinate}`,
    );
  }
  const all = ['day', 'month', 'year'];
  const refusedOf = (...names: string[]) => names.map((name) => `Filter.${name} Crossing.on`);

  it.each<[string, string[]]>([
    ['full', []],
    ['month', ['day']],
    ['year', ['day', 'month']],
    ['none', ['day', 'month', 'year']],
  ])('where days are granted at the level %s, the filters of %j are refused', (level, names) => {
    expect(refused(all, [datesAt(level)])).toEqual(refusedOf(...names));
    expect(refused(all, [datesAt('full')], [capOnDates(level)])).toEqual(refusedOf(...names));
  });

  it('takes none under a condition: what is selected would tell what is blank', () => {
    expect(refused(all, [datesAt('month', { when: suspect })])).toEqual(refusedOf(...all));
    expect(refused(all, [datesAt('full')], [capOnDates('year', { when: suspect })])).toEqual(refusedOf(...all));
    expect(refused(all, [datesAt('month')], [capOnDates('none', { unless: suspect })])).toEqual(refusedOf(...all));
  });

  it('takes what a condition cannot change', () => {
    expect(refused(['month'], [datesAt('month')], [capOnDates('month', { when: suspect })])).toEqual([]);
    const settled = conditionText.parse({ $purpose: 'AUDIT' });
    expect(refused(all, [datesAt('full')], [capOnDates('none', { when: settled })])).toEqual([]);
  });

  it('needs every field that it reads, each at its level', () => {
    const names = ['sexInMonth'];
    expect(refused(names, [datesAt('month'), sexes])).toEqual([]);
    expect(refused(names, [datesAt('month')])).toEqual(['Filter.sexInMonth Crossing.sex']);
    expect(refused(names, [datesAt('year'), sexes])).toEqual(['Filter.sexInMonth Crossing.on']);
    expect(refused(names, [])).toEqual(['Filter.sexInMonth Crossing.on', 'Filter.sexInMonth Crossing.sex']);
  });
});
