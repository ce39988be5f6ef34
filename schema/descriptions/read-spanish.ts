import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readYaml } from '../access/read-yaml';
import { type LocalizedText, localizedTextSchema } from '../localized-text';
import { schemaDirectory } from '../package-directory';

const fileSchema = z.array(localizedTextSchema);

/** The texts of one file, each in both languages. */
export interface SpanishFile {
  /** Its name without the ending: a subgraph's, or `shared`. */
  readonly name: string;
  readonly texts: readonly LocalizedText[];
}

/** Reads the Spanish texts of descriptions, file by file; none of a contract without. @throws RuleFileError where a file is no list of texts */
export function readSpanishFiles(directory: string = schemaDirectory): SpanishFile[] {
  const folder = path.join(directory, 'descriptions', 'es');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      return {
        name: path.basename(name, '.yaml'),
        texts: readYaml(file, readFileSync(file, 'utf8'), fileSchema).content,
      };
    });
}

/** The Spanish texts of all files, by the English ones. */
export const readSpanish = (directory?: string): ReadonlyMap<string, string> =>
  new Map(readSpanishFiles(directory).flatMap(({ texts }) => texts.map(({ en, es }) => [en, es] as const)));
