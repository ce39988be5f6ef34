import { PURPOSES } from '@pasarela/schema/identity/purposes';
import { readProjectFile } from './workspaces';

/** The console talks to the gateway by HTTP alone and imports nothing of ours, so its list is a copy: this keeps it true. */
it('offers in the console exactly the purposes that exist, with a name in each language', () => {
  const list = readProjectFile('gateway/console/purposes.ts').match(/PURPOSES = \[([^\]]+)\]/)?.[1] ?? '';
  expect([...list.matchAll(/'(\w+)'/g)].map(([, purpose]) => purpose).sort()).toEqual([...PURPOSES].sort());
  const texts = readProjectFile('gateway/console/texts.ts');
  for (const purpose of PURPOSES) expect(texts.split(`    ${purpose}: '`)).toHaveLength(3);
});
