import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { cp, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';

/** What a copy takes of a workspace besides what is committed or about to be: what was built, so that only what changed is built. */
const BUILT = 'dist';

/** Copies the project's files, and links its installed packages; the project's own are those of the copy. */
export async function copyWorkspace(from: string, to: string): Promise<void> {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: from });
  const files = listed
    .toString('utf8')
    .split('\0')
    .filter((file) => file && existsSync(path.join(from, file)));
  for (const file of files) await copied(from, to, file);
  const folders = new Set(
    files.filter((file) => path.basename(file) === 'package.json').map((file) => path.dirname(file)),
  );
  for (const folder of folders) {
    if (existsSync(path.join(from, folder, BUILT))) await copied(from, to, path.join(folder, BUILT));
    if (folder !== '.' && existsSync(path.join(from, folder, 'node_modules')))
      await symlink(path.join(from, folder, 'node_modules'), path.join(to, folder, 'node_modules'));
  }
  if (existsSync(path.join(from, '.turbo'))) await copied(from, to, '.turbo');
  await linkPackages(path.join(from, 'node_modules'), path.join(to, 'node_modules'));
}

const copied = (from: string, to: string, what: string): Promise<void> =>
  cp(path.join(from, what), path.join(to, what), { recursive: true });

async function linkPackages(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of readdirSync(from).filter((entry) => entry !== '@pasarela' && entry !== '.cache'))
    await symlink(path.join(from, name), path.join(to, name));
  await mkdir(path.join(to, '@pasarela'));
  // Relative as npm made them, so that they lead into the copy.
  for (const name of readdirSync(path.join(from, '@pasarela'))) {
    const link = path.join(from, '@pasarela', name);
    if (lstatSync(link).isSymbolicLink()) await symlink(readlinkSync(link), path.join(to, '@pasarela', name));
  }
}

/** Links a workspace of its own, as `npm install` does for a package of the project. */
export async function linkWorkspace(workspace: string, name: string, folder: string): Promise<void> {
  const link = path.join(workspace, 'node_modules', name);
  await symlink(path.relative(path.dirname(link), path.join(workspace, folder)), link);
}
