import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PEERS_DIRECTORY } from './peer-rows';

/** Installs the peers into their own workspace, where that was not done yet. @throws when npm does not. */
export function installPeers(): void {
  if (Object.entries(wantedVersions()).every(([name, version]) => installedVersion(name) === version)) return;
  process.stderr.write('Installing the other gateways into scripts/bench/peers (once; under a minute)...\n');
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: PEERS_DIRECTORY,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The other gateways could not be installed: ${stderr.trim().slice(-400)}`);
}

/** The peers and their exact versions. */
export function wantedVersions(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path.join(PEERS_DIRECTORY, 'package.json'), 'utf8')).dependencies;
}

function installedVersion(name: string): string | undefined {
  const file = path.join(PEERS_DIRECTORY, 'node_modules', name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}
