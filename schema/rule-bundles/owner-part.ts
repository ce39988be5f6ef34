import { z } from 'zod';

/** The form of a part; another form is another name. */
export const PART_FORMAT = 'pasarela-rules-1';
/** A party's code, or ALL. */
export const ownerCode = z.string().regex(/^[A-Z]{3,12}$/);
/** The folders of rule documents, and of what is revoked. */
const DOCUMENT_NAME = /^(parties|agreements|guardrails|deprecations|revocations)\/[a-z0-9][a-z0-9.-]{0,100}\.yaml$/;
const MAX_DOCUMENTS = 500;
const MAX_DOCUMENT_BYTES = 256 * 1024;
const MAX_LABELS = 20_000;

const document = z.strictObject({
  name: z.string().regex(DOCUMENT_NAME, 'is a name like agreements/border-management.pan.yaml'),
  text: z.string().refine((text) => Buffer.byteLength(text) <= MAX_DOCUMENT_BYTES, 'is larger than 256 KB'),
});

/** What an owner signs: all of its rules, and how it has seen its fields labelled. */
export const ownerPart = z.strictObject({
  format: z.literal(PART_FORMAT),
  owner: ownerCode,
  /** One more with each publication of this owner. */
  number: z.int().min(1),
  issuedAt: z.iso.datetime(),
  /** For how long a point goes on with these rules when it cannot ask whether they still hold. */
  maxStalenessSeconds: z.int().min(60).max(86_400),
  /** The owner's fields as they were labelled when it signed: coordinate to a short text. */
  labels: z.record(z.string(), z.string()).refine((labels) => Object.keys(labels).length <= MAX_LABELS, 'are too many'),
  documents: z
    .array(document)
    .max(MAX_DOCUMENTS)
    .refine(
      (documents) => new Set(documents.map(({ name }) => name)).size === documents.length,
      'names a document twice',
    ),
});

/** What an owner signs. */
export type OwnerPart = z.infer<typeof ownerPart>;
/** One YAML text of an owner, byte for byte. */
export type PartDocument = OwnerPart['documents'][number];

/** Seconds that an owner's rules hold unconfirmed, unless the owner says otherwise. */
export const DEFAULT_MAX_STALENESS_SECONDS = 900;
