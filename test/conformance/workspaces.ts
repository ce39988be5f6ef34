import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { schemaDirectory } from '@pasarela/schema/package-directory';

/** The folder of the whole project. */
export const ROOT = path.dirname(schemaDirectory);

/** One `package.json`, and the files that it speaks for. */
export interface Workspace {
  readonly directory: string;
  readonly name: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

/** Every file that git knows or would take, by its path under the root. */
export const projectFiles: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 },
)
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(ROOT, file)));

/** Reads one of the project's files. */
export const readProjectFile = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** Every workspace; each file belongs to the nearest `package.json` above it. */
export function readWorkspaces(): Workspace[] {
  const directories = projectFiles
    .filter((file) => path.basename(file) === 'package.json')
    .map((file) => path.dirname(file));
  return directories.map((directory) => {
    const {
      name,
      dependencies = {},
      devDependencies = {},
      optionalDependencies = {},
    } = JSON.parse(readProjectFile(path.join(directory, 'package.json')));
    const files = projectFiles.filter((file) => nearest(file, directories) === directory);
    return { directory, name, dependencies: { ...dependencies, ...devDependencies, ...optionalDependencies }, files };
  });
}

function nearest(file: string, directories: readonly string[]): string {
  const above = directories.filter((directory) => directory === '.' || file.startsWith(`${directory}/`));
  return above.reduce(
    (longest, directory) => (directory.length > longest.length || longest === '.' ? directory : longest),
    '.',
  );
}
