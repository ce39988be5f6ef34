import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { REQUESTER } from '../gateways/benchmark-rules';
import { benchmarkAuthorizations } from '../gateways/benchmark-tokens';
import { CalibrationChild } from '../gateways/calibration-child';
import { type Cores, keepOffGatewayCore } from '../gateways/cores';
import type { GatewayRow } from '../gateways/gateway-row';
import { LoadChild } from '../gateways/load-child';
import type { GatewayLoad } from '../gateways/load-gateway';
import { preparePasarela } from '../gateways/own-rows';
import { usageOf } from '../gateways/process-usage';
import { RunningGatewayProcess } from '../gateways/running-gateway';
import { SubgraphChild } from '../gateways/subgraph-child';
import { expectedData } from './growth-data';
import type { GrowthOptions } from './growth-options';
import { distinctPoints, type GrowthPoint, nameOf } from './growth-point';
import { growthBody, growthRules, writeContract } from './growth-schema';
import type { GrowthSubgraphs } from './growth-subgraph-process';
import { type MeasuredPoint, mediansOf, type PointOutcome, type PointRound } from './measured-point';

/** What a run is made of. */
export interface GrowthRunOptions extends GrowthOptions {
  readonly cores: Cores;
  readonly directory: string;
  readonly keysDirectory: string;
}

/** What a run found. */
export interface GrowthResult {
  /** How many there was time for. */
  readonly rounds: number;
  readonly points: readonly MeasuredPoint[];
  readonly failed: ReadonlyArray<{ readonly name: string; readonly round: number; readonly fault: string }>;
}

/** A light load: every point is to be measured, not driven to its limit. */
const CONNECTIONS = 4;
/** Few, so that who asks is stated to each subgraph before what counts. */
const PEOPLE = 8;
const WARM_UP_SECONDS = 2;
/** No round begins that would not end before this. */
const LONGEST_SECONDS = 585;
const READY_EVERY_MS = 20;

/** A point that runs: its subgraphs, and the product's gateway before them. */
interface RunningPoint {
  readonly subgraphs: SubgraphChild;
  readonly gateway: RunningGatewayProcess;
  readonly startSeconds: number;
}

/** One run over all points, in turn, each started anew in every round. */
export class GrowthRun {
  private readonly load = new LoadChild();
  private readonly calibration: CalibrationChild;
  private readonly points: readonly GrowthPoint[];
  private running: Partial<RunningPoint> = {};

  private constructor(
    private readonly run: GrowthRunOptions,
    private readonly authorizations: readonly string[],
  ) {
    this.calibration = new CalibrationChild(run.cores);
    this.points = distinctPoints(run.growths);
  }

  static async open(run: GrowthRunOptions): Promise<GrowthRun> {
    const opened = new GrowthRun(run, await benchmarkAuthorizations(run.keysDirectory, PEOPLE));
    for (const { pid } of [opened.load, process]) keepOffGatewayCore(run.cores, pid);
    return opened;
  }

  /** Measures every point in turn, round after round, as many as there is time for. */
  async measure(): Promise<GrowthResult> {
    const outcomes = new Map<GrowthPoint, PointOutcome[]>(this.points.map((point) => [point, []]));
    const started = performance.now();
    for (let round = 1; round <= this.run.rounds; round += 1) {
      const spent = (performance.now() - started) / 1000;
      if (round > 1 && spent + spent / (round - 1) > LONGEST_SECONDS) break;
      for (const point of this.points) {
        const outcome = await this.attempt(point);
        outcomes.get(point)?.push(outcome);
        process.stderr.write(`round ${round} of ${this.run.rounds}: ${nameOf(point)}: ${lineOf(outcome)}\n`);
      }
    }
    return resultOf(outcomes);
  }

  /** A point that fails in a round is out of it, loudly; the others go on. */
  private attempt(point: GrowthPoint): Promise<PointOutcome> {
    return this.measurePoint(point).catch(({ message }: Error) => ({ fault: message }));
  }

  private async measurePoint(point: GrowthPoint): Promise<PointRound> {
    const directory = path.join(this.run.directory, nameOf(point).replaceAll(/\W+/g, '-'));
    mkdirSync(directory);
    try {
      return await this.measureStarted(point, await this.start(point, directory));
    } finally {
      await this.stop();
      rmSync(directory, { recursive: true });
    }
  }

