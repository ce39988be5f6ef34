import { type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { batchPerConnection } from '../domain/batch-per-connection';
import { CountUnit } from '../domain/count';
import { Owner, Sensitivity } from '../domain/labels';
import type { NationalityReference } from '../domain/references';
import type { ServeContext } from '../domain/serve-context';
import { type CaseOwner, rootOf } from './case-domain';
import { type CaseFigureRow, type CaseTotals, caseFigureModel } from './case-figure.model';
import { figureCount } from './figure-count';
import type { OwnerTypes } from './owner-types';
import { shownToOthers } from './small-cells';
import { caseFiguresType } from './smuggling-case-figures';

const NO_CASES: CaseTotals = { cases: 0, casesWithIdentifiedVictims: 0 };
const DEFINITIONS: Readonly<Record<keyof CaseTotals, string>> = {
  cases: 'SYNTHETIC cases in which at least one smuggled migrant or victim of trafficking has the nationality.',
  casesWithIdentifiedVictims:
    'SYNTHETIC cases in which at least one victim of trafficking of the nationality is identified, preliminary or confirmed.',
};
const LEFT_OUT = 'Cases under handling code H2 or TLP RED are left out; small cells are suppressed.';

const figuresOf = (owner: CaseOwner) =>
  batchPerConnection<string, CaseFigureRow>((connection) => async (codes) => {
    const rows = await caseFigureModel(connection, owner)
      .find({ _id: { $in: [...codes] } })
      .lean<CaseFigureRow[]>();
    const byCode = new Map(rows.map((row) => [row._id, row]));
    return codes.map((code) => byCode.get(code) ?? null);
  });

/** Makes the resolver of what an owner of cases adds to a nationality. */
export function nationalityResolver(owner: CaseOwner, { Nationality }: OwnerTypes): ClassType<object> {
  const figuresType = caseFiguresType(owner);
  const batchOf = figuresOf(owner);

  @Resolver(() => Nationality)
  class NationalityResolver {
    @FieldResolver(() => figuresType, {
      name: `${rootOf(owner)}SmugglingCaseFigures`,
      nullable: true,
      description: `Smuggling cases of ${owner.name} that concern the nationality, rolled up. SYNTHETIC.`,
    })
    @Owner(owner.party)
    @Sensitivity('STATISTICAL')
    async figures(@Root() { code }: NationalityReference, @Ctx() context: ServeContext): Promise<object> {
      const row = await context.loaders.for(batchOf(context.connection)).load(code);
      const isOwner = context.requester.party === owner.party;
      const shown = isOwner ? (row?.all ?? NO_CASES) : shownToOthers(row?.countableForOthers ?? NO_CASES);
      const countOf = (figure: keyof CaseTotals) =>
        figureCount(owner, {
          value: shown[figure],
          definition: DEFINITIONS[figure],
          unit: CountUnit.CASES,
          note: isOwner ? null : LEFT_OUT,
        });
      return Object.assign(new figuresType(), {
        dataset: owner.dataset,
        cases: countOf('cases'),
        casesWithIdentifiedVictims: countOf('casesWithIdentifiedVictims'),
      });
    }
  }
  return NationalityResolver;
}
