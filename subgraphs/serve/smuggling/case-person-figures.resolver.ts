import { type ClassType, Ctx, Query, Resolver } from 'type-graphql';
import { type Count, CountState, CountUnit } from '../domain/count';
import { Owner, Sensitivity } from '../domain/labels';
import type { ServeContext } from '../domain/serve-context';
import { type CaseOwner, rootOf } from './case-domain';
import { personCountType, personFiguresType } from './case-person-figures';
import { CasePersonRole, VictimConfirmation } from './case-person-role';
import { figureCount } from './figure-count';
import { type PersonFigureRow, personFigureModel } from './person-figure.model';
import { personCell } from './roll-up-persons';
import { personsShownToOthers } from './small-cells';
import { daysShownToOthers, medianDays } from './time-to-confirmed';

/** Every combination that is counted, in the order in which it is shown. */
const CELLS = [
  { role: CasePersonRole.TRAFFICKING_VICTIM, confirmation: VictimConfirmation.PRELIMINARY },
  { role: CasePersonRole.TRAFFICKING_VICTIM, confirmation: VictimConfirmation.CONFIRMED },
  { role: CasePersonRole.SMUGGLED_MIGRANT, confirmation: null },
  { role: CasePersonRole.WITNESS, confirmation: null },
  { role: CasePersonRole.SUSPECT, confirmation: null },
] as const;
const LEFT_OUT = 'Cases under handling code H2 or TLP RED are left out;';
const DAYS = 'Median of the days from PRELIMINARY to CONFIRMED over the SYNTHETIC confirmed victims of trafficking.';

/** Makes the resolver of an owner's figures of persons in cases. */
export function casePersonFiguresResolver(owner: CaseOwner): ClassType<object> {
  const countType = personCountType(owner);
  const figuresType = personFiguresType(owner, countType);

  @Resolver()
  class CasePersonFiguresResolver {
    @Query(() => figuresType, {
      name: `${rootOf(owner)}CasePersonFigures`,
      nullable: true,
      description: `Persons in the cases of ${owner.name} by role and confirmation, rolled up. SYNTHETIC.`,
    })
    @Owner(owner.party)
    @Sensitivity('STATISTICAL')
    async figures(@Ctx() { connection, requester }: ServeContext): Promise<object> {
      const isOwner = requester.party === owner.party;
      const row = await personFigureModel(connection, owner)
        .findById(isOwner ? 'OWNER' : 'OTHERS')
        .lean<PersonFigureRow>();
      const byRole = CELLS.map((cell) =>
        Object.assign(new countType(), { ...cell, persons: personsOf(cell, { owner, row, isOwner }) }),
      );
      const daysToConfirmed = daysOf({ owner, row, isOwner });
      return Object.assign(new figuresType(), { dataset: owner.dataset, byRole, daysToConfirmed });
    }
  }
  return CasePersonFiguresResolver;
}

/** What a figure is made of. */
interface Shown {
  readonly owner: CaseOwner;
  readonly row: PersonFigureRow | null;
  readonly isOwner: boolean;
}

function personsOf(cell: (typeof CELLS)[number], { owner, row, isOwner }: Shown): Count {
  const persons = row?.persons[personCell(cell)] ?? 0;
  const state = cell.confirmation ? ` whose identification is ${cell.confirmation}` : '';
  return figureCount(owner, {
    value: isOwner ? persons : personsShownToOthers(persons),
    definition: `SYNTHETIC persons who are ${cell.role} in a case${state}.`,
    unit: CountUnit.PERSONS,
    note: isOwner ? null : `${LEFT_OUT} under 10 is suppressed.`,
  });
}

function daysOf({ owner, row, isOwner }: Shown): Count {
  const days = row?.daysToConfirmed ?? {};
  const value = isOwner ? medianDays(days) : daysShownToOthers(days);
  const note = isOwner ? null : `${LEFT_OUT} shown over 10 victims or more, to ten days.`;
  const figure = figureCount(owner, { value, definition: DAYS, unit: CountUnit.DAYS, note });
  // Nobody is confirmed: there is no median. For others that is told by nothing: suppressed like a small cell.
  return value === null && isOwner ? Object.assign(figure, { state: CountState.NOT_APPLICABLE }) : figure;
}
