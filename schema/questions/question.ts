import { z } from 'zod';
import { localizedTextSchema } from '../localized-text';

const pathSchema = z.string().regex(/^[\w@]+(\.[\w@]+)*$/, 'is no path like nationalities.@.code');

const columnSchema = z.strictObject({
  title: localizedTextSchema,
  /** One path, or one a language (names of countries). */
  path: z.union([pathSchema, z.strictObject({ en: pathSchema, es: pathSchema })]),
  /** A difference: a whole number with its sign. */
  signed: z.boolean().optional(),
  /** What a null means here when neither a rule nor an outage is behind it: "all" for a nationality. */
  absent: localizedTextSchema.optional(),
});

/** How a saved question's table is filled: paths with lists as `@`, the row's positions filled in from the left. */
export const tableLayoutSchema = z.strictObject({
  title: localizedTextSchema,
  rows: pathSchema,
  columns: z.array(columnSchema).min(1),
  /** A cross table: the entries of an inner list become columns, named by their labels, or by their order. */
  across: z
    .strictObject({ title: localizedTextSchema, list: pathSchema, labels: z.array(pathSchema), figure: pathSchema })
    .optional(),
});
/** How a saved question's table is filled. */
export type TableLayout = z.infer<typeof tableLayoutSchema>;

const notesSchema = z.strictObject({ en: z.array(z.string().min(1)).min(1), es: z.array(z.string().min(1)).min(1) });

/** What stands beside a saved question's query: title, reading notes, variables, who asks and for what. */
export const savedQuestionSchema = z.strictObject({
  title: localizedTextSchema,
  /** One sentence: what the answer shows, and of whom. */
  explanation: localizedTextSchema.optional(),
  notes: notesSchema,
  variables: z.record(z.string(), z.unknown()).default({}),
  askedBy: z.string().min(1),
  purpose: z.string().min(1),
  caseReference: z.string().min(1).optional(),
  tables: z.array(tableLayoutSchema).optional(),
});
/** What stands beside a saved question's query. */
export type SavedQuestion = z.infer<typeof savedQuestionSchema>;

/** A saved question with its number. */
export type NumberedQuestion = SavedQuestion & { readonly id: string; readonly query: string };

/** A question to send: a saved one with its texts, or only a query. */
export type Question = Partial<SavedQuestion> & {
  readonly id?: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
};
