import type { LabelTable } from '@pasarela/schema/labels/label';
import { buildSchema, graphql } from 'graphql';
import { withRecord } from '../domain/raw-record';
import { contextAt } from '../testing/serve-context';
import { DisclosedRecords } from './disclosed-records';
import { noteRecords } from './note-records';

const SDL = `
  interface Held { id: ID }
  type Permit implements Held { id: ID }
  type Person implements Held { id: ID permits: [[Permit]] }
  type Figure implements Held { id: ID }
  type Query { permit: Permit held: [Held] people: [Person!] figure: Figure }
`;
const LABELS = { records: new Map([...['Permit', 'Person'].entries()].map(([at, type]) => [type, at])) };

const made = (__typename: string, id: string, more: object = {}) =>
  withRecord({ __typename, id, ...more }, { _id: id });

/** Which records an answer is noted to hold, in the order of their names. */
async function noted(source: string, rootValue: object) {
  const schema = buildSchema(SDL);
  noteRecords(schema, LABELS as unknown as LabelTable);
  const disclosed = new DisclosedRecords();
  const { data, errors } = await graphql({
    ...{ schema, source, rootValue },
    contextValue: { ...contextAt('full'), disclosed },
  });
  const records = disclosed.all().map(({ type, id }) => `${type} ${id}`);
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors, records: records.sort() };
}

describe('the records that an answer holds', () => {
  it('are noted on every way to them, each once, at once or later', async () => {
    const permits = [[made('Permit', 'a'), null], Promise.resolve([Promise.resolve(made('Permit', 'b'))])];
    const people = async () => new Set([made('Person', 'one', { permits }), Promise.resolve(made('Person', 'two'))]);
    const { records, errors } = await noted('{ people { permits { id } } permit { id } figure { id } }', {
      people,
      permit: made('Permit', 'a'),
      figure: made('Figure', 'none'),
    });
    expect([errors, records]).toEqual([undefined, ['Permit a', 'Permit b', 'Person one', 'Person two']]);
  });

  it('are noted behind an interface by their own type', async () => {
    const held = [made('Permit', 'a'), Promise.resolve(made('Person', 'one')), made('Figure', 'none')];
    expect((await noted('{ held { id } }', { held })).records).toEqual(['Permit a', 'Person one']);
  });

  it('are no records without one that is stored', async () => {
    const { data, records } = await noted('{ permit { id } }', { permit: { id: 'a' } });
    expect([data, records]).toEqual([{ permit: { id: 'a' } }, []]);
  });

  it('leave every failure where it was, the first and those that come later', async () => {
    const failing = () => Promise.reject(new Error('lost'));
    const held = [failing(), made('Nowhere', 'x'), made('Permit', 'a'), failing()];
    const { data, errors } = await noted('{ held { id } permit { id } }', { held, permit: failing });
    expect([data, errors?.length]).toEqual([{ held: null, permit: null }, 2]);
  });
});
