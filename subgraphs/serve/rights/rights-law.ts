import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readYaml } from '@pasarela/schema/access/read-yaml';
import { localizedTextSchema } from '@pasarela/schema/localized-text';
import { z } from 'zod';
import { officeCalendarSchema } from './office-calendar';

const term = z.strictObject({
  days: z.int().min(1).max(365),
  /** Working days are those of the law's calendar. */
  counted: z.enum(['WORKING_DAYS', 'CALENDAR_DAYS']),
});
const code = z.string().regex(/^[A-Z_]{3,40}$/);

const kind = z.strictObject({
  title: localizedTextSchema,
  /** Until when the person is to hear that the request came in; null where the law asks for no such word. */
  confirm: term.nullable(),
  answer: term,
  /** By how much the answer may be put off, once and before its term is over; null where the law allows none. */
  extension: term.nullable(),
  source: z.string().min(1),
});

const refusal = z.strictObject({
  /** What the person is told. */
  text: localizedTextSchema,
  /** The kinds of request that it can be given for. */
  of: z.array(code).min(1),
  source: z.string().min(1),
});

const rightsLaw = z
  .strictObject({
    title: localizedTextSchema,
    /** Who has these rights, where not everybody does. */
    whoMayAsk: localizedTextSchema.nullable(),
    calendar: officeCalendarSchema,
    /** What can be asked for, in the owner's own terms. */
    kinds: z.record(code, kind),
    /** Why a request can be refused. */
    refusals: z.record(code, refusal).refine((all) => Object.keys(all).length > 0, 'holds at least one'),
    /**
     * The refusal whose text stands in every letter, whatever is held and whatever was done, where even that a record
     * exists is not told; null where people are told what is held.
     */
    silence: code.nullable(),
    /** Whom a person can turn to who is not content with the answer. */
    remedy: localizedTextSchema,
    erasure: z.strictObject({
      /** What the law keeps of an erased record; null where all of it goes. */
      keeps: localizedTextSchema.nullable(),
      source: z.string().min(1),
    }),
  })
  .refine(
    ({ kinds, refusals }) => Object.values(refusals).every(({ of }) => of.every((one) => Object.hasOwn(kinds, one))),
    {
      path: ['refusals'],
      error: 'names only kinds of this law',
    },
  )
  .refine(({ silence, refusals }) => silence === null || Object.hasOwn(refusals, silence), {
    path: ['silence'],
    error: 'is one of the refusals',
  });

/** By which law an owner answers people: kinds, terms, refusals, and what an erasure keeps. */
export type RightsLaw = z.infer<typeof rightsLaw>;
/** A number of days, and which days count. */
export type RightsTerm = z.infer<typeof term>;
/** One kind of request, and its terms. */
export type RightsKind = z.infer<typeof kind>;

/** Reads the document of an owner's law. @throws RuleFileError with the line of what is not of its form. */
export const readRightsLaw = (file: string): RightsLaw =>
  readYaml(path.basename(file), readFileSync(file, 'utf8'), rightsLaw).content;
