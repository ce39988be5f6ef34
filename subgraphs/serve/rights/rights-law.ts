import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readYaml } from '@pasarela/schema/access/read-yaml';
import { localizedTextSchema } from '@pasarela/schema/localized-text';
import { z } from 'zod';

const term = z.strictObject({
  days: z.int().min(1).max(365),
  /** Working days are Monday to Friday: public holidays are not known here. */
  counted: z.enum(['WORKING_DAYS', 'CALENDAR_DAYS']),
});

const kind = z.strictObject({
  title: localizedTextSchema,
  answer: term,
  /** By how much the answer may be put off, once; null where the law allows none. */
  extension: term.nullable(),
  source: z.string().min(1),
});

const rightsLaw = z.strictObject({
  title: localizedTextSchema,
  /** What can be asked for, in the owner's own terms. */
  kinds: z.record(z.string().regex(/^[A-Z_]{3,40}$/), kind),
  erasure: z.strictObject({
    /** What the law keeps of an erased record; null where all of it goes. */
    keeps: localizedTextSchema.nullable(),
    source: z.string().min(1),
  }),
});

/** By which law an owner answers people: kinds, terms, and what an erasure keeps. */
export type RightsLaw = z.infer<typeof rightsLaw>;
/** A number of days, and which days count. */
export type RightsTerm = z.infer<typeof term>;
/** One kind of request, and its terms. */
export type RightsKind = z.infer<typeof kind>;

/** Reads the document of an owner's law. @throws RuleFileError with the line of what is not of its form. */
export const readRightsLaw = (file: string): RightsLaw =>
  readYaml(path.basename(file), readFileSync(file, 'utf8'), rightsLaw).content;
