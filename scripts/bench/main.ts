import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { benchAccess } from './access';
import { benchDisclosure } from './disclosure';
import { benchEvidence } from './evidence';
import { benchEvidenceLog, benchLook } from './evidence-log';
import { apolloFront, ownFront, QUERY } from './front';
import { benchGateways } from './gateways/bench-gateways';
import { BENCH_USAGE } from './gateways/bench-options';
import { benchGrowth } from './growth/bench-growth';
import { type BenchServer, type Measurement, measure, median } from './measure';
import { benchQuestions } from './questions';
import { benchStatistics } from './statistics';
import { benchSubgraph } from './subgraph/bench-subgraph';

const ROUNDS = 3;
const SECONDS = 4;
const FRONTS: ReadonlyArray<readonly [string, () => Promise<BenchServer>]> = [
  ['Fastify + Apollo Server 5', apolloFront],
  ['Fastify + own request path', ownFront],
];

/** Measures the fronts in turn, A B A B A B, so that a machine's drift meets both alike. */
async function measureFronts(): Promise<Map<string, Measurement[]>> {
  const runs = new Map<string, Measurement[]>(FRONTS.map(([name]) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, start] of FRONTS) {
      const server = await start();
      const result = await measure(server.url, QUERY, round === 0 ? 1 : SECONDS).finally(() => server.close());
      // The first round warms up and does not count.
      if (round > 0) runs.get(name)?.push(result);
      process.stderr.write(
        `${name}: ${Math.round(result.requestsPerSecond)} requests/s${round === 0 ? ' (warm-up)' : ''}\n`,
      );
    }
  }
  return runs;
}

async function benchFront(): Promise<void> {
  const table = new Table({ head: ['front', 'requests/s', 'p50 ms', 'p99 ms'], style: { head: [], border: [] } });
  for (const [name, results] of await measureFronts()) {
    const of = (key: keyof Measurement) => median(results.map((result) => result[key]));
    table.push([name, Math.round(of('requestsPerSecond')), of('p50'), of('p99')]);
  }
  process.stdout.write(
    `${table.toString()}\nMedians of ${ROUNDS} interleaved runs of ${SECONDS} s, 50 connections, equal replies of about 87 KB, load from the same process.\n`,
  );
}

const USAGE = `Usage: npm run bench [-- OPTIONS]

  Gateways side by side, ours among them; the report goes to test/reports.

${BENCH_USAGE}

Usage: npm run bench -- WHAT

  front          what stands before the steps: Apollo Server or our own path
  access         access rules: index a version, compile rights profiles, decide operations
  evidence       what evidence costs: the main question with it and without
  questions      the saved questions, one after the other (--people 1000000: also with so many)
  statistics     tables of counts: questions, and writes that change cells (--people 1000000: with so many)
  growth         how the gateway grows: entities, fields, rules, subgraphs (--dimensions entities,rules --seconds 3 --rounds 3)
  subgraph       one subgraph over its own store, and over MongoDB where MONGODB_URI is set (--people 1000000: with so many)
  disclosure     releases: cells that stay published, error, and what attackers gain
  evidence-log   the evidence log: appends a second; opening and verifying a million leaves`;

function readPeople(words: readonly string[]): { readonly people?: number } {
  const { people } = parseArgs({ args: [...words], options: { people: { type: 'string' } } }).values;
  if (people === undefined) return {};
  if (!/^[1-9]\d{0,7}$/.test(people)) throw new Error('--people is a whole number, at most 99,999,999.');
  return { people: Number(people) };
}

/** What each word measures. */
const BENCHES: Readonly<Record<string, (words: readonly string[]) => Promise<void> | void>> = {
  front: benchFront,
  access: benchAccess,
  evidence: benchEvidence,
  questions: (words) => benchQuestions(readPeople(words)),
  statistics: (words) => benchStatistics(readPeople(words)),
  growth: benchGrowth,
  subgraph: (words) => benchSubgraph(readPeople(words)),
  disclosure: benchDisclosure,
  'evidence-log': benchEvidenceLog,
  // Called by the benchmark of the log, for what is measured in a process of its own.
  'evidence-verify': (words) => lookAtLog('evidence-verify', words),
  'evidence-open': (words) => lookAtLog('evidence-open', words),
};

const lookAtLog = (what: Parameters<typeof benchLook>[0], [directory, file]: readonly string[]) =>
  benchLook(what, directory as string, readFileSync(file as string, 'utf8'));

async function main([what, ...words]: readonly string[]): Promise<void> {
  if (what === '--help') return void process.stdout.write(`${USAGE}\n`);
  if (what === undefined || what.startsWith('--')) return benchGateways(what === undefined ? [] : [what, ...words]);
  const bench = Object.hasOwn(BENCHES, what) ? BENCHES[what] : undefined;
  if (!bench) throw new Error(USAGE);
  return bench(words);
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
