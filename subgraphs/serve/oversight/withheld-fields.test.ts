import { Decider } from '@pasarela/schema/access/decider';
import { mergeLabels } from '@pasarela/schema/labels/merge-labels';
import { namedSchemas } from '@pasarela/schema/testing/labels';
import { capOf, grantOf, ruleSetOf, subjectOf } from '@pasarela/schema/testing/rules';
import { withheldCoordinates, withheldFields } from './withheld-fields';

const SDL = `
type Query { rows: [Row!] @owner(party: "PAN") @sensitivity(as: OPERATIONAL) }
type Row @owner(party: "PAN") {
  shown: String @sensitivity(as: OPERATIONAL)
  capped: String @sensitivity(as: OPERATIONAL)
  ungranted: String @sensitivity(as: OPERATIONAL)
  foreign: String @owner(party: "COL") @sensitivity(as: OPERATIONAL)
}`;
const { table } = mergeLabels(namedSchemas(SDL));
const caps = [capOf({ id: 'CAP', target: { coordinates: ['Row.capped'] } })];
const grants = [grantOf(['Query.rows', 'Row.shown', 'Row.capped'])];
const decider = new Decider(ruleSetOf({ labels: table, grants, caps }), subjectOf());

describe('what an owner records of what was cut out', () => {
  it('is its own fields, each once, with the reason that its own rules give', () => {
    const told = ['Row.ungranted', 'Row.capped', 'Row.capped', 'Row.foreign', 'Row.nowhere', 'Nothing.atAll'];
    expect(withheldFields(told, 'PAN', decider)).toEqual([
      { coordinate: 'Row.capped', rule: 'CAP' },
      { coordinate: 'Row.ungranted', rule: null },
    ]);
  });

  it('gives no rule for what it would have shown: that is for the gateway to explain', () => {
    expect(withheldFields(['Row.shown'], 'PAN', decider)).toEqual([{ coordinate: 'Row.shown', rule: null }]);
  });

  it('takes names of fields alone, and not too many', () => {
    expect(withheldCoordinates.safeParse(['Row.capped']).success).toBe(true);
    for (const told of [['Maria Perez'], ['Row.a.b'], [7], new Array(2001).fill('Row.a')])
      expect(withheldCoordinates.safeParse(told).success).toBe(false);
  });
});
