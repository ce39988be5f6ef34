import { labelsOf } from '@pasarela/schema/testing/labels';
import { buildSchema, type GraphQLObjectType, graphql } from 'graphql';
import { contextAt } from '../testing/serve-context';
import { maskFields } from './mask-fields';

const SDL = `
  scalar PartialDate
  scalar PersonKey
  type Query @owner(party: "PAN") { crossing: Crossing @sensitivity(as: OPERATIONAL) }
  type Crossing @owner(party: "PAN") {
    on: PartialDate @sensitivity(as: PERSONAL)
    later: PartialDate @sensitivity(as: PERSONAL)
    sex: String @sensitivity(as: PERSONAL)
    page: Page @sensitivity(as: OPERATIONAL)
    unlabelled: PartialDate
  }
  type Page @structural { asOf: PartialDate }
`;
const ROW = { on: '2024-03-05', sex: 'F', page: { asOf: '2024-03-05' }, unlabelled: '2024-03-05' };

async function crossingAt(level: string) {
  const schema = buildSchema(SDL, { assumeValidSDL: true });
  const { on, later } = (schema.getType('Crossing') as GraphQLObjectType).getFields();
  if (later) later.resolve = async (row) => row.on;
  maskFields(schema, labelsOf(SDL));
  const { data, errors } = await graphql({
    schema,
    source: '{ crossing { on later sex page { asOf } unlabelled } }',
    rootValue: { crossing: ROW },
    contextValue: contextAt(level),
  });
  expect(errors).toBeUndefined();
  return { on, crossing: JSON.parse(JSON.stringify(data?.crossing)) };
}

describe('maskFields', () => {
  it.each([
    ['full', '2024-03-05'],
    ['month', '2024-03'],
    ['year', '2024'],
    ['none', null],
    ['no such level', null],
  ])('answers a date at the level %s, resolved at once or later', async (level, value) => {
    const { crossing } = await crossingAt(level);
    expect([crossing.on, crossing.later]).toEqual([value, value]);
  });

  it('leaves structural fields and kinds without levels between to the decision alone', async () => {
    const { crossing } = await crossingAt('month');
    expect(crossing).toMatchObject({ sex: 'F', page: { asOf: '2024-03-05' } });
  });

  it('lowers a field whose label is not whole like any other', async () => {
    expect((await crossingAt('none')).crossing.unlabelled).toBeNull();
  });
});
