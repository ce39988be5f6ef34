import type { Language } from '@pasarela/schema/localized-text';
import { printable } from '@pasarela/schema/questions/printable';
import { z } from 'zod';
import { askOffice } from './ask-office';
import { rightsDomain } from './rights-domain';
import type { RightsFlags } from './rights-flags';

const superseded = z.array(
  z.object({ key: z.string(), fields: z.array(z.string()), batch: z.string(), cursor: z.string() }),
);

const heard = z.object({ records: z.number(), acknowledgedAt: z.string() });

/** Lists what a past recipient received and is superseded: ask again or delete. */
export async function listSuperseded(flags: RightsFlags, language: Language): Promise<string> {
  const { name } = rightsDomain(flags.domain);
  const field = `${name.charAt(0).toLowerCase()}${name.slice(1)}SupersededRecords`;
  const query = `query ($after: String) { ${field}(first: 100, after: $after) { key fields batch cursor } }`;
  const { data } = await askOffice({ query, variables: { after: flags.after ?? null } }, flags, language);
  const rows = superseded.nullable().parse(data?.[field] ?? null);
  if (!rows) throw new Error('Nothing is told to you for this purpose: state the one for which you received records.');
  if (flags.json) return `${JSON.stringify(rows, null, 2)}\n`;
  const lines = rows.map(({ key, fields, batch }) => `${batch} ${key} ${fields.join(' ')}`);
  const next = rows.at(-1) ? [`--after ${rows.at(-1)?.cursor}`] : ['Nothing is superseded. / Nada fue sustituido.'];
  return [...lines, ...next].map((line) => `${printable(line)}\n`).join('');
}

/** Says that a batch was heard. */
export async function acknowledge(batch: string, flags: RightsFlags, language: Language): Promise<string> {
  const { name } = rightsDomain(flags.domain);
  const field = `acknowledge${name}Superseded`;
  const query = `mutation ($batch: String!) { ${field}(batch: $batch) { batch records acknowledgedAt } }`;
  const { data } = await askOffice({ query, variables: { batch } }, flags, language);
  const { records, acknowledgedAt } = heard.parse(data?.[field]);
  return `${printable(batch)}: ${records}, ${acknowledgedAt}\n`;
}
