import { z } from 'zod';
import { partyCode, ruleId } from '../rule-files';

const person = z.strictObject({
  /** The issuer's own name for the person or service (`sub`). */
  person: z.string().min(1).max(200),
  /** Tokens issued before this instant are refused, later ones count; without it all are refused. */
  tokensBefore: z.iso
    .datetime('is an instant like 2026-11-28T10:00:00Z')
    .transform((text) => Date.parse(text))
    .optional(),
});

const key = z.strictObject({
  issuer: z.url({ error: 'is the address of an issuer, as its tokens name it (iss)' }),
  /** The name of the key, as tokens say it in their header (`kid`). */
  key: z.string().min(1).max(200),
});

const agreement = z.strictObject({ agreement: ruleId });

/** The shape of a file of revocations: what one party takes back at once. */
export const revocationFile = z
  .strictObject({
    revocations: ruleId,
    owner: partyCode,
    persons: z.array(person).min(1).optional(),
    keys: z.array(key).min(1).optional(),
    agreements: z.array(agreement).min(1).optional(),
  })
  .refine(
    ({ persons, keys, agreements }) => persons ?? keys ?? agreements,
    'revokes nothing: name persons, keys or agreements',
  );

/** A file of revocations as it is written. */
export type RevocationText = z.infer<typeof revocationFile>;
