import { parseArgs } from 'node:util';
import { productFederation, testFederation } from './federation/federations';
import { foundText } from './found-text';
import { runMany } from './run-many';

const HELP = `npm run test:differential -- [--runs 2000] [--seed 1] [--from 0] [--at N] [--product] [--requirements]
Asks three engines the same drawn questions. --from begins with a later case, --at runs one case again, --product asks
the product's own schemas, with --requirements fields fail that others require.
`;

const DEFAULTS = {
  runs: { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
  from: { type: 'string', default: '0' },
  at: { type: 'string' },
  product: { type: 'boolean', default: false },
  requirements: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: DEFAULTS });
  if (values.help) return say(HELP);
  const federation = (values.product ? productFederation : testFederation)(values.requirements);
  const from = Number(values.at ?? values.from);
  const to = from + (values.at === undefined ? Number(values.runs) : 1);
  const seed = Number(values.seed);
  let done = 0;
  const { counts, found } = await runMany({ federation, seed, from, to }, () => {
    if (++done % 500 === 0) process.stderr.write(`${done} of ${to - from}\n`);
  });
  for (const one of found) say(foundText(one, seed, federation));
  say(`${JSON.stringify(counts, null, 2)}\n${found.length} unexplained\n`);
  return found.length > 0 ? 1 : 0;
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
    process.exitCode = 1;
  },
);
