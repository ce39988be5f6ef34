import { levelOn } from '@pasarela/schema/access/decide';
import { Decider } from '@pasarela/schema/access/decider';
import { JOINT_SDL, JOINT_LABELS as labels } from '@pasarela/schema/testing/joint';
import { agreementOf, grantOf, ruleSetOf, subjectOf } from '@pasarela/schema/testing/rules';
import { buildSchema, graphql } from 'graphql';
import { withRecord } from '../domain/raw-record';
import { contextAt } from '../testing/serve-context';
import { hideRows } from './hide-rows';
import { maskFields } from './mask-fields';

const needBy = (contributedBy: unknown, station: string) => {
  const record = { contributedBy, station };
  return withRecord({ ...record, id: station, synthetic: true, seenOn: '2026-01-14' }, record);
};
const needs = [needBy('PAN', 'LAJAS'), needBy('USA', 'MCALLEN'), needBy('COL', 'NECOCLI'), needBy(undefined, 'LOST')];
const edges = needs.map((node) => ({ node }));

const grantBy = (owner: string, fields: readonly string[], level = 'full') =>
  grantOf(fields, { agreement: agreementOf({ owner }), level });
const GRANTS = [
  grantBy('PAN', ['Query.needs', 'Query.needPage', 'Need.station']),
  grantBy('PAN', ['Need.seenOn'], 'month'),
  grantBy('USA', ['Need.seenOn']),
];

/** What an analyst of Colombia is answered where a joint domain's records are stored. */
async function ask(source: string) {
  const ruleSet = ruleSetOf({ labels, grants: GRANTS });
  const schema = buildSchema(`scalar PartialDate ${JOINT_SDL}`, { assumeValidSDL: true });
  maskFields(schema, ruleSet);
  hideRows(schema, ruleSet);
  const decider = new Decider(ruleSet, subjectOf());
  const contextValue = {
    ...contextAt('full'),
    level: (coordinate: string) => decider.decide(coordinate).level,
    levelOn: (coordinate: string, record: object | undefined) => levelOn(decider.decide(coordinate), record),
    exists: (type: string, record: object | undefined) => decider.rows(type).exist.holds(record),
  };
  const { data, errors } = await graphql({ schema, source, rootValue: { needs, needPage: { edges } }, contextValue });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

describe('the records of a joint domain', () => {
  it('are there where their contributor grants something, each value as its contributor grants it', async () => {
    expect(await ask('{ needs { station seenOn synthetic } }')).toEqual({
      needs: [
        { station: 'LAJAS', seenOn: '2026-01', synthetic: true },
        { station: null, seenOn: '2026-01-14', synthetic: true },
      ],
    });
  });

  it('are missing on every way to them, and nothing else of them is told', async () => {
    expect(await ask('{ needPage { edges { node { id } } } }')).toEqual({
      needPage: { edges: [{ node: { id: 'LAJAS' } }, { node: { id: 'MCALLEN' } }] },
    });
  });
});
