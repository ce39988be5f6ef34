import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkSpanish } from '@pasarela/schema/descriptions/check-spanish';
import { readSpanishFiles } from '@pasarela/schema/descriptions/read-spanish';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { SUBGRAPHS } from '../subgraphs';
import { type ComposedContract, composeContract } from './compose-contract';

/** The committed files of the contract, by path under `schema/`. */
function contractFiles({ subgraphs, supergraph }: ComposedContract): Map<string, string> {
  const files = [...subgraphs].map(([name, sdl]) => [path.join('subgraphs', `${name}.graphql`), sdl] as const);
  return new Map([...files, ['supergraph.graphql', supergraph]]);
}

function write(files: ReadonlyMap<string, string>): void {
  rmSync(path.join(schemaDirectory, 'subgraphs'), { recursive: true, force: true });
  mkdirSync(path.join(schemaDirectory, 'subgraphs'));
  for (const [file, text] of files) writeFileSync(path.join(schemaDirectory, file), `${text.trimEnd()}\n`);
  process.stdout.write(`Composed ${files.size - 1} subgraphs into schema/supergraph.graphql.\n`);
}

/** Names the committed files that differ from what the code composes to. */
function stale(files: ReadonlyMap<string, string>): string[] {
  const extra = readdirSync(path.join(schemaDirectory, 'subgraphs'))
    .map((name) => path.join('subgraphs', name))
    .filter((file) => !files.has(file));
  const differing = [...files]
    .filter(([file, text]) => readOrEmpty(path.join(schemaDirectory, file)) !== `${text.trimEnd()}\n`)
    .map(([file]) => file);
  return [...extra, ...differing];
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** What has no Spanish text, or has one that belongs to nothing, a line each; empty when all is well. */
function spanishToMend({ subgraphs }: ComposedContract): string {
  const problems = checkSpanish(subgraphs, readSpanishFiles());
  return problems.map(({ text, file, cause }) => `schema/descriptions/es/${file}.yaml: ${cause}: ${text}\n`).join('');
}

try {
  const contract = composeContract(SUBGRAPHS);
  const files = contractFiles(contract);
  const toMend = spanishToMend(contract);
  if (!process.argv.includes('--check')) {
    write(files);
    process.stdout.write(toMend);
  } else {
    const names = stale(files);
    if (names.length > 0)
      throw new Error(
        `The committed contract is not what the code composes to: ${names.join(', ')}. Run npm run compose and commit the result.`,
      );
    if (toMend !== '') throw new Error(`Descriptions and their Spanish texts differ.\n${toMend.trimEnd()}`);
    process.stdout.write(`The committed contract is up to date (${files.size - 1} subgraphs).\n`);
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
