import { z } from 'zod';
import { partyCode, publicRootKey } from '../rule-bundles/root-keys';

/** The form of an enrolment; another form is another name. */
export const ENROLMENT_FORMAT = 'pasarela-enrolment-1';
const MAX_TEXT = 200;
const MAX_ENTRIES = 100;

/** INVARIANT: what a partner wrote moves no cursor and turns no text around when an operator reads it. */
const printable = z
  .string()
  .min(1)
  .max(MAX_TEXT)
  .refine((text) => !/\p{C}/u.test(text), 'holds characters that cannot be seen')
  .refine((text) => text === text.normalize('NFC').trim(), 'is not in its plain spelling (NFC, no space around it)');

const secureAddress = z
  .url({ protocol: /^https$/, error: 'is an address like https://identity.example.org/' })
  .max(500)
  .refine((text) => /^[!-~]+$/.test(text), 'holds characters that addresses do not have')
  .refine(
    (text) => URL.canParse(text) && `${new URL(text).username}${new URL(text).password}` === '',
    'holds a user name or a password',
  );
const withoutTwice = <Entry>(name: (entry: Entry) => string) =>
  [(entries: readonly Entry[]) => new Set(entries.map(name)).size === entries.length, 'names one twice'] as const;

const agency = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, 'is a code of capitals, digits and _'),
  name: printable,
});
const issuerKey = publicRootKey.extend({ kid: z.string().regex(/^[\w-]{43}$/, 'is no thumbprint') });
const subgraph = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{2,60}$/, 'is a name like brazil-refuge'),
  url: secureAddress,
});

/** What a party says of itself before it has keys. */
export const partySaid = z.strictObject({
  party: partyCode,
  name: z.strictObject({ en: printable, es: printable }),
  contact: printable,
  agencies: z
    .array(agency)
    .min(1)
    .max(MAX_ENTRIES)
    .refine(...withoutTwice(({ code }: { code: string }) => code)),
  /** The name of who vouches for the party's people. */
  issuer: secureAddress,
  subgraphs: z
    .array(subgraph)
    .max(MAX_ENTRIES)
    .refine(...withoutTwice(({ name }: { name: string }) => name)),
});
/** What a party says of itself before it has keys. */
export type PartySaid = z.infer<typeof partySaid>;

/** What a party says of itself when it joins; public. */
export const enrolment = partySaid.extend({
  format: z.literal(ENROLMENT_FORMAT),
  /** The party's first root key: what it signs its rules with. */
  rootKey: z.strictObject({ number: z.literal(1), key: publicRootKey }),
  /** Who vouches for the party's people, and with which keys. */
  issuer: z.strictObject({
    issuer: secureAddress,
    keys: z
      .array(issuerKey)
      .min(1)
      .max(10)
      .refine(...withoutTwice(({ kid }: { kid: string }) => kid)),
  }),
  /** The SHA-256 of the schema that the party brings, as hexadecimal. */
  schema: z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
  issuedAt: z.iso.datetime(),
});
/** What a party says of itself when it joins. */
export type Enrolment = z.infer<typeof enrolment>;
