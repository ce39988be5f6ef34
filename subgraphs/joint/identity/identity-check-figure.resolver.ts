import { Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { withRecord } from '@pasarela/serve/domain/raw-record';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { type CheckCountRow, checkCountModel } from './check-count.model';
import { CheckLatency } from './check-latency';
import { cellId } from './count-checks';
import { CheckMonths, IdentityCheckFigure } from './identity-check-figure';
import { LIMITS } from './identity-limits';
import { monthsOf } from './months-of';
import { ProbeResult } from './probe-result';
import { settleBatches } from './settle-batches';
import { FIRST_MONTH } from './synthetic-check-counts';
import { SYNTHETIC_IDENTITY } from './synthetic-dataset';

const RESULTS = [ProbeResult.NO_HIT, ProbeResult.IS_HIT, ProbeResult.FAILED] as const;

type Cell = Pick<CheckCountRow, 'contributedBy' | 'month' | 'result' | 'latency'>;

/** Answers how checks ended. INVARIANT: rows are there for every party, month, result and latency, counted or not. */
@Resolver()
export class IdentityCheckFigureResolver {
  @Query(() => [IdentityCheckFigure], {
    nullable: true,
    description: 'Identity checks by party, month, result and latency. SYNTHETIC.',
  })
  @Owner('JOINT')
  @Sensitivity('STATISTICAL')
  async identityCheckFigures(
    @Args() { from, to }: CheckMonths,
    @Ctx() context: ServeContext,
  ): Promise<IdentityCheckFigure[]> {
    const cells = cellsOf(monthsOf(from, to));
    await settleBatches(context.connection, context.now);
    const rows = await checkCountModel(context.connection)
      .find({ _id: { $in: cells.map(cellId) } })
      .lean<CheckCountRow[]>();
    const checks = new Map(rows.map((row) => [row._id, row.checks]));
    return cells.map((cell) => figureOf(cell, checks.get(cellId(cell)) ?? 0, context));
  }
}

const cellsOf = (months: readonly string[]): Cell[] =>
  LIMITS.parties.flatMap((contributedBy) =>
    months.flatMap((month) =>
      RESULTS.flatMap((result) =>
        Object.values(CheckLatency).map((latency) => ({ contributedBy, month, result, latency })),
      ),
    ),
  );

function figureOf(cell: Cell, checks: number, context: ServeContext): IdentityCheckFigure {
  const { contributedBy: party, month, result, latency } = cell;
  const shown = shownTo(cell, checks, context);
  const counted = count({
    ...shown,
    countingParty: `${party}: SYNTHETIC`,
    definition: `Identity checks that ${party} asked of other parties, by result and by how long the reply took`,
    unit: CountUnit.IDENTITY_CHECKS,
    coverageFrom: month,
    coverageTo: month,
    dataset: SYNTHETIC_IDENTITY,
    note: party === context.requester.party ? null : NOTE,
  });
  const made = { dataset: SYNTHETIC_IDENTITY, party, month, result, latency, checks: counted };
  return withRecord(Object.assign(new IdentityCheckFigure(), made), { contributedBy: party });
}

const NOTE = `Whole months, counts of ${LIMITS.smallestCount} and more; all smaller ones, zeros too, are suppressed, so nothing adds up.`;

/** INVARIANT: others see no month that still grows, so no two answers can be subtracted. */
function shownTo(
  { contributedBy, month }: Cell,
  checks: number,
  { requester, now }: ServeContext,
): Pick<Count, 'value'> | { state: CountState } {
  const current = now.toISOString().slice(0, 7);
  if (month < FIRST_MONTH) return { state: CountState.NOT_COLLECTED };
  if (month > current) return { state: CountState.NOT_APPLICABLE };
  if (requester.party === contributedBy) return { value: checks };
  if (month === current) return { state: CountState.NOT_PUBLISHED };
  return checks < LIMITS.smallestCount ? { state: CountState.SUPPRESSED } : { value: checks };
}
