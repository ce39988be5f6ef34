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

const decisionRow = z.strictObject({
  requester,
  purpose: z.enum(PURPOSES),
  /** A day from 00:00 UTC, or an instant. */
  at: z
    .union([z.iso.date(), z.iso.datetime()])
    .default('2026-01-15')
    .transform((text) => new Date(text)),
  field: z.string().regex(/^\w+\.\w+$/),
  /** The level wanted. */
  level: z.string(),
  /** The cap that must hold the level down; without it no cap may. */
  rule: z.string().optional(),
  /** The agreement that must grant the level. */
  agreement: z.string().optional(),
  /** The grant that the row is about: it names the field, and gives the level or does not apply. */
  grant: z.string().optional(),
  /** Decided as if an agreement granted the field to everyone in full: what the caps alone leave of it. */
  evenIfGranted: z.literal(true).optional(),
  why: z.string().min(3),
});

/** One decision as its file states it: who asks, for what, when, for which field, and what they must get. */
export type DecisionRow = z.infer<typeof decisionRow>;

/** Every `*.yaml` of a folder, by name. Throws with file and line when a row does not fit. */
export function readDecisions(directory: string): ReadonlyMap<string, readonly DecisionRow[]> {
  const files = readdirSync(directory).filter((name) => name.endsWith('.yaml'));
  return new Map(files.sort().map((name) => [path.basename(name, '.yaml'), readRows(path.join(directory, name))]));
}

function readRows(file: string): readonly DecisionRow[] {
  return readYaml(file, readFileSync(file, 'utf8'), z.array(decisionRow).min(1)).content;
}

/** The name of a row's test: who, for what, which field, and when it is not the usual day. */
export function nameOf({ requester: { name }, purpose, field, at, evenIfGranted, why }: DecisionRow): string {
  const day = at.getTime() === Date.parse('2026-01-15') ? '' : ` on ${at.toISOString()}`;
  return `${name}, ${purpose}, ${field}${day}${evenIfGranted ? ', even if granted' : ''}: ${why}`;
}
