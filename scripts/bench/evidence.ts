import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readConfig } from '@pasarela/gateway/config';
import { loadContract } from '@pasarela/schema/contract';
import Table from 'cli-table3';
import { readSavedQuestion } from '../ask/read-question';
import { ensureDevelopmentKeys } from '../development/development-keys';
import { publishFirstRules } from '../development/first-rules';
import { tokenFor } from '../development/token';
import { seedDomains } from '../seed/seed-domains';
import { SUBGRAPHS } from '../subgraphs';
import type { BenchMessage } from './evidence-process';
import { type Load, type Measurement, measureLoad, median } from './measure';

const ROUNDS = 5;
/** Long enough for what is done behind the answers, each five seconds, to fall into the turn of those who caused it. */
const SECONDS = 12;
/** After which nothing is left to do: it counts as processor time of the turn. */
const SETTLE_MS = 6_000;
const SCALE = 0.1;
/** The main query: three governments in one answer. */
const QUESTION = '07';
const MODES = ['with', 'without'] as const;
type Mode = (typeof MODES)[number];

interface Run extends Measurement {
  /** Microseconds of processor a request, of the gateway and all subgraphs together. */
  readonly cpu: number;
}

/** Measures what evidence costs: two whole federations, one of which records nothing, in turn under the same load. */
export async function benchEvidence(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pasarela-bench-'));
  const running = new Map<Mode, BenchFederation>();
  try {
    for (const mode of MODES) running.set(mode, await BenchFederation.start(mode, path.join(folder, mode)));
    report(await measureInTurn(running));
  } finally {
    for (const federation of running.values()) await federation.close();
    rmSync(folder, { recursive: true });
  }
}

/** A B A B: a machine's drift meets both alike. The first round warms up and does not count. */
async function measureInTurn(running: ReadonlyMap<Mode, BenchFederation>): Promise<Map<Mode, Run[]>> {
  const runs = new Map<Mode, Run[]>(MODES.map((mode) => [mode, []]));
  for (let round = 0; round <= ROUNDS; round++)
    for (const [mode, federation] of running) {
      const run = await federation.measure();
      if (round > 0) runs.get(mode)?.push(run);
      const { requestsPerSecond, cpu } = run;
      process.stderr.write(
        `${mode} evidence: ${Math.round(requestsPerSecond)} requests/s, ${Math.round(cpu)} µs of processor a request${round === 0 ? ' (warm-up)' : ''}\n`,
      );
    }
  return runs;
}

function report(runs: ReadonlyMap<Mode, readonly Run[]>): void {
  const head = ['evidence', 'requests/s', 'p50 ms', 'p99 ms', 'µs of processor a request'];
  const table = new Table({ head, style: { head: [], border: [] } });
  const middle = (mode: Mode, key: keyof Run) => median((runs.get(mode) ?? []).map((run) => run[key]));
  for (const mode of MODES)
    table.push([
      mode,
      ...(['requestsPerSecond', 'p50', 'p99', 'cpu'] as const).map((key) => Math.round(middle(mode, key))),
    ]);
  const share = (key: keyof Run, of: Mode) => (100 * middle(of, key)) / middle(of === 'with' ? 'without' : 'with', key);
  process.stdout.write(
    `${table.toString()}\nThroughput with evidence: ${share('requestsPerSecond', 'with').toFixed(1)} % of that without; by processor time ${share('cpu', 'without').toFixed(1)} %.\nQuestion ${QUESTION}, medians of ${ROUNDS} interleaved runs of ${SECONDS} s, 50 connections, each federation in a process of its own.\n`,
  );
}

/** A federation with its own data, in a process of its own. */
class BenchFederation {
  private constructor(
    private readonly child: ChildProcess,
    private readonly load: Load,
  ) {}

  static async start(mode: Mode, dataDirectory: string): Promise<BenchFederation> {
    const config = readConfig({ DATA_DIR: dataDirectory });
    await prepare(config);
    const child = fork(path.join(__dirname, 'evidence-process.js'), [mode], {
      // biome-ignore lint/style/noProcessEnv: the process is to find what this one found.
      env: { ...process.env, DATA_DIR: dataDirectory, PORT: '0' },
    });
    const { url } = await nextMessage<{ url: string }>(child);
    const { query, variables } = readSavedQuestion(QUESTION);
    const authorization = `Bearer ${await tokenFor('analyst.pan', { dataDirectory })}`;
    const headers = { 'content-type': 'application/json', 'x-purpose': 'STATISTICS', authorization };
    const load = { url, headers, body: JSON.stringify({ query, variables }) };
    await requireAnswer(load);
    return new BenchFederation(child, load);
  }

  async measure(): Promise<Run> {
    const before = await this.cpu();
    const measured = await measureLoad(this.load, SECONDS);
    await setTimeout(SETTLE_MS);
    return { ...measured, cpu: ((await this.cpu()) - before) / measured.requests };
  }

  async close(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }

  private async cpu(): Promise<number> {
    this.child.send('cpu');
    return (await nextMessage<{ cpu: number }>(this.child)).cpu;
  }
}

/** INVARIANT: what is measured are answers: a refusal is quick, and would make anything look slow beside it. */
async function requireAnswer({ url, headers, body }: Load): Promise<void> {
  const response = await fetch(url, { method: 'POST', headers, body });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (!data || errors)
    throw new Error(`The federation that is to be measured answered with status ${response.status}, and errors.`);
}

async function nextMessage<Message extends BenchMessage>(child: ChildProcess): Promise<Message> {
  const either = new AbortController();
  const { signal } = either;
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('The measured federation ended.');
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
    return message as Message;
  } finally {
    // What still waits is told to stop, and nobody hears of it.
    ended.catch(() => undefined);
    either.abort();
  }
}

async function prepare({ dataDirectory, storeAddress, rulesDirectory }: ReturnType<typeof readConfig>): Promise<void> {
  const { labels } = loadContract();
  await ensureDevelopmentKeys(
    dataDirectory,
    SUBGRAPHS.map(({ name }) => name),
  );
  await seedDomains({ definitions: SUBGRAPHS, storeAddress, scale: SCALE, progress: () => undefined });
  await publishFirstRules({ storeAddress, labels, dataDirectory, rulesDirectory, now: new Date() });
}
