import fc from 'fast-check';
import { disclosure, hashOf } from '../../testing/evidence';
import { canonicalJson } from './canonical-json';
import { constantPart } from './constant-part';
import type { RecordedLeaf } from './leaf';
import { prepareRecorded } from './leaf-form';
import type { PreparedLeaf } from './leaf-text';

const textOf = ({ before, after }: PreparedLeaf, sequence: number) =>
  Buffer.concat([...before, String(sequence), ...after].map((piece) => Buffer.from(piece))).toString();
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

  it('are refused for each member that is new in them', () => {
    const whole = { ...disclosure(1), operation: operations[0] } as RecordedLeaf;
    const wrong = { requestId: 'Juan Pérez', time: 'yesterday', answerDigest: 'AAAA', subgraphs: [{ log: 'a b' }] };
    for (const [name, value] of Object.entries({ ...wrong, name: 'Juan Pérez', requester: { id: 'Juan' } })) {
      prepareRecorded(whole, BLIND);
      expect(() => prepareRecorded({ ...whole, [name]: value } as RecordedLeaf, BLIND)).toThrow(TypeError);
    }
    const { time: _time, ...without } = whole;
    expect(() => prepareRecorded(without as RecordedLeaf, BLIND)).toThrow('time');
  });

  it('are not taken for another kind with the same members', () => {
    const intent = { ...request, kind: 'MUTATION_INTENT', operation: operations[0], coordinates: ['Mutation.a'] };
    expect(() => prepareRecorded(intent as unknown as RecordedLeaf, BLIND)).toThrow('unrecognized_keys');
  });
});
