import fc from 'fast-check';
import { disclosure, hashOf } from '../../testing/evidence';
import { canonicalJson } from './canonical-json';
import { constantPart } from './constant-part';
import type { RecordedLeaf } from './leaf';
import { prepareRecorded } from './leaf-form';
import type { PreparedLeaf } from './leaf-text';

const textOf = ({ before, after }: PreparedLeaf, sequence: number) => [...before, sequence, ...after].join('');
const BLIND = hashOf('blind');

const { subgraphs: _, ...request } = disclosure(1) as Extract<RecordedLeaf, { kind: 'GATEWAY_DISCLOSURE' }>;
const operations = [
  constantPart({ digest: hashOf('one'), text: '{ niños }' }),
  constantPart({ digest: hashOf('two'), text: '{ two }' }),
];
/** By member: what leaves of one operation differ by, parts that never change and others of the same value. */
const CHOICES = {
  operation: operations,
  requestId: ['request-1', 'request-2'],
  time: ['2026-05-01T10:00:00.000Z', '2026-05-01T10:00:00.001Z'],
  purpose: ['STATISTICS', 'PROTECTION'],
  caseReference: [null, 'CASE-1'],
  ruleSetVersion: ['v7', 'v8'],
  requester: [constantPart({ ...request.requester }), { ...request.requester, id: 'other' }],
  disclosed: [constantPart(['Row.one']), constantPart(['Row.two']), ['Row.one']],
  lowered: [constantPart([]), []],
  withheld: [constantPart([]), [{ coordinate: 'Row.three', rule: 'R' }], []],
  records: [constantPart([]), [hashOf('record')]],
  counts: [constantPart({ 'Row.one': 1 }), { 'Row.one': 2, 'Row.año': 1 }, { 'Row.two': 0 }],
  contributions: [undefined, []],
} as const;
const owners = fc
  .record(
    Object.fromEntries(Object.entries(CHOICES).map(([name, values]) => [name, fc.constantFrom<unknown>(...values)])),
  )
  .map((chosen) => ({ ...request, kind: 'OWNER_DISCLOSURE', ...chosen }) as unknown as RecordedLeaf);

describe('leaves of one form', () => {
  it('are written as their whole text is, whatever was written before', () => {
    fc.assert(
      fc.property(fc.array(owners, { minLength: 1, maxLength: 30 }), (leaves) => {
        for (const leaf of leaves) {
          const isWrong = JSON.stringify(leaf).includes('año');
          if (isWrong) expect(() => prepareRecorded(leaf, BLIND)).toThrow('counts');
          else {
            const prepared = prepareRecorded(leaf, BLIND);
            const text = canonicalJson({ ...leaf, blind: BLIND, sequence: 4_321 } as never);
            expect(textOf(prepared, 4_321)).toBe(text);
            expect(prepared.bytes).toBe(Buffer.byteLength(text) - '4321'.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  const disclosed = constantPart(['Row.one']);

  it('are refused for each member that is new in them', () => {
    const whole = { ...disclosure(1), disclosed } as RecordedLeaf;
    const wrong = { requestId: 'Juan Pérez', time: 'yesterday', answerDigest: 'AAAA', subgraphs: [{ log: 'a b' }] };
    const { time: _time, ...without } = whole;
    for (const [name, value] of Object.entries({ ...wrong, name: undefined, requester: { id: 'Juan' } })) {
      prepareRecorded(whole, BLIND);
      expect(() => prepareRecorded({ ...whole, [name]: value } as RecordedLeaf, BLIND)).toThrow(TypeError);
      expect(() => prepareRecorded({ ...without, [name]: value } as RecordedLeaf, BLIND)).toThrow(TypeError);
    }
    expect(() => prepareRecorded({ ...without, name: 'Juan' } as never, BLIND)).toThrow('unrecognized_keys');
  });

  it('share nothing that can still change', () => {
    const lowered = [{ coordinate: 'Row.three', level: 'month', rule: null as string | null }];
    const leaf = { ...disclosure(1), disclosed, lowered } as RecordedLeaf;
    prepareRecorded(leaf, BLIND);
    lowered.push({ coordinate: 'Row.four', level: 'year', rule: 'R' });
    expect(textOf(prepareRecorded(leaf, BLIND), 1)).toContain('Row.four');
    lowered.push({ coordinate: 'Juan Pérez', level: 'year', rule: 'R' });
    expect(() => prepareRecorded(leaf, BLIND)).toThrow('lowered');
  });

  it('are of one kind', () => {
    const { kind, requestId, time, ...rest } = { ...disclosure(1), disclosed } as Record<string, unknown>;
    const leaf = { kind, requestId, time, ...rest } as unknown as RecordedLeaf;
    prepareRecorded(leaf, BLIND);
    expect(() => prepareRecorded({ ...leaf, kind: 'OWNER_DISCLOSURE' } as never, BLIND)).toThrow('unrecognized_keys');
    expect(textOf(prepareRecorded(leaf, BLIND), 1)).toContain('"kind":"GATEWAY_DISCLOSURE"');
  });
});
