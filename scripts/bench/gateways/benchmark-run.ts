import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BenchOptions } from './bench-options';
import { BENCHMARK_BODY } from './benchmark-query';
import { REQUESTER } from './benchmark-rules';
import { labelledSchema, plainSchema } from './benchmark-schema';
import { benchmarkAuthorizations } from './benchmark-tokens';
import { CalibrationChild } from './calibration-child';
import { type Cores, keepOffGatewayCore } from './cores';
import type { GatewayRow } from './gateway-row';
import { LoadChild } from './load-child';
import type { GatewayLoad } from './load-gateway';
import { type FailedRow, type MeasuredRow, mediansOf, type RoundResult } from './measured-row';
import { usageOf } from './process-usage';
import { Progress } from './progress';
import { referenceData } from './reference-answer';
import { RULES_OFF, RULES_ON, type RulesTurns } from './report-ratios';
import { RunningGatewayProcess } from './running-gateway';
import { measureCapacity, type SubgraphCapacity } from './subgraph-capacity';
import { SubgraphChild } from './subgraph-child';

/** What a run is made of. */
export interface RunOptions {
  readonly rows: readonly GatewayRow[];
  readonly options: BenchOptions;
  readonly cores: Cores;
  readonly directory: string;
  readonly keysDirectory: string;
}

/** What a run found. */
export interface BenchmarkResult {
  readonly rows: readonly MeasuredRow[];
  readonly failed: readonly FailedRow[];
  /** Undefined where rows with and without rules were not both measured. */
  readonly rules: RulesTurns | undefined;
  /** Undefined where no peer was measured. */
  readonly capacity: SubgraphCapacity | undefined;
  readonly cores: Cores;
  readonly options: BenchOptions;
}

const CONNECTIONS = 50;
/** How long each row is loaded before its first round, and before each: plans are made, code is compiled. */
const FIRST_WARM_UP_SECONDS = 3;
const WARM_UP_SECONDS = 1;
/** What deciding costs is less than single turns differ by, so it has turns of its own; an even number of them. */
const RULES_TURNS = 8;
/** Our gateway uses for so long what it stated of somebody towards a subgraph (`gateway/execute/gateway-statements.ts`). */
const STATED_SECONDS = 20;

/** One run over all rows, in turn, on one set of subgraphs. */
export class BenchmarkRun {
  private readonly gateways = new Map<GatewayRow, RunningGatewayProcess>();
  private readonly failed = new Map<GatewayRow, string>();
  private readonly results = new Map<GatewayRow, RoundResult[]>();

  private constructor(
    private readonly run: RunOptions,
    private readonly authorizations: readonly string[],
    private readonly subgraphs: Readonly<Record<GatewayRow['subgraphs'], SubgraphChild>>,
    private readonly load: LoadChild,
    private readonly calibration: CalibrationChild,
  ) {}

  static async open(run: RunOptions): Promise<BenchmarkRun> {
    const { cores, keysDirectory } = run;
    const plain = await SubgraphChild.start({ sdls: Object.fromEntries(plainSchema().subgraphs) });
    const verifying = await SubgraphChild.start({
      sdls: Object.fromEntries(labelledSchema().subgraphs),
      dataDirectory: keysDirectory,
    });
    const load = new LoadChild();
    for (const { pid } of [plain, verifying, load, process]) keepOffGatewayCore(cores, pid);
    const authorizations = await benchmarkAuthorizations(keysDirectory);
    return new BenchmarkRun(run, authorizations, { plain, verifying }, load, new CalibrationChild(cores));
  }

  /** Starts every gateway, then measures them in turn, round after round. */
  async measure(): Promise<BenchmarkResult> {
    const { rows, options, cores } = this.run;
    const progress = new Progress(rows.length, options, FIRST_WARM_UP_SECONDS, WARM_UP_SECONDS);
    for (const row of rows) {
      progress.starts(row.name);
      await this.attempt(row, () => this.start(row));
    }
    for (let round = 1; round <= options.rounds; round += 1)
      for (const row of rows.filter((one) => !this.failed.has(one))) {
        progress.measures(row.name, round);
        await this.attempt(row, async () => {
          this.results.set(row, [...(this.results.get(row) ?? []), await this.turnOf(row)]);
        });
      }
    const rules = await this.measureRules(progress);
    const measured = rows.filter((row) => !this.failed.has(row));
    return {
      rows: measured.map((row) => mediansOf(row, this.results.get(row) ?? [])),
      rules,
      failed: [...this.failed].map(([{ name }, fault]) => ({ name, fault })),
      capacity: await measureCapacity(this.subgraphs.plain, this.load),
      cores,
      options,
    };
  }

