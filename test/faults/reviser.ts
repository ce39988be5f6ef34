import { Asker, PATIENCE_MS } from './asker';
import type { SeparateFederation } from './separate-federation';

const REVISE = `mutation ($input: ReviseMonthlyCrossingsInput!) {
  reviseMonthlyCrossings(input: $input) { count { value } revisions { value } } }`;
const REVISIONS = `query ($month: YearMonth!) {
  darienCrossingsByMonth(from: $month, to: $month) { revisions { value } } }`;

/** A revision that somebody was told is done. */
export interface AcknowledgedRevision {
  readonly value: number;
  /** The leaf of the gateway's log under which it was told. */
  readonly index: number;
  readonly leafHash: string;
}

/** Revises one month without end, one figure after the other; asks again with the same key until it is told. */
export class Reviser {
  readonly acknowledged: AcknowledgedRevision[] = [];
  /** How often nobody told what became of a revision, and it was asked for once more. */
  retries = 0;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  private published: number[] = [];

  /** Settles when no more are revised; rejects when nobody told what became of one. */
  get ended(): Promise<void> {
    return this.running;
  }

  private constructor(
    private readonly asker: Asker,
    private readonly month: string,
  ) {}

  /** Begins with a month. */
  static async start(federation: SeparateFederation, month: string): Promise<Reviser> {
    const asker = await Asker.of(federation, 'administrator.pan', 'MIGRATION_MANAGEMENT');
    const reviser = new Reviser(asker, month);
    reviser.published = await reviser.values();
    reviser.running = reviser.reviseOn();
    return reviser;
  }

  /** What the month's figures are to be: those that were published, and each that was told, once, in order. */
  get expected(): number[] {
    return [...this.published, ...this.acknowledged.map(({ value }) => value)];
  }

  /** What the month's figures are. */
  async values(): Promise<number[]> {
    const { body } = await this.asker.send(REVISIONS, { month: this.month });
    return body.data.darienCrossingsByMonth[0].revisions.map(({ value }: { value: number }) => value);
  }

  /** Settles once the last revision that was begun is told. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async reviseOn(): Promise<void> {
    for (let value = 1; !this.stopped; value += 1) this.acknowledged.push(await this.revise(value));
  }

  private async revise(value: number): Promise<AcknowledgedRevision> {
    const input = {
      month: this.month,
      value,
      source: 'https://example.invalid/snm',
      expectedRevisions: this.published.length + this.acknowledged.length,
      clientKey: `${this.month}-${value}`,
    };
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; this.retries += 1) {
      const reply = await this.asker.send(REVISE, { input }).catch(() => undefined);
      if (reply?.status === 200 && !reply.body.errors) {
        const { index, leafHash } = reply.body.extensions.receipt;
        return { value, index, leafHash };
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`${input.clientKey}: nobody tells what became of it`);
  }
}
