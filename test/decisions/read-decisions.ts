import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readYaml } from '@pasarela/schema/access/read-yaml';
import { PURPOSES, ROLES } from '@pasarela/schema/identity/purposes';
import { PERSONAS } from '@pasarela/scripts/development/personas';
import { z } from 'zod';

const inlineRequester = z.strictObject({
  party: z.string(),
  agency: z.string(),
  roles: z.array(z.enum(ROLES)).min(1),
});

const persona = z.string().transform((name, context) => {
  const known = PERSONAS.get(name);
  if (known) return { name, party: known.party, agency: known.agency, roles: known.roles };
  context.addIssue({ code: 'custom', message: `${name} is no persona` });
  return z.NEVER;
});

const requester = z.union([
  persona,
  inlineRequester.transform((inline) => ({ name: `${inline.roles}.${inline.agency}.${inline.party}`, ...inline })),
]);

/** A record by the names of its attributes in the contract; one that is left out is missing from the record. */
const record = z.record(z.string(), z.unknown());

const asked = {
  requester,
  purpose: z.enum(PURPOSES),
  /** A day from 00:00 UTC, or an instant. */
  at: z
    .union([z.iso.date(), z.iso.datetime()])
    .default('2026-01-15')
    .transform((text) => new Date(text)),
  /** The request names the case that it serves. */
  caseReference: z.literal(true).optional(),
  /** The cap that must limit: everywhere, on this record, or this row. Without it no cap may. */
  rule: z.string().optional(),
  why: z.string().min(3),
};

const fieldRow = z.strictObject({
  ...asked,
  field: z.string().regex(/^\w+\.\w+$/),
  /** The level wanted: of the record, or without one the most that any record may show. */
  level: z.string(),
  record: record.optional(),
  /** Without a record: every rule that shows some records less than the level. */
  mayBeLess: z.array(z.string()).min(1).optional(),
  /** The agreement that must grant the level. */
  agreement: z.string().optional(),
  /** The grant that the row is about: it names the field, and gives the level or does not apply. */
  grant: z.string().optional(),
  /** Decided as if an agreement granted the field to everyone in full: what the caps alone leave of it. */
  evenIfGranted: z.literal(true).optional(),
});

const existenceRow = z.strictObject({
  ...asked,
  /** A type of records. */
  rows: z.string().regex(/^\w+$/),
  record,
  exists: z.boolean(),
});

/** What must be shown of a field: who asks, for what, when, of which record, and the level that they must get. */
export type FieldRow = z.infer<typeof fieldRow>;
/** Whether a record exists for whoever asks. */
export type ExistenceRow = z.infer<typeof existenceRow>;
/** One decision as its file states it. */
export type DecisionRow = FieldRow | ExistenceRow;

/** Whether a row is about a field rather than the existence of a record. */
export const isFieldRow = (row: DecisionRow): row is FieldRow => 'field' in row;

const decisionRow = z.record(z.string(), z.unknown()).transform((text, context): DecisionRow => {
  const checked = ('rows' in text ? existenceRow : fieldRow).safeParse(text);
  if (checked.success) return checked.data;
  for (const { path: place, message } of checked.error.issues)
    context.addIssue({ code: 'custom', path: place, message });
  return z.NEVER;
});

/** The files of a folder whose names match, by name. Throws with file and line when a row does not fit. */
export function readDecisions(directory: string, names: RegExp): ReadonlyMap<string, readonly DecisionRow[]> {
  const files = readdirSync(directory).filter((name) => name.endsWith('.yaml') && names.test(name));
  return new Map(files.sort().map((name) => [path.basename(name, '.yaml'), readRows(path.join(directory, name))]));
}

function readRows(file: string): readonly DecisionRow[] {
  return readYaml(file, readFileSync(file, 'utf8'), z.array(decisionRow).min(1)).content;
}

/** The name of a row's test: who, for what, of which field or record, and when it is not the usual day. */
export function nameOf(row: DecisionRow): string {
  const { requester: who, purpose, at, caseReference, record: stored, why } = row;
  const subject = isFieldRow(row) ? `${row.field}${row.evenIfGranted ? ', even if granted' : ''}` : `a ${row.rows}`;
  const day = at.getTime() === Date.parse('2026-01-15') ? '' : ` on ${at.toISOString()}`;
  const of = stored ? ` ${JSON.stringify(stored)}` : '';
  return `${who.name}, ${purpose}${caseReference ? ' with a case' : ''}, ${subject}${of}${day}: ${why}`;
}
