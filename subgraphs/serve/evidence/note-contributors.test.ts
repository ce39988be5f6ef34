import { JOINT_LABELS, JOINT_SDL } from '@pasarela/schema/testing/joint';
import { buildSchema, graphql } from 'graphql';
import { withRecord } from '../domain/raw-record';
import { contextAt } from '../testing/serve-context';
import { AnswerContributors } from './answer-contributors';
import { noteContributors } from './note-contributors';

const needBy = (contributedBy: unknown, _id: string) => {
  const record = { _id, contributedBy };
  return withRecord({ id: _id, station: _id }, record);
};
const pledgeOf = (party: string) => withRecord({ title: party }, { owner: { party } });

/** Whose records stand where in the answer to a question. */
async function noted(source: string, rootValue: object) {
  const schema = buildSchema(`scalar PartialDate ${JOINT_SDL}`, { assumeValidSDL: true });
  noteContributors(schema, JOINT_LABELS);
  const contributors = new AnswerContributors();
  const contextValue = { ...contextAt('full'), contributors };
  const { data, errors } = await graphql({ schema, source, rootValue, contextValue });
  const whose = (place: string) => contributors.at(place)?.contributor;
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors, whose, records: contributors.records() };
}

describe('whose records stand where in an answer', () => {
  it('is noted at each place, under the names of the answer, on every way to them', async () => {
    const needs = [needBy('PAN', 'one'), needBy('USA', 'two')];
    const rootValue = { needs, needPage: async () => ({ edges: [{ node: needs[1] }] }) };
    const { whose } = await noted('{ own: needs { id } needPage { edges { node { id } } } }', rootValue);
    expect(['/own/0', '/own/1', '/needPage/edges/0/node'].map(whose)).toEqual(['PAN', 'USA', 'USA']);
    expect(['/own', '/needs/0', '/needPage/edges/0'].map(whose)).toEqual([undefined, undefined, undefined]);
  });

  it('names each record once for its contributor, though it stands in two places', async () => {
    const needs = [needBy('PAN', 'one'), needBy('PAN', 'one'), needBy('USA', 'one')];
    const { records } = await noted('{ needs { id } }', { needs });
    expect([...records]).toEqual([
      ['PAN', [{ type: 'Need', id: 'one' }]],
      ['USA', [{ type: 'Need', id: 'one' }]],
    ]);
  });

  it('reads the contributor where the type says that it stands, and takes what nobody knows for nobody’s', async () => {
    const rootValue = { pledges: [pledgeOf('COL')], needs: [needBy(undefined, 'lost')] };
    const { whose } = await noted('{ pledges { title } needs { id } }', rootValue);
    expect([whose('/pledges/0'), whose('/needs/0')]).toEqual(['COL', 'JOINT']);
  });

  it('changes no answer: what fails in a list fails there alone, and the rest keeps its place', async () => {
    const needs = [
      Promise.resolve(needBy('PAN', 'one')),
      null,
      Promise.reject(new Error('lost')),
      needBy('USA', 'two'),
    ];
    const schema = '{ needs { station } }';
    const { data, errors, whose } = await noted(schema, { needs: new Set(needs) });
    expect(data).toEqual({ needs: null });
    expect(errors?.map(({ path }) => path)).toEqual([['needs', 1]]);
    const whole = await noted(schema, { needs: new Set([needs[0], needs[3]]) });
    expect(whole.data).toEqual({ needs: [{ station: 'one' }, { station: 'two' }] });
    expect(whose('/needs/3')).toBe('USA');
  });
});
