import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ownerNamedIn, readRuleFolder } from '@pasarela/schema/access/rule-documents';
import { type Contract, loadContract } from '@pasarela/schema/contract';
import { checkDirectives } from '@pasarela/schema/labels/check-directives';
import { checkLabels } from '@pasarela/schema/labels/check-labels';
import type { FieldLabel, LabelTable } from '@pasarela/schema/labels/label';
import { mergeLabels } from '@pasarela/schema/labels/merge-labels';
import { readSubgraphLabels } from '@pasarela/schema/labels/read-subgraph-labels';
import { PartyFault } from './fault';

/** The schema that a party brings, together with what all share already. */
export interface BroughtSchema {
  /** The SHA-256 of its file, as hexadecimal. */
  readonly digest: string;
  readonly labels: LabelTable;
  /** The fields that stand in it, with their strictest labels of all subgraphs. */
  readonly fields: readonly FieldLabel[];
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
  try {
    const labels = labelsOf(subgraphs, ownersKnown(contract, party));
    const fields = readSubgraphLabels(BROUGHT, sdl).fields.flatMap(
      ({ coordinate }) => labels.fields.get(coordinate) ?? [],
    );
    return { digest: createHash('sha256').update(sdl).digest('hex'), labels, fields, composed: same !== undefined };
  } catch (error) {
    throw new PartyFault('badSchema', { file, what: (error as Error).message });
  }
}

/** The parties of the exchange, and the one that joins. */
function ownersKnown({ directory }: Contract, party: string): ReadonlySet<string> {
  const parties = readRuleFolder(directory).filter(({ kind }) => kind === 'parties');
  return new Set([party, ...parties.flatMap((document) => ownerNamedIn(document) ?? [])]);
}

function labelsOf(subgraphs: ReadonlyMap<string, string>, owners: ReadonlySet<string>): LabelTable {
  const misused = checkDirectives(subgraphs);
  const { table, problems } = mergeLabels(subgraphs);
  const all = [...misused, ...problems, ...checkLabels(table, owners)];
  if (all.length > 0) throw new Error(all.map(({ coordinate, cause }) => `\n- ${coordinate} ${cause}`).join(''));
  return table;
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new PartyFault('unreadable', { file });
  }
}
