import { type PermitRow, permitModel } from '@pasarela/colombia-regularization/permit.model';
import { PermitStage } from '@pasarela/colombia-regularization/permit-stage';
import { regularizationStatistics } from '@pasarela/colombia-regularization/regularization-statistics';
import { changeCounted } from '@pasarela/serve/statistics/change-counted';
import type { Store } from '@pasarela/store/connect';

/** How long writes took, in microseconds. */
export interface MeasuredWrites {
  readonly what: string;
  readonly waited: readonly number[];
  /** What each took of the processor: a busy machine changes it less. */
  readonly processor: readonly number[];
}

const WRITES = 1_000;
const WARM_UP = 200;
const TO = { currentStage: PermitStage.PRINTED };
const BACK = { currentStage: PermitStage.DELIVERED };

/**
 * Moves delivered permits to another stage and back, which changes four tables: once the record alone, once with its
 * cells, in turn, so that a machine's drift meets both alike. What the cells cost is the difference of each pair.
 */
export async function measureCellWrites(connection: Store['connection']): Promise<MeasuredWrites[]> {
  const model = permitModel(connection);
  const permits = await model
    .find(BACK)
    .limit(WARM_UP + WRITES)
    .lean<PermitRow[]>();
  const [alone, counted]: [Timed[], Timed[]] = [[], []];
  for (const { _id } of permits) {
    const change = { statistics: regularizationStatistics, model, id: _id };
    alone.push(await timed(() => model.updateOne({ _id, ...BACK }, { $set: TO })));
    await model.updateOne({ _id }, { $set: BACK });
    counted.push(await timed(() => changeCounted({ ...change, to: () => TO }, connection)));
    await changeCounted({ ...change, to: () => BACK }, connection);
  }
  const cells = counted.map((whole, at) => less(whole, alone[at] as Timed));
  return [
    measuredOf('the record alone', alone),
    measuredOf('the record, read first, with its cells', counted),
    measuredOf('what its cells cost', cells),
  ];
}

interface Timed {
  readonly waited: number;
  readonly processor: number;
}

async function timed(work: () => Promise<unknown>): Promise<Timed> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { waited: (performance.now() - start) * 1000, processor: user + system };
}

const less = (whole: Timed, part: Timed): Timed => ({
  waited: whole.waited - part.waited,
  processor: whole.processor - part.processor,
});

const measuredOf = (what: string, all: readonly Timed[]): MeasuredWrites => ({
  what,
  waited: all.slice(WARM_UP).map(({ waited }) => waited),
  processor: all.slice(WARM_UP).map(({ processor }) => processor),
});
