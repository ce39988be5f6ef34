import { cellId } from '@pasarela/schema/disclosure-control/table/frequency-table';
import { type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CountUnit } from '../domain/count';
import { Owner, Sensitivity } from '../domain/labels';
import type { NationalityReference } from '../domain/references';
import type { ServeContext } from '../domain/serve-context';
import { countsOf } from '../statistics/read-statistic';
import { type CaseOwner, rootOf } from './case-domain';
import { CASES_BY_NATIONALITY, CASES_WITH_VICTIMS, CaseVictims } from './case-tables';
import type { OwnerTypes } from './owner-types';
import { caseFiguresType } from './smuggling-case-figures';
import { syntheticCases } from './synthetic-case-provenance';

const NO_SUM = 'A case of several nationalities is counted under each: never add them up.';
const CASES = `SYNTHETIC cases in which at least one smuggled migrant or victim of trafficking has the nationality. ${NO_SUM}`;
const WITH_VICTIMS = `SYNTHETIC cases in which at least one victim of trafficking of the nationality is identified, preliminary or confirmed. ${NO_SUM}`;

/** Makes the resolver of what an owner of cases adds to a nationality. */
export function nationalityResolver(owner: CaseOwner, { Nationality }: OwnerTypes): ClassType<object> {
  const figuresType = caseFiguresType(owner);

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
      const provenance = (definition: string) => () => syntheticCases(owner, definition, { unit: CountUnit.CASES });
      const [cases, withVictims] = await Promise.all([
        countsOf({ table: CASES_BY_NATIONALITY.name, crossing: [1], provenance: provenance(CASES) }, context),
        countsOf({ table: CASES_WITH_VICTIMS.name, crossing: [1, 1], provenance: provenance(WITH_VICTIMS) }, context),
      ]);
      return Object.assign(new figuresType(), {
        dataset: owner.dataset,
        cases: cases.get(code),
        casesWithIdentifiedVictims: withVictims.get(cellId([code, CaseVictims.IDENTIFIED])),
      });
    }
  }
  return NationalityResolver;
}
