import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Table from 'cli-table3';
import { readSavedQuestion } from '../ask/read-question';
import { tokenFor } from '../development/token';
import { BenchFederation, type Evidence, prepareFederation } from './bench-federation';
import { type Load, type Measurement, measureLoad, median } from './measure';
import { inTemporaryFolder } from './temporary-folder';

/** Many and short: a shared machine is faster and slower by half from one quarter of a minute to the next. */
const ROUNDS = 15;
/** Long enough for what is done behind the answers, each five seconds, to fall into the turn of those who caused it. */
const SECONDS = 6;
/** After which nothing is left to do: it counts as processor time of the turn. */
const SETTLE_MS = 6_000;
const SCALE = 0.1;
/** The main query: three governments in one answer. */
const QUESTION = '07';
const MODES: readonly Evidence[] = ['with', 'without'];

interface Run extends Measurement {
  /** Microseconds of processor a request, of the gateway and all subgraphs together. */
  readonly cpu: number;
}

/** Measures what evidence costs: two whole federations, one of which records nothing, in turn under the same load. */
export async function benchEvidence(): Promise<void> {
  await inTemporaryFolder(async ({ folder, closeFirst }) => {
    const running = new Map<Evidence, LoadedFederation>();
    closeFirst(async () => {
      for (const federation of running.values()) await federation.close();
    });
    for (const mode of MODES) running.set(mode, await LoadedFederation.start(mode, path.join(folder, mode)));
    report(await measureInTurn(running));
  });
}

/** A B, B A, A B: a machine's drift meets both alike. The first round warms up and does not count. */
async function measureInTurn(running: ReadonlyMap<Evidence, LoadedFederation>): Promise<Map<Evidence, Run[]>> {
  const runs = new Map<Evidence, Run[]>(MODES.map((mode) => [mode, []]));
  for (let round = 0; round <= ROUNDS; round++)
    for (const mode of round % 2 === 0 ? MODES : MODES.toReversed()) {
      const run = await (running.get(mode) as LoadedFederation).measure();
      if (round > 0) runs.get(mode)?.push(run);
      const { requestsPerSecond, cpu } = run;
      process.stderr.write(
        `${mode} evidence: ${Math.round(requestsPerSecond)} requests/s, ${Math.round(cpu)} µs of processor a request${round === 0 ? ' (warm-up)' : ''}\n`,
      );
    }
  return runs;
}

function report(runs: ReadonlyMap<Evidence, readonly Run[]>): void {
  const head = ['evidence', 'requests/s', 'p50 ms', 'p99 ms', 'µs of processor a request'];
  const table = new Table({ head, style: { head: [], border: [] } });
  const middle = (mode: Evidence, key: keyof Run) => median((runs.get(mode) ?? []).map((run) => run[key]));
  for (const mode of MODES)
    table.push([
      mode,
      ...(['requestsPerSecond', 'p50', 'p99', 'cpu'] as const).map((key) => Math.round(middle(mode, key))),
    ]);
  const [first = [], second = []] = MODES.map((mode) => runs.get(mode));
  // Of each round by itself: whatever else the machine did then, it did to both.
  const share = (of: (run: Run) => number) =>
    median(first.map((run, round) => (100 * of(run)) / of(second[round] as Run))).toFixed(1);
  process.stdout.write(
    `${table.toString()}\nThroughput with evidence: ${share((run) => run.requestsPerSecond)} % of that without; by processor time ${share(({ cpu }) => 1 / cpu)} %.\nQuestion ${QUESTION}, medians of ${ROUNDS} interleaved rounds of ${SECONDS} s, 50 connections, each federation in a process of its own.\n`,
  );
}

/** A federation and the question that it is loaded with. */
class LoadedFederation {
  private constructor(
    private readonly federation: BenchFederation,
    private readonly load: Load,
  ) {}

  static async start(mode: Evidence, dataDirectory: string): Promise<LoadedFederation> {
    await prepareFederation({ dataDirectory, scale: SCALE });
    const federation = await BenchFederation.start(dataDirectory, mode);
    const { query, variables } = readSavedQuestion(QUESTION);
    const authorization = `Bearer ${await tokenFor('analyst.pan', { dataDirectory })}`;
    const headers = { 'content-type': 'application/json', 'x-purpose': 'STATISTICS', authorization };
    const load = { url: federation.url, headers, body: JSON.stringify({ query, variables }) };
    await requireAnswer(load);
    return new LoadedFederation(federation, load);
  }

  async measure(): Promise<Run> {
    const before = await this.federation.cpu();
    const measured = await measureLoad(this.load, SECONDS);
    await setTimeout(SETTLE_MS);
    return { ...measured, cpu: ((await this.federation.cpu()) - before) / measured.requests };
  }

  close = (): Promise<void> => this.federation.close();
}

/** INVARIANT: what is measured are answers: a refusal is quick, and would make anything look slow beside it. */
async function requireAnswer({ url, headers, body }: Load): Promise<void> {
  const response = await fetch(url, { method: 'POST', headers, body });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (!data || errors)
    throw new Error(`The federation that is to be measured answered with status ${response.status}, and errors.`);
}
