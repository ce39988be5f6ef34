import { createHash } from 'node:crypto';
import { disclosure, hashOf } from '../../testing/evidence';
import { answerDigest, digestOf, recordReference } from './digest';
import { acknowledgementLeaf, gatewayLeaf, intentLeaf, outcomeLeaf, ownerLeaf, recordedLeaf, reportLeaf } from './leaf';
import { type PreparedLeaf, prepareLeaf, sequenceIn, textIn } from './leaf-text';

const { kind, subgraphs, ...common } = gatewayLeaf.parse(disclosure(1));
const { format, time, requestId, requester, purpose, caseReference, ruleSetVersion, operation } = common;
const owner = { ...common, kind: 'OWNER_DISCLOSURE', records: [hashOf('record')], counts: { 'Person.birthDate': 3 } };
const intent = {
  ...{ format, time, requestId, requester, purpose, caseReference, ruleSetVersion, operation },
  kind: 'MUTATION_INTENT',
  coordinates: ['Mutation.approveDraft'],
};
const outcome = {
  ...{ format, time, requestId },
  kind: 'MUTATION_OUTCOME',
  intent: { index: 4, leafHash: hashOf('intent') },
  outcome: 'FAILED',
  code: 'INTERNAL',
  answerDigest: null,
  subgraphs: [],
};
const acknowledgement = {
  ...{ format, time, requestId, requester, purpose, caseReference, ruleSetVersion },
  kind: 'ACKNOWLEDGEMENT',
  batch: '2026-05-04',
  records: 3,
  digest: hashOf('keys'),
};
const report = {
  ...{ format, time, requestId, requester, purpose, caseReference, ruleSetVersion },
  kind: 'WITHHELD_REPORT',
  withheld: [{ coordinate: 'Person.birthDate', rule: 'G-DATES' }],
};

const contribution = {
  contributor: 'PAN',
  agreements: ['PAN:BORDER'],
  rules: ['G-DATES'],
  disclosed: ['Need.station'],
  lowered: [{ coordinate: 'Need.seenOn', level: 'month', rule: 'G-DATES' }],
  withheld: [{ coordinate: 'Need.contact', rule: null }],
  records: [hashOf('record')],
  counts: { 'Need.station': 2, 'Need.seenOn': 1 },
};

const lineOf = ({ before, after }: PreparedLeaf, sequence: number) =>
  Buffer.from([...before, sequence, ...after].join(''));

