import { z } from 'zod';
import { CASE_REFERENCE, PURPOSES, ROLES } from '../../identity/purposes';

/** The form of a leaf; another form is another name, and old leaves stay readable. */
export const LEAF_FORMAT = 'pasarela-evidence-1';

// INVARIANT: no member is for a value of a record or of a query: there are names of the schema, of rules and of who
// asks, numbers, times and hashes. A leaf holds nothing that is said of a person.
/** A SHA-256 in base64url. */
export const HASH = /^[\w-]{43}$/;
/** The name of a log or of a request. */
export const NAME = /^[\w.:/@-]{1,200}$/;
/** A time: in UTC, to the millisecond. */
export const TIME = z.regexes.datetime({ precision: 3 });
/** The most members of a list in a leaf. */
export const MOST = 20_000;

const hash = z.string().regex(HASH, 'is a SHA-256 in base64url');
const index = z.int().min(0);
const time = z.iso.datetime({ precision: 3 });
const party = z.string().regex(/^[A-Z]{3,12}$/);
const coordinate = z.string().regex(/^[_A-Za-z]\w{0,127}(\.[_A-Za-z]\w{0,127})?$/, 'is Type.field, or Type for rows');
const name = z.string().regex(NAME, 'is an id of letters, digits and . : / @ - _');
const text = (most: number) => z.string().min(1).max(most).refine(isWellFormed, 'holds half a character');
/** The id of a rule or an agreement, as its owner wrote it. */
const ruleId = text(200);
const ruleIds = z.array(ruleId).max(MOST);

/** Another leaf of this log. */
const leafPointer = z.strictObject({ index, leafHash: hash });

const requester = z.strictObject({
  party,
  agency: text(100),
  /** The issuer's own name for the person or service that asks, never for whom is asked about. */
  id: text(200),
  roles: z.array(z.enum(ROLES)),
});

const request = {
  format: z.literal(LEAF_FORMAT),
  time,
  requestId: name,
  requester,
  purpose: z.enum(PURPOSES),
  caseReference: z.string().regex(CASE_REFERENCE).nullable(),
  ruleSetVersion: text(500),
};

const operation = z.strictObject({
  /** Of the text below. */
  digest: hash,
  /** As `normaliseOperation` makes it. */
  text: z.string().max(200_000),
});

const withheld = z.array(z.strictObject({ coordinate, rule: ruleId.nullable() })).max(MOST);

/** What was shown, shown less of, and left out, and by which rules. */
const decided = {
  agreements: ruleIds,
  rules: ruleIds,
  disclosed: z.array(coordinate).max(MOST),
  lowered: z.array(z.strictObject({ coordinate, level: name, rule: ruleId.nullable() })).max(MOST),
  withheld,
};

const disclosed = { ...decided, answerDigest: hash };

/** Which records went out, and how much. */
const counted = {
  /** The records that were read, as `recordReference` names them. */
  records: z.array(hash).max(100_000),
  /** How many values of each field went out. */
  counts: z.record(coordinate, index),
};

/**
 * What an answer of a joint domain says of one party's part of it, and of no other's. The contributor JOINT is of
 * what no one party contributed.
 */
const contribution = z.strictObject({ contributor: party, ...decided, ...counted });

/** What of an answer of a joint domain was of whom: an optional member, which the leaves of no other domain have. */
const contributions = z.array(contribution).max(MOST).optional();

/** One party's part of an answer of a joint domain. */
export type ContributionOfLeaf = z.infer<typeof contribution>;

/** What the gateway gave out in one answer. */
export const gatewayLeaf = z.strictObject({
  kind: z.literal('GATEWAY_DISCLOSURE'),
  ...request,
  ...disclosed,
  operation,
  /** The leaves of the owners from whom the answer was fetched. */
  subgraphs: z.array(z.strictObject({ log: name, index, leafHash: hash })).max(MOST),
});

/** What an owner's subgraph gave out in one fetch. */
export const ownerLeaf = z.strictObject({
  kind: z.literal('OWNER_DISCLOSURE'),
  ...request,
  ...disclosed,
  operation,
  ...counted,
  contributions,
});

/** An owner's leaf of one fetch. */
export type OwnerLeaf = z.infer<typeof ownerLeaf>;

