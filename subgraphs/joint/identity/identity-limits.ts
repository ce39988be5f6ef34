import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readYaml } from '@pasarela/schema/access/read-yaml';
import { z } from 'zod';

const atLeastOne = z.int().min(1);

const limits = z.strictObject({
  /** The parties that take part: each asks, and each is asked. */
  parties: z.array(z.string().regex(/^[A-Z]{3}$/)).min(2),
  probesPerPartyAndYear: atLeastOne,
  probesPerCase: atLeastOne,
  /** One probe a target, a case and so many days. */
  windowDays: atLeastOne,
  batchMinutes: atLeastOne,
  /** How long after a batch closed its replies are ready, all of them at once. */
  replyAfterSeconds: z.int().min(2),
  replyKeptHours: atLeastOne,
  hitKeptDays: atLeastOne,
  /** The least count that another party is shown (k). */
  smallestCount: z.int().min(10),
});

/** How much may be asked, and how long anything is kept. */
export type IdentityLimits = Readonly<z.infer<typeof limits>>;

const directory = path.dirname(require.resolve('@pasarela/joint-identity/package.json'));
const file = path.join(directory, 'limits.yaml');

/** The limits of the domain's own file. Throws when they are not whole. */
export const LIMITS: IdentityLimits = readYaml(path.basename(file), readFileSync(file, 'utf8'), limits).content;

/** The milliseconds of a day. */
export const DAY_MS = 86_400_000;
