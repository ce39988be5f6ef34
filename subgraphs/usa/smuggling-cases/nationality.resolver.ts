import { batchPerConnection } from '@pasarela/serve/domain/batch-per-connection';
import { type Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type CaseFigureRow, caseFigureModel } from './case-figure.model';
import { Nationality } from './nationality';
import { type ShownTotals, shownToOthers } from './small-cells';
import { SmugglingCaseFigures } from './smuggling-case-figures';
import { SYNTHETIC_AS_OF, SYNTHETIC_CASES } from './synthetic-dataset';

const OWNER = 'USA';
const NO_CASES = { cases: 0, casesWithIdentifiedVictims: 0 };
const DEFINITIONS = {
  cases: 'SYNTHETIC cases in which at least one smuggled migrant or victim of trafficking has the nationality.',
  casesWithIdentifiedVictims:
    'SYNTHETIC cases in which at least one victim of trafficking of the nationality is identified, preliminary or confirmed.',
} as const;

const figuresOf = batchPerConnection<string, CaseFigureRow>((connection) => async (codes) => {
  const rows = await caseFigureModel(connection)
    .find({ _id: { $in: [...codes] } })
    .lean<CaseFigureRow[]>();
  const byCode = new Map(rows.map((row) => [row._id, row]));
  return codes.map((code) => byCode.get(code) ?? null);
});

/** What the United States add to a nationality. */
@Resolver(() => Nationality)
export class NationalityResolver {
  @FieldResolver(() => SmugglingCaseFigures, {
    nullable: true,
    description: 'Smuggling cases that concern the nationality, rolled up. SYNTHETIC.',
  })
  @Owner('USA')
  @Sensitivity('STATISTICAL')
  async smugglingCaseFigures(
    @Root() { code }: Nationality,
    @Ctx() context: ServeContext,
  ): Promise<SmugglingCaseFigures> {
    const row = await context.loaders.for(figuresOf(context.connection)).load(code);
    const isOwner = context.requester.party === OWNER;
    const shown = isOwner ? (row?.all ?? NO_CASES) : shownToOthers(row?.countableForOthers ?? NO_CASES);
    return Object.assign(new SmugglingCaseFigures(), {
      dataset: SYNTHETIC_CASES,
      cases: countOf('cases', shown, isOwner),
      casesWithIdentifiedVictims: countOf('casesWithIdentifiedVictims', shown, isOwner),
    });
  }
}

function countOf(figure: keyof typeof DEFINITIONS, shown: ShownTotals, isOwner: boolean): Count {
  const value = shown[figure];
  return count({
    value,
    ...(value === null && { state: CountState.SUPPRESSED }),
    countingParty: 'USA: SYNTHETIC',
    definition: DEFINITIONS[figure],
    unit: CountUnit.CASES,
    asOf: SYNTHETIC_AS_OF,
    dataset: SYNTHETIC_CASES,
    note: isOwner ? null : 'Cases under handling code H2 or TLP RED are left out; small cells are suppressed.',
  });
}