/** That a mutation is about to be done: stands in the log before anything is. */
export const intentLeaf = z.strictObject({
  kind: z.literal('MUTATION_INTENT'),
  ...request,
  operation,
  coordinates: z.array(coordinate).min(1).max(MOST),
});

/** What became of an intent. An intent without outcome: nobody knows whether it was done. */
export const outcomeLeaf = z.strictObject({
  kind: z.literal('MUTATION_OUTCOME'),
  format: z.literal(LEAF_FORMAT),
  time,
  requestId: name,
  intent: leafPointer,
  outcome: z.enum(['DONE', 'REFUSED', 'FAILED']),
  /** The catalogue's code when it was not done. */
  code: z
    .string()
    .regex(/^[A-Z_]{1,60}$/)
    .nullable(),
  answerDigest: hash.nullable(),
  subgraphs: z.array(z.strictObject({ log: name, index, leafHash: hash })).max(MOST),
});

/** That somebody of a recipient's says that they heard what was superseded in a batch. */
export const acknowledgementLeaf = z.strictObject({
  kind: z.literal('ACKNOWLEDGEMENT'),
  ...request,
  /** The day of the batch. */
  batch: z.iso.date(),
  /** How many records the batch told the recipient of. */
  records: index,
  /** Of the keys of these records, as the recipient was given them. */
  digest: hash,
});

/**
 * That a gateway says that of an owner's something was asked for and withheld, in a request of which nothing was
 * fetched from this owner: who asked is the gateway's word alone.
 */
export const reportLeaf = z.strictObject({
  kind: z.literal('WITHHELD_REPORT'),
  ...request,
  withheld: withheld.min(1),
  contributions,
});

/** An owner's leaf of what a gateway reported. */
export type ReportLeaf = z.infer<typeof reportLeaf>;

/** That older leaves are dropped as the retention says; their hashes stay. Written by the log itself. */
export const retentionLeaf = z.strictObject({
  kind: z.literal('RETENTION'),
  format: z.literal(LEAF_FORMAT),
  time,
  /** All of them are older than this. */
  olderThan: time,
  /** The first leaf that is dropped. */
  firstDropped: index,
  /** The first leaf that is kept. */
  firstKept: index,
  /** The official who ordered it, by the owner's own name for them. */
  by: text(200),
  /** The rule under which it was ordered, in the owner's words. */
  rule: text(500),
  /** For how long every leaf was to be kept by the owner's setting then: a duration in ISO 8601. */
  minimum: z.string().regex(/^P[\dYMWDTHS]{1,30}$/),
});

/** That older leaves were dropped, as the log itself says it. */
export type RetentionLeaf = z.infer<typeof retentionLeaf>;

/**
 * That the log goes on from a copy that is older than what it had signed: a log with another key, whose leaves before
 * this one are the copy's. Written by the log itself, and the first thing that it records.
 */
export const restorationLeaf = z.strictObject({
  kind: z.literal('RESTORATION'),
  format: z.literal(LEAF_FORMAT),
  time,
  by: text(200),
  reason: text(500),
  /** The key of the log that was lost, as `name+id+base64`. */
  formerKey: text(500),
  /** The newest checkpoint of it that anybody is known to hold. */
  lastKnown: z.strictObject({ size: index, root: hash }),
  /** The first of its leaves that is not in the copy: those from here to the last known one are lost. */
  firstLost: index,
  /** How many of the copy's leaves that log had signed, by the copy's own checkpoints. */
  signedBefore: index,
});

/** That the log goes on from an older copy. */
export type RestorationLeaf = z.infer<typeof restorationLeaf>;

/** What a gateway or a subgraph records; the log adds `sequence`, its number, and `blind`, 32 secret bytes. */
export const recordedLeaf = z.discriminatedUnion('kind', [
  gatewayLeaf,
  ownerLeaf,
  intentLeaf,
  outcomeLeaf,
  acknowledgementLeaf,
  reportLeaf,
]);
/** What a gateway or a subgraph records. */
export type RecordedLeaf = z.infer<typeof recordedLeaf>;
/** Whatever stands in a log. */
export type LeafContent = RecordedLeaf | RetentionLeaf | RestorationLeaf;

function isWellFormed(value: string): boolean {
  return value.isWellFormed();
}
