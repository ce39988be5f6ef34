import { labelsOf } from '../testing/labels';
import { capOf, grantOf, ruleSetOf, subjectOf } from '../testing/rules';
import { Decider } from './decider';

const labels = labelsOf(`
  type Flow @owner(party: "PAN") {
    entries: Count @sensitivity(as: STATISTICAL)
    exits: Count @sensitivity(as: STATISTICAL)
    difference: Int @sensitivity(as: STATISTICAL) @requires(fields: "entries { value } exits { value }")
    twice: Int @sensitivity(as: STATISTICAL) @requires(fields: "difference")
  }
  type Count @structural { value: Int }
`);
const ALL = ['Flow.entries', 'Flow.exits', 'Flow.difference', 'Flow.twice'];

const deciderOf = (fields: string[], caps = [] as Parameters<typeof capOf>[0][]) =>
  new Decider(ruleSetOf({ labels, grants: [grantOf(fields)], caps: caps.map(capOf) }), subjectOf());

describe('Decider', () => {
  it('shows a computed field when all that it is computed from is shown in full', () => {
    expect(deciderOf(ALL).decide('Flow.difference').level).toBe('full');
  });

  it('withholds it when one of them is not granted', () => {
    const decision = deciderOf(['Flow.entries', 'Flow.difference']).decide('Flow.difference');
    expect(decision).toMatchObject({ level: 'none', withheld: true, full: false, agreements: [], cap: undefined });
  });

  it('withholds it when one of them is lowered, and names the cap', () => {
    const rounded = { target: { coordinates: ['Flow.exits'] }, level: 'rounded' };
    expect(deciderOf(ALL, [rounded]).decide('Flow.difference')).toMatchObject({
      level: 'none',
      cap: { id: 'TEST-CAP' },
    });
    expect(deciderOf(ALL, [rounded]).decide('Flow.exits').level).toBe('rounded');
  });

  it('follows requirements of requirements', () => {
    expect(deciderOf(ALL).decide('Flow.twice').full).toBe(true);
    expect(deciderOf(ALL.slice(1)).decide('Flow.twice').withheld).toBe(true);
  });

  it('withholds fields that require each other, all of them, and comes to an end', () => {
    const circle = labelsOf(`type Flow @owner(party: "PAN") {
      one: Int @sensitivity(as: STATISTICAL) @requires(fields: "other")
      other: Int @sensitivity(as: STATISTICAL) @requires(fields: "one")
    }`);
    const grants = [grantOf(['Flow.one', 'Flow.other'])];
    for (const first of ['Flow.one', 'Flow.other'])
      expect(new Decider(ruleSetOf({ labels: circle, grants }), subjectOf()).decide(first).withheld).toBe(true);
  });

  it('decides each field once', () => {
    const decider = deciderOf(ALL);
    expect(decider.decide('Flow.entries')).toBe(decider.decide('Flow.entries'));
  });
});
