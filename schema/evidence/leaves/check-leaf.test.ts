import fc from 'fast-check';
import { disclosure } from '../../testing/evidence';
import { checkLeaf } from './check-leaf';
import { constantPart } from './constant-part';
import { type RecordedLeaf, recordedLeaf } from './leaf';

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

  it('is not taken for what a constant part was in another kind of leaf', () => {
    const withheld = constantPart([]);
    const { format, time, requestId, requester, purpose, caseReference, ruleSetVersion } = disclosure(1) as Extract<
      RecordedLeaf,
      { kind: 'GATEWAY_DISCLOSURE' }
    >;
    const request = { format, time, requestId, requester, purpose, caseReference, ruleSetVersion };
    expect(() => checkLeaf(withMember('withheld', withheld))).not.toThrow();
    expect(() => checkLeaf({ kind: 'WITHHELD_REPORT', ...request, withheld } as RecordedLeaf)).toThrow('withheld');
  });

  it('has no constant parts that may say something else each time', () => {
    const changing = {
      get text() {
        return 'a';
      },
    };
    for (const part of [changing, Object.create({ text: 'a' }), new Map(), [changing]])
      expect(() => constantPart(part)).toThrow(TypeError);
  });

  it('is looked at in each of its counts, however often their fields were counted before', () => {
    const { subgraphs: _, ...request } = disclosure(1) as Extract<RecordedLeaf, { kind: 'GATEWAY_DISCLOSURE' }>;
    const counted = (counts: object) =>
      ({ ...request, kind: 'OWNER_DISCLOSURE', records: [], counts }) as unknown as RecordedLeaf;
    for (let times = 0; times < 2; times += 1)
      expect(() => checkLeaf(counted({ 'Row.one': 1, 'Row.two': 0 }))).not.toThrow();
    for (const wrong of [
      [],
      new Map([['Row.one', 1]]),
      { 'Row.one': -1 },
      { 'Row.one': 1.5 },
      { 'Row.one': '1' },
      { 'Row.one': 1, 'Juan Pérez': 1 },
    ])
      expect(() => checkLeaf(counted(wrong))).toThrow('counts');
    expect(() => checkLeaf(withMember('counts', { 'Row.one': 1 }))).toThrow('unrecognized_keys');
  });

  it('holds constant parts that nobody can change any more', () => {
    const operation = constantPart({ digest: disclosure(1).kind, nested: [{ text: 'a' }] });
    expect(() => operation.nested.push({ text: 'b' })).toThrow(TypeError);
    expect(() => Object.assign(operation.nested[0] as object, { text: 'b' })).toThrow(TypeError);
    expect(() => checkLeaf(withMember('operation', operation))).toThrow('operation');
  });

  it("is refused for an owner's leaf that its form refuses, and for no other", () => {
    const owners = { log: 'panama-darien-flow', index: 0, leafHash: 'A'.repeat(43) };
    const lists: readonly unknown[] = [
      [],
      [owners, owners],
      ...[{ log: 'a b' }, { log: 5 }, { index: -1 }, { index: 0.5 }, { index: 2 ** 53 }, { index: '0' }].map(
        (change) => [owners, { ...owners, ...change }],
      ),
      [{ ...owners, leafHash: 'A'.repeat(42) }],
      [{ ...owners, leafHash: null }],
      [{ ...owners, more: 1 }],
      [{ log: 'a', index: 0, other: 'A'.repeat(43) }],
      Array.from({ length: 20_001 }, () => owners),
    ];
    for (const subgraphs of lists) {
      const leaf = withMember('subgraphs', subgraphs);
      const check = expect(() => checkLeaf(leaf));
      if (recordedLeaf.safeParse(leaf).success) check.not.toThrow();
      else check.toThrow('subgraphs');
    }
  });

  it('is refused exactly where its whole form refuses it, whatever was seen before', () => {
    const whole = disclosure(1) as unknown as Record<string, unknown>;
    const wrong = fc.constantFrom<unknown>(undefined, null, '', 'Juan Pérez', -1, 1.5, [], ['Juan Pérez'], {}, [null]);
    const change = fc.tuple(fc.constantFrom(...Object.keys(whole), 'counts', 'name'), wrong);
    const frozen = fc.array(fc.constantFrom(...Object.keys(whole)));
    const isRefused = (leaf: object) => {
      try {
        return !checkLeaf(leaf as RecordedLeaf);
      } catch {
        return true;
      }
    };
    fc.assert(
      fc.property(fc.array(change, { maxLength: 2 }), frozen, (changes, constant) => {
        const leaf: Record<string, unknown> = { ...structuredClone(whole), ...Object.fromEntries(changes) };
        for (const part of constant.map((name) => leaf[name])) if (part instanceof Object) constantPart(part);
        const expected = !recordedLeaf.safeParse(leaf).success;
        expect([isRefused(leaf), isRefused(leaf)]).toEqual([expected, expected]);
      }),
    );
  });
});
