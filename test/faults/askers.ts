import { tokenFor } from '@pasarela/scripts/development/token';
import type { SeparateFederation } from './separate-federation';

/** Asks four owners at once. */
const QUESTION = `{ mirrorPeriods { period }
  nationalities(codes: ["VEN", "CUB"]) { code
  darienCrossings(year: 2022) { count { value } }
  temporaryProtectionPermits { permitsDelivered { value } }
  smugglingCaseFigures { cases { value } } } }`;

/** An answer that somebody has. */
export interface Acknowledged {
  readonly index: number;
  readonly leafHash: string;
  /** The owners whose values are in it. */
  readonly owners: readonly string[];
}

type Row = Readonly<Record<string, unknown>> | null;
interface Answer {
  readonly mirrorPeriods?: unknown;
  readonly nationalities?: readonly Row[] | null;
}

const isIn =
  (field: string) =>
  ({ nationalities }: Answer) =>
    nationalities?.some((row) => (row?.[field] ?? null) !== null);

/** Whether an answer holds values of an owner. */
const HOLDS: ReadonlyArray<readonly [owner: string, holds: (data: Answer) => boolean | undefined]> = [
  ['colombia-departures', ({ mirrorPeriods }) => Boolean(mirrorPeriods)],
  ['colombia-regularization', isIn('temporaryProtectionPermits')],
  ['panama-darien-flow', isIn('darienCrossings')],
  ['usa-smuggling-cases', isIn('smugglingCaseFigures')],
];

/** The owners that are asked. */
export const ASKED: readonly string[] = HOLDS.map(([owner]) => owner);
const ASKERS = 8;
const PATIENCE_MS = 20_000;

/** Somebody asks without end, many at a time, and keeps what was answered. */
export class Askers {
  readonly acknowledged: Acknowledged[] = [];
  private stopped = false;
  /** How many of them ask at the moment. */
  private active = ASKERS;
  private running: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly federation: SeparateFederation,
    private readonly token: string,
  ) {}

  static async start(federation: SeparateFederation): Promise<Askers> {
    const askers = new Askers(federation, await tokenFor('analyst.pan', federation));
    askers.running = Promise.all(Array.from({ length: ASKERS }, (_, asker) => askers.askOn(asker)));
    return askers;
  }

  /** Settles when so many more answers came that hold values of all owners: all processes serve again. */
  async untilWhole(more: number): Promise<void> {
    const start = this.acknowledged.length;
    const until = Date.now() + PATIENCE_MS;
    while (this.wholeSince(start) < more) {
      if (Date.now() > until) throw new Error('no whole answers come any more');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Few ask while a process starts, so that it starts soon. */
  async whileFewAsk(work: () => Promise<void>): Promise<void> {
    this.active = 1;
    await work();
    this.active = ASKERS;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private wholeSince(start: number): number {
    return this.acknowledged.slice(start).filter(({ owners }) => owners.length === ASKED.length).length;
  }

  private async askOn(asker: number): Promise<void> {
    while (!this.stopped) {
      const answer = asker < this.active ? await this.ask().catch(() => undefined) : undefined;
      if (answer) this.acknowledged.push(answer);
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private async ask(): Promise<Acknowledged | undefined> {
    const response = await fetch(this.federation.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.token}`,
        'x-purpose': 'STATISTICS',
      },
      body: JSON.stringify({ query: QUESTION }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    if (response.status !== 200) return undefined;
    const { data, extensions } = JSON.parse(text);
    const { index, leafHash } = extensions.receipt;
    return { index, leafHash, owners: ownersIn(data) };
  }
}

/** Whose values stand in the data. */
const ownersIn = (data: Answer | null): string[] =>
  HOLDS.filter(([, holds]) => data !== null && holds(data)).map(([owner]) => owner);