  private async start(point: GrowthPoint, directory: string): Promise<RunningPoint> {
    const { keysDirectory, cores } = this.run;
    const served: GrowthSubgraphs = { point, dataDirectory: keysDirectory };
    const subgraphs = await SubgraphChild.start(served, path.join(__dirname, 'growth-subgraph-process.js'));
    this.running = { subgraphs };
    keepOffGatewayCore(cores, subgraphs.pid);
    const contractDirectory = path.join(directory, 'rules');
    // Before it is timed: a product's contract is composed long before it starts.
    writeContract(contractDirectory, point);
    const written = growthRules(point);
    const row: GatewayRow = {
      ...ROW,
      prepare: (place) => preparePasarela(place, { written, contractDirectory, rules: 'on' }),
    };
    const place = { directory, addresses: subgraphs.addresses, keysDirectory };
    const gateway = await RunningGatewayProcess.start(row, place, cores);
    this.running = { subgraphs, gateway };
    await untilReady(gateway.port);
    return { subgraphs, gateway, startSeconds: (performance.now() - gateway.startedAt) / 1000 };
  }

  private async measureStarted(point: GrowthPoint, running: RunningPoint): Promise<PointRound> {
    const { gateway, subgraphs, startSeconds } = running;
    const load = this.loadOf(point, gateway.port);
    const first = await this.load.load({ ...load, connections: 1, seconds: 0 });
    await this.load.load({ ...load, seconds: WARM_UP_SECONDS, answers: PEOPLE });
    const calibration = await this.calibration.measure();
    const before = { gateway: usageOf(gateway.pid), subgraphs: await subgraphs.usage() };
    const { answers, seconds, cpuSeconds, bytes, p50 } = await this.load.load(load);
    const after = { gateway: usageOf(gateway.pid), subgraphs: await subgraphs.usage() };
    const gatewayCpu = (after.gateway?.cpuSeconds ?? Number.NaN) - (before.gateway?.cpuSeconds ?? Number.NaN);
    return {
      startSeconds,
      firstMs: first.p50,
      p50,
      cpuMsPerRequest: (1000 * gatewayCpu) / answers,
      rssMb: after.gateway?.rssMb ?? Number.NaN,
      gatewayShare: gatewayCpu / seconds,
      subgraphShare: (after.subgraphs.cpuSeconds - before.subgraphs.cpuSeconds) / seconds,
      loadShare: cpuSeconds / seconds,
      calibration,
      answers,
      bytes,
    };
  }

  private loadOf(point: GrowthPoint, port: number): GatewayLoad {
    return {
      port,
      path: '/graphql',
      body: growthBody(point),
      authorizations: this.authorizations,
      headers: { 'x-purpose': REQUESTER.purpose },
      connections: CONNECTIONS,
      seconds: this.run.seconds,
      answers: 0,
      expected: expectedData(point),
    };
  }

  private async stop(): Promise<void> {
    const { gateway, subgraphs } = this.running;
    this.running = {};
    await gateway?.close();
    subgraphs?.close();
  }

  /** Ends every process that this run started. */
  async close(): Promise<void> {
    await this.stop();
    this.load.close();
    this.calibration.close();
  }
}

const ROW = {
  name: 'pasarela',
  note: 'the product; its rules withhold nothing from whoever asks',
  subgraphs: 'verifying',
  tokens: true,
  peer: false,
} as const;

/** @throws when the gateway has not said after its patience that it and its subgraphs are ready. */
async function untilReady(port: number): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await setTimeout(READY_EVERY_MS)) {
    const { status } = await fetch(`http://127.0.0.1:${port}/health/ready`);
    if (status === 200) return;
  }
  throw new Error('The gateway did not become ready.');
}

function lineOf(outcome: PointOutcome): string {
  if ('fault' in outcome) return `FAILED: ${outcome.fault}`;
  const { startSeconds, p50, cpuMsPerRequest, answers } = outcome;
  return `ready in ${startSeconds.toFixed(1)} s, p50 ${p50.toFixed(1)} ms, ${cpuMsPerRequest.toFixed(2)} ms of processor, ${answers} answers`;
}

function resultOf(outcomes: ReadonlyMap<GrowthPoint, readonly PointOutcome[]>): GrowthResult {
  const all = [...outcomes];
  return {
    rounds: all[0]?.[1].length ?? 0,
    points: all.flatMap(([point, rounds]) => mediansOf(point, rounds) ?? []),
    failed: all.flatMap(([point, rounds]) =>
      rounds.flatMap((outcome, index) =>
        'fault' in outcome ? [{ name: nameOf(point), round: index + 1, fault: outcome.fault }] : [],
      ),
    ),
  };
}
