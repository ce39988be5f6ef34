import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { loadContract } from '@pasarela/schema/contract';
import { checkDirectives } from '@pasarela/schema/labels/check-directives';
import { checkLabels } from '@pasarela/schema/labels/check-labels';
import type { LabelTable } from '@pasarela/schema/labels/label';
import { mergeLabels } from '@pasarela/schema/labels/merge-labels';
import { PartyFault } from './fault';

/** The schema that a party brings, together with what all share already. */
export interface BroughtSchema {
  /** The SHA-256 of its file, as hexadecimal. */
  readonly digest: string;
  readonly labels: LabelTable;
  /** Whether every field of the party is part of the exchange already. */
  readonly composed: boolean;
}

/** The name under which a schema is looked at that has no subgraph yet. */
const BROUGHT = 'brought';

/** Reads a schema that a party brings, its labels checked as a composition would. @throws with every problem. */
export function readSchema(file: string, party: string): BroughtSchema {
  const sdl = textIn(file);
  const contract = loadContract();
  const same = [...contract.subgraphs].find(([, text]) => text === sdl);
  const subgraphs = same ? contract.subgraphs : new Map([...contract.subgraphs, [BROUGHT, sdl]]);
  const labels = labelsOf(subgraphs, { file, party });
  return { digest: createHash('sha256').update(sdl).digest('hex'), labels, composed: same !== undefined };
}

function labelsOf(
  subgraphs: ReadonlyMap<string, string>,
  { file, party }: { file: string; party: string },
): LabelTable {
  try {
    const misused = checkDirectives(subgraphs);
    const { table, problems } = mergeLabels(subgraphs);
    const owners = new Set([party, ...[...table.fields.values()].flatMap(({ owner }) => owner ?? [])]);
    const all = [...misused, ...problems, ...checkLabels(table, owners)];
    if (all.length > 0) throw new Error(all.map(({ coordinate, cause }) => `\n- ${coordinate} ${cause}`).join(''));
    return table;
  } catch (error) {
    throw new PartyFault('badSchema', { file, what: (error as Error).message });
  }
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new PartyFault('unreadable', { file });
  }
}
