import path from 'node:path';
import type { LabelTable } from '../labels/label';
import { OWNER_ALL } from '../labels/label';
import { type AssembledRules, assembleRuleSet } from './assemble-rule-set';
import { RuleFileError } from './read-yaml';
import { ownerNamedIn, type RuleDocument, readRuleFolder, versionOfDocuments } from './rule-documents';
import type { RuleSet } from './rule-set';

/** The rules of a folder. */
export interface LoadedRules extends AssembledRules {
  /** The digest of the files that were read. */
  readonly filesVersion: string;
}

/**
 * Reads `parties/*.yaml`, `agreements/*.yaml` and `guardrails/*.yaml` of a folder into a rule set.
 *
 * An agreement of nobody known is left out and reported: it could only have shown more. Anything else of
 * nobody known is taken as everybody's, and throws as an invalid guardrail of ALL does.
 */
export function loadRuleSet(directory: string, labels: LabelTable, previous?: RuleSet): LoadedRules {
  const all = readRuleFolder(directory);
  const { documents, unowned } = documentsByOwner(all);
  const fault = unowned.find(({ kind, text }) => kind !== 'agreements' || text.trim() === '');
  if (fault) throw new RuleFileError(fault.file, 0, 'does not say whose it is; nothing changes until it does');
  const version = versionOfDocuments(all);
  const { ruleSet, rejected } = assembleRuleSet({ documents, labels, previous, origin: directory, version });
  const leftOut = unowned.map(
    ({ file }) => [path.basename(file), new RuleFileError(file, 0, 'is of nobody known')] as const,
  );
  return { ruleSet, rejected: new Map([...rejected, ...leftOut]), filesVersion: version };
}

/** The documents of each owner that has a document as a party, and of ALL; and those of nobody known. */
export function documentsByOwner(all: readonly RuleDocument[]) {
  const owners = new Set([OWNER_ALL, ...all.filter(({ kind }) => kind === 'parties').map(ownerNamedIn)]);
  const documents = new Map<string, RuleDocument[]>();
  const unowned: RuleDocument[] = [];
  for (const document of all) {
    const owner = ownerNamedIn(document);
    if (owner === undefined || !owners.has(owner)) unowned.push(document);
    else documents.set(owner, [...(documents.get(owner) ?? []), document]);
  }
  return { documents, unowned };
}
