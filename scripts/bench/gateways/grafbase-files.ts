import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { plainSchema } from './benchmark-schema';
import type { GatewayCommand, RowPlace } from './gateway-row';

/** Writes what grafbase reads, and says how it is started: with these subgraphs, and nothing from its makers' registry. */
export function grafbaseFiles({ directory, port, addresses }: RowPlace, peers: string): GatewayCommand {
  const schemas = plainSchema().subgraphs;
  const overrides = Object.entries(addresses).map(([name, url]) => {
    const file = path.join(directory, `${name}.graphql`);
    writeFileSync(file, schemas.get(name as never) as string);
    return `[subgraphs.${name}]\nurl = "${url}"\nschema_path = "${file}"\n`;
  });
  const overridesFile = path.join(directory, 'overrides.toml');
  writeFileSync(overridesFile, overrides.join('\n'));
  const configFile = path.join(directory, 'grafbase.toml');
  writeFileSync(configFile, '[entity_caching]\nenabled = false\n');
  return {
    command: binaryIn(path.join(peers, 'node_modules', '@grafbase')),
    words: [
      '--home',
      directory,
      'dev',
      '--gateway-config',
      configFile,
      '--graph-overrides',
      overridesFile,
      '--port',
      String(port),
    ],
  };
}

/** The binary for this machine: the package of it that npm chose. */
function binaryIn(folder: string): string {
  const [name] = readdirSync(folder).filter((entry) => entry.startsWith('cli-'));
  if (!name) throw new Error('it has no binary for this machine');
  return path.join(folder, name, 'grafbase');
}
