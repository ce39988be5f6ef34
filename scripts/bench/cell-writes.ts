import { type PermitRow, permitModel } from '@pasarela/colombia-regularization/permit.model';
import { PermitStage } from '@pasarela/colombia-regularization/permit-stage';
import { regularizationStatistics } from '@pasarela/colombia-regularization/regularization-statistics';
import { changeCounted } from '@pasarela/serve/statistics/change-counted';
import type { Connection } from 'mongoose';

/** How long writes took. */
export interface MeasuredWrites {
  readonly what: string;
  readonly microseconds: readonly number[];
}

const WRITES = 1_000;
const WARM_UP = 200;

/**
 * Moves delivered permits to another stage and back, which changes five tables: once the record alone, once with its
 * cells, in turn, so that a machine's drift meets both alike. What the cells cost is the difference of each pair.
 */
export async function measureCellWrites(connection: Connection): Promise<MeasuredWrites[]> {
  const model = permitModel(connection);
  const permits = await model
    .find({ currentStage: PermitStage.DELIVERED })
    .limit(WARM_UP + WRITES)
    .lean<PermitRow[]>();
  const [alone, counted]: [number[], number[]] = [[], []];
  for (const { _id } of permits) {
    alone.push(
      await timed(() =>
        model.updateOne({ _id, currentStage: PermitStage.DELIVERED }, { $set: { currentStage: PermitStage.PRINTED } }),
      ),
    );
    await model.updateOne({ _id }, { $set: { currentStage: PermitStage.DELIVERED } });
    const change = { statistics: regularizationStatistics, model, id: _id };
    counted.push(
      await timed(() => changeCounted({ ...change, to: () => ({ currentStage: PermitStage.PRINTED }) }, connection)),
    );
    await changeCounted({ ...change, to: () => ({ currentStage: PermitStage.DELIVERED }) }, connection);
  }
  const cells = counted.map((whole, at) => whole - (alone[at] as number));
  return [
    { what: 'the record alone', microseconds: alone.slice(WARM_UP) },
    { what: 'the record, read first, with its cells', microseconds: counted.slice(WARM_UP) },
    { what: 'what its cells cost', microseconds: cells.slice(WARM_UP) },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) * 1000;
}
