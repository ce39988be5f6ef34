import { readFileSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = path.join(path.dirname(require.resolve('@pasarela/scripts/package.json')), '..', 'package.json');

/** The flags of Node with which `npm start` runs the product: what is measured runs with them too. */
export function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}
