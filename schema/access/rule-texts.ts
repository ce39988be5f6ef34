import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RuleFileError } from './read-yaml';

/** The text of every rule file of a folder. INVARIANT: read once, so that what is digested is what is parsed. */
export interface RuleTexts {
  readonly parties: readonly [file: string, text: string];
  readonly guardrails: ReadonlyMap<string, string>;
  readonly agreements: ReadonlyMap<string, string>;
  /** A digest of every text, in the order of the files' names. */
  readonly version: string;
}

/** Reads `parties.yaml`, `guardrails/*.yaml` and `agreements/*.yaml`. */
export function readRuleTexts(directory: string): RuleTexts {
  const partiesFile = path.join(directory, 'parties.yaml');
  const parties = [partiesFile, readFileSync(partiesFile, 'utf8')] as const;
  const guardrails = yamlTexts(path.join(directory, 'guardrails'));
  const agreements = yamlTexts(path.join(directory, 'agreements'));
  const named = [parties, ...guardrails, ...agreements].flatMap(([file, text]) => [path.basename(file), text]);
  return { parties, guardrails, agreements, version: digestOf(named) };
}

/** A digest of the rule files as they stand. */
export const versionOf = (directory: string): string => readRuleTexts(directory).version;

/** A short digest of texts in their order. */
export function digestOf(texts: readonly string[]): string {
  const digest = createHash('sha256');
  for (const text of texts) digest.update(text).update('\0');
  return digest.digest('hex').slice(0, 32);
}

/** INVARIANT: a rule file that is misnamed or misplaced is a fault, not a rule that is gone. */
function yamlTexts(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    // What an editor keeps beside a file while it is open begins with a dot.
    ({ name }) => name !== 'README.md' && !name.startsWith('.'),
  );
  const stray = entries.find((entry) => !entry.isFile() || !entry.name.endsWith('.yaml'));
  if (stray)
    throw new RuleFileError(path.join(folder, stray.name), 0, 'is no rule file: those end in .yaml, without folders');
  const names = entries.map(({ name }) => name);
  return new Map(names.sort().map((name) => [path.join(folder, name), readFileSync(path.join(folder, name), 'utf8')]));
}
