import { type Count, CountState, count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { FunnelStage } from './funnel-figure';
import { Nationality } from './nationality';
import { NationalityPermits } from './nationality-permits';
import type { PublishedFigureRow } from './published-figure.model';
import { countOf, latestOf, readSeries } from './published-series';

/** The statute protects Venezuelans (Decreto 216 de 2021): its figures say nothing of others. */
const PROTECTED_NATIONALITY = 'VEN';

const MEASURES = {
  permitsDelivered: FunnelStage.DELIVERED,
  permitsAuthorised: FunnelStage.AUTHORISED,
  inProcess: FunnelStage.IN_PROCESS,
} as const;

/** What Colombia adds to a nationality. */
@Resolver(() => Nationality)
export class NationalityResolver {
  @FieldResolver(() => NationalityPermits, {
    nullable: true,
    description: 'Temporary protection permits in Colombia: latest published figures, for Venezuelans only.',
  })
  @Owner('COL')
  @Sensitivity('PUBLIC')
  async temporaryProtectionPermits(
    @Root() { code }: Nationality,
    @Ctx() context: ServeContext,
  ): Promise<NationalityPermits> {
    const latest = latestFigures(await readSeries(context, 'FUNNEL'));
    return code === PROTECTED_NATIONALITY ? published(latest) : notApplicable(latest);
  }
}

type Figures = Record<keyof typeof MEASURES, PublishedFigureRow>;

function latestFigures(rows: readonly PublishedFigureRow[]): Figures {
  return Object.fromEntries(
    Object.entries(MEASURES).map(([field, stage]) => [field, latestOf(rows, stage)]),
  ) as Figures;
}

function published(figures: Figures): NationalityPermits {
  const asOf = Object.values(figures)
    .map((row) => row.asOf)
    .toSorted()
    .at(-1) as string;
  return permitsOf(figures, asOf, countOf);
}

function notApplicable(figures: Figures): NationalityPermits {
  return permitsOf(figures, null, ({ countingParty, definition, unit, dataset }) =>
    count({ countingParty, definition, unit, dataset, state: CountState.NOT_APPLICABLE }),
  );
}

function permitsOf(
  figures: Figures,
  asOf: string | null,
  toCount: (row: PublishedFigureRow) => Count,
): NationalityPermits {
  const counts = Object.entries(figures).map(([field, row]) => [field, toCount(row)]);
  return Object.assign(new NationalityPermits(), { asOf, ...Object.fromEntries(counts) });
}