  /** A row that fails is out, loudly; the others go on. */
  private async attempt(row: GatewayRow, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const { message } = error as Error;
      process.stderr.write(`FAILED: ${row.name}: ${message}\n`);
      this.failed.set(row, message);
      await this.gateways.get(row)?.close();
    }
  }

  private async start(row: GatewayRow): Promise<void> {
    const directory = path.join(this.run.directory, row.name.replaceAll(/\W+/g, '-'));
    mkdirSync(directory);
    const place = {
      directory,
      addresses: this.subgraphs[row.subgraphs].addresses,
      keysDirectory: this.run.keysDirectory,
    };
    this.gateways.set(row, await RunningGatewayProcess.start(row, place, this.run.cores));
    const { length: answers } = this.authorizationsOf(row);
    await this.load.load(this.loadOf(row, { seconds: FIRST_WARM_UP_SECONDS, answers }));
  }

  /** Turns with rules and without, in pairs: now the one first, now the other. */
  private async measureRules(progress: Progress): Promise<RulesTurns | undefined> {
    const find = (name: string) => this.run.rows.find((row) => row.name === name && !this.failed.has(row));
    const [on, off] = [find(RULES_ON), find(RULES_OFF)];
    if (!on || !off) return undefined;
    const turns = new Map<GatewayRow, RoundResult[]>([
      [on, []],
      [off, []],
    ]);
    for (let turn = 1; turn <= RULES_TURNS; turn += 1)
      for (const row of turn % 2 === 0 ? [off, on] : [on, off]) {
        progress.measuresRules(row.name, turn, RULES_TURNS);
        await this.attempt(row, async () => void turns.get(row)?.push(await this.turnOf(row)));
      }
    return [on, off].some((row) => this.failed.has(row))
      ? undefined
      : { on: turns.get(on) ?? [], off: turns.get(off) ?? [] };
  }

  private async turnOf(row: GatewayRow): Promise<RoundResult> {
    const { pid } = this.gateways.get(row) as RunningGatewayProcess;
    const subgraphs = this.subgraphs[row.subgraphs];
    const calibration = await this.calibration.measure();
    const { seconds: turn } = this.run.options;
    await this.load.load(this.loadOf(row, { seconds: WARM_UP_SECONDS, answers: this.asSteady(row, turn) }));
    const before = { gateway: usageOf(pid), subgraphs: await subgraphs.usage() };
    const { answers, seconds, cpuSeconds, bytes, p50, p95, p99 } = await this.load.load(
      this.loadOf(row, { seconds: turn, answers: 0 }),
    );
    const after = { gateway: usageOf(pid), subgraphs: await subgraphs.usage() };
    const gatewayCpu = (after.gateway?.cpuSeconds ?? Number.NaN) - (before.gateway?.cpuSeconds ?? Number.NaN);
    const result: RoundResult = {
      rps: answers / seconds,
      p50,
      p95,
      p99,
      cpuMsPerRequest: (1000 * gatewayCpu) / answers,
      gatewayShare: gatewayCpu / seconds,
      rssMb: after.gateway?.rssMb ?? Number.NaN,
      calibration,
      subgraphShare: (after.subgraphs.cpuSeconds - before.subgraphs.cpuSeconds) / seconds,
      loadShare: cpuSeconds / seconds,
      fetchesPerRequest: (after.subgraphs.fetches - before.subgraphs.fetches) / answers,
      executed: after.subgraphs.executed - before.subgraphs.executed,
      answers,
      bytes,
    };
    process.stderr.write(
      `  ${Math.round(result.rps)} requests/s, p50 ${p50.toFixed(1)} ms, gateway ${Math.round(100 * result.gatewayShare)} % of a core, subgraphs ${Math.round(100 * result.subgraphShare)} %, load ${Math.round(100 * result.loadShare)} %\n`,
    );
    return result;
  }

  /**
   * Of how many people something is stated before a turn: all but the share of whom it would have to be stated anew
   * within the turn, were the gateway loaded for long. They are asked for from the first one on, as in the turn.
   */
  private asSteady(row: GatewayRow, turn: number): number {
    return Math.floor(this.authorizationsOf(row).length * Math.max(0, 1 - turn / STATED_SECONDS));
  }

  private authorizationsOf({ tokens }: GatewayRow): readonly string[] {
    return tokens ? this.authorizations : [];
  }

  private loadOf(row: GatewayRow, bound: Pick<GatewayLoad, 'seconds' | 'answers'>): GatewayLoad {
    return {
      port: (this.gateways.get(row) as RunningGatewayProcess).port,
      path: '/graphql',
      body: BENCHMARK_BODY,
      authorizations: this.authorizationsOf(row),
      headers: row.tokens ? { 'x-purpose': REQUESTER.purpose } : {},
      connections: CONNECTIONS,
      ...bound,
      expected: referenceData(row.withheld),
    };
  }

  /** Ends every process that this run started. */
  async close(): Promise<void> {
    await Promise.all([...this.gateways.values()].map((gateway) => gateway.close()));
    this.load.close();
    this.calibration.close();
    for (const subgraphs of Object.values(this.subgraphs)) subgraphs.close();
  }
}
