import type { Connection } from 'mongoose';
import { batchBefore } from './batch-calendar';
import { correctionModel } from './correction.model';
import { makeBatch } from './make-batch';
import { rightsCaseModel } from './rights-case.model';
import type { RightsDefinition } from './rights-definition';
import type { RightsDeskOptions } from './rights-desk-options';
import { batchMarkModel, supersededModel } from './superseded.model';

const LOOK_EVERY_MS = 60_000;

/** Where an owner answers people about their own data, and tells past recipients what is superseded. */
export class RightsDesk {
  private readonly timer: NodeJS.Timeout;
  private turn: Promise<unknown> = Promise.resolve();
  /** The instant of the newest batch that this process knows to be made. */
  private madeUntil = 0;
  private failedAt = Number.NEGATIVE_INFINITY;

  private constructor(readonly options: RightsDeskOptions) {
    this.timer = setInterval(() => void this.settle().catch(options.onFault), LOOK_EVERY_MS).unref();
  }

  /** Opens the desk on its store. The first batch is the next one of the calendar. */
  static async open(options: RightsDeskOptions): Promise<RightsDesk> {
    const { store, now } = options;
    for (const model of [rightsCaseModel(store), correctionModel(store), supersededModel(store)])
      await model.createIndexes();
    const at = batchBefore(now()).toISOString();
    await batchMarkModel(store).updateOne({ _id: 'newest' }, { $setOnInsert: { at } }, { upsert: true });
    return new RightsDesk(options);
  }

  get definition(): RightsDefinition {
    return this.options.definition;
  }

  get store(): Connection {
    return this.options.store;
  }

  /** Makes the batch that is due, if one is. INVARIANT: what is read of batches is read after that. */
  settle(): Promise<void> {
    const newest = batchBefore(this.options.now()).getTime();
    if (newest <= this.madeUntil) return Promise.resolve();
    const done = this.turn.then(() => this.make(newest));
    this.turn = done.catch(() => undefined);
    return done;
  }

  /**
   * The same before any answer of the domain, so that a record is erased for everybody at the hour of the batch. A
   * batch that cannot be made keeps no answer back, as what is told then was told before; it is tried again later.
   */
  async settleBeforeAnswer(): Promise<void> {
    const now = this.options.now().getTime();
    if (now < this.failedAt + LOOK_EVERY_MS) return;
    await this.settle().catch((error: unknown) => {
      this.failedAt = now;
      this.options.onFault(error);
    });
  }

  private async make(newest: number): Promise<void> {
    await makeBatch(this.options);
    this.madeUntil = newest;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }
}
