import { disclosure } from '../../testing/evidence';
import { checkLeaf } from './check-leaf';
import { constantPart } from './constant-part';
import type { RecordedLeaf } from './leaf';

const withMember = (member: string, value: unknown) => ({ ...disclosure(1), [member]: value }) as RecordedLeaf;

describe('a leaf before it is written', () => {
  it('is refused for what it holds, naming the member and no value', () => {
    const wrong = withMember('disclosed', ['Juan Pérez']);
    expect(() => checkLeaf(wrong)).toThrow('The leaf is not of its form: disclosed: invalid_format.');
    expect(() => checkLeaf(withMember('name', 'Juan Pérez'))).toThrow(/^((?!Juan).)*$/);
  });

  it('is looked at again in whatever can still change', () => {
    const disclosed = ['Crossing.month'];
    expect(checkLeaf(withMember('disclosed', disclosed))).toEqual(withMember('disclosed', ['Crossing.month']));
    disclosed.push('Juan Pérez');
    expect(() => checkLeaf(withMember('disclosed', disclosed))).toThrow('disclosed');
  });

  it('is not taken for what a constant part was in another member', () => {
    const rules = constantPart(['A RULE WITH SPACES']);
    expect(() => checkLeaf(withMember('rules', rules))).not.toThrow();
    expect(() => checkLeaf(withMember('disclosed', rules))).toThrow('disclosed');
    expect(() => checkLeaf(withMember('rules', rules))).not.toThrow();
  });

  it('holds constant parts that nobody can change any more', () => {
    const operation = constantPart({ digest: disclosure(1).kind, nested: [{ text: 'a' }] });
    expect(() => operation.nested.push({ text: 'b' })).toThrow(TypeError);
    expect(() => Object.assign(operation.nested[0] as object, { text: 'b' })).toThrow(TypeError);
    expect(() => checkLeaf(withMember('operation', operation))).toThrow('operation');
  });
});