describe('leaves', () => {
  it.each([
    ['the gateway’s', disclosure(1), gatewayLeaf],
    ['an owner’s', owner, ownerLeaf],
    ['an owner’s of a joint domain', { ...owner, contributions: [contribution] }, ownerLeaf],
    ['an intent', intent, intentLeaf],
    ['an outcome', outcome, outcomeLeaf],
    ['an acknowledgement', acknowledgement, acknowledgementLeaf],
    ['a report of what was withheld', report, reportLeaf],
    ['a report of a joint domain', { ...report, contributions: [contribution] }, reportLeaf],
  ])('%s is read as what it is', (_, leaf, schema) => {
    expect(schema.parse(leaf)).toEqual(leaf);
    expect(recordedLeaf.parse(leaf)).toEqual(leaf);
  });

  it.each([
    ['a member that is not known', { ...owner, name: 'Juan' }],
    ['another form', { ...owner, format: 'pasarela-evidence-0' }],
    ['a value where a coordinate belongs', { ...owner, disclosed: ['Juan Pérez'] }],
    ['a value where a hash belongs', { ...owner, records: ['person-17'] }],
    ['a value where a count belongs', { ...owner, counts: { 'Person.birthDate': '1990-01-01' } }],
    ['a count of what is no coordinate', { ...owner, counts: { 'Juan Pérez': 1 } }],
    ['a purpose that there is not', { ...owner, purpose: 'CURIOSITY' }],
    ['a case reference with spaces', { ...owner, caseReference: 'of Juan Pérez' }],
    ['a key where a digest belongs', { ...acknowledgement, digest: 'AAAA' }],
    ['a time where the day of a batch belongs', { ...acknowledgement, batch: time }],
    ['a contributor that is no party', { ...owner, contributions: [{ ...contribution, contributor: 'Juan' }] }],
    ['a contribution with a value in it', { ...owner, contributions: [{ ...contribution, station: 'LAJAS' }] }],
    ['a contribution that does not say how much', { ...owner, contributions: [{ contributor: 'PAN' }] }],
    ['contributions to what has one owner only', { ...disclosure(1), contributions: [contribution] }],
    ['a report of nothing', { ...report, withheld: [] }],
    ['a report of what went out', { ...report, disclosed: ['Person.sex'] }],
    ['half a character', { ...owner, requester: { ...requester, id: '\ud800' } }],
    ['a retention that no log wrote', { kind: 'RETENTION', format, time, olderThan: time, firstKept: 5 }],
  ])('with %s is refused', (_, leaf) => {
    expect(recordedLeaf.safeParse(leaf).success).toBe(false);
  });

  it('is one line of canonical text, in which its number, request and time are found', () => {
    const line = lineOf(prepareLeaf(disclosure(12), 'blind'), 345);
    expect(JSON.parse(line.toString())).toEqual({ ...disclosure(12), blind: 'blind', sequence: 345 });
    expect(line.includes('\n')).toBe(false);
    expect(sequenceIn(line)).toBe(345);
    expect([textIn(line, 'requestId'), textIn(line, 'time')]).toEqual(['request-12', '2026-05-01T10:00:00.000Z']);
  });

  it('finds its number only where it stands, not where a text says the same', () => {
    const deceiving = { ...disclosure(1), ruleSetVersion: 'x","sequence":9,"y":"' };
    expect(sequenceIn(lineOf(prepareLeaf(deceiving, 'blind'), 7))).toBe(7);
    const counting = { ...owner, counts: { a: 1, sequence: 9 }, kind: 'OWNER_DISCLOSURE' as const };
    expect(sequenceIn(lineOf(prepareLeaf(ownerLeaf.parse(counting), 'blind'), 8))).toBe(8);
    expect(sequenceIn(Buffer.from('{"a":1}'))).toBeUndefined();
    expect(sequenceIn(Buffer.from('{"a":1,"sequence":x}'))).toBeUndefined();
    expect(sequenceIn(Buffer.from(`{"a":1,"sequence":${'9'.repeat(30)}}`))).toBeUndefined();
  });

  it('is refused when it is too large', () => {
    expect(() =>
      prepareLeaf({ ...disclosure(1), operation: { digest: '', text: 'x'.repeat(9_000_000) } } as never, ''),
    ).toThrow(RangeError);
  });
});

describe('digests', () => {
  const salt = Buffer.alloc(32, 1);

  it('name a record differently under each person’s salt, and by type and id', () => {
    const record = { type: 'Person', id: '17' };
    expect(recordReference(record, salt)).toMatch(/^[\w-]{43}$/);
    expect(recordReference(record, salt)).toBe(recordReference({ ...record }, salt));
    expect(recordReference(record, Buffer.alloc(32, 2))).not.toBe(recordReference(record, salt));
    expect(recordReference({ type: 'Permit', id: '17' }, salt)).not.toBe(recordReference(record, salt));
  });

  it('of an answer needs its salt, that of an operation does not', () => {
    expect(answerDigest('{"data":null}', salt)).not.toBe(answerDigest('{"data":null}', Buffer.alloc(32, 2)));
    expect(answerDigest('{"data":null}', salt)).toBe(
      createHash('sha256')
        .update('answer\n')
        .update(salt.toString('base64url'))
        .update('\n{"data":null}')
        .digest('base64url'),
    );
    for (const length of [0, 1, 16_366, 16_367, 100_000])
      for (const letter of ['a', 'ñ', '€', '\u{1f600}']) {
        const answer = letter.repeat(length);
        const expected = createHash('sha256').update(`answer\n${salt.toString('base64url')}\n${answer}`);
        expect(answerDigest(answer, salt)).toBe(expected.digest('base64url'));
        expect(answerDigest(Buffer.from(answer), salt)).toBe(answerDigest(answer, salt));
        const long = Buffer.alloc(40_000, 3);
        expect(answerDigest(answer, long)).toBe(answerDigest(Buffer.from(answer), long));
      }
    expect(answerDigest('{"data":null}', salt)).not.toBe(recordReference({ type: '', id: '' }, salt));
    expect(digestOf('{ a }')).toBe(digestOf('{ a }'));
  });
});
