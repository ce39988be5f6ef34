import { Decider } from '@pasarela/schema/access/decider';
import { mergeLabels } from '@pasarela/schema/labels/merge-labels';
import { namedSchemas } from '@pasarela/schema/testing/labels';
import { grantOf, ruleSetOf, subjectOf } from '@pasarela/schema/testing/rules';
import { CutOutFields } from './cut-out-fields';

const ONE = `
type Query { rows: [Row!] @owner(party: "PAN") @sensitivity(as: OPERATIONAL) }
type Row @owner(party: "PAN") {
  shown: String @sensitivity(as: OPERATIONAL)
  second: String @sensitivity(as: OPERATIONAL)
  first: String @sensitivity(as: OPERATIONAL)
}`;
const TWO = 'type Other @owner(party: "COL") { field: String @sensitivity(as: OPERATIONAL) }';
const { table } = mergeLabels(namedSchemas(ONE, TWO));
const decider = new Decider(ruleSetOf({ labels: table, grants: [grantOf(['Query.rows', 'Row.shown'])] }), subjectOf());
const fields = ['Query.rows', 'Row.shown', 'Row.second', 'Row.first', 'Row.first', 'Other.field'].map((coordinate) => ({
  path: coordinate,
  decision: decider.decide(coordinate),
}));

describe('fields that were cut out', () => {
  it('are told once to the subgraph that has them, by name', () => {
    const cutOut = new CutOutFields(fields, table);
    expect(cutOut.remaining()).toEqual(['one', 'two']);
    expect(cutOut.take('one')).toEqual(['Row.first', 'Row.second']);
    expect(cutOut.take('one')).toEqual([]);
    expect(cutOut.remaining()).toEqual(['two']);
    expect(cutOut.take('two')).toEqual(['Other.field']);
  });

  it('are nothing where nothing was cut out', () => {
    const cutOut = new CutOutFields(fields.slice(0, 2), table);
    expect([cutOut.remaining(), cutOut.take('one')]).toEqual([[], []]);
  });
});
