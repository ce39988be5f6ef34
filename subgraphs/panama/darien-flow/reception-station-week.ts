import { Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate, YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ObjectType } from 'type-graphql';
import { daysOfMonth, monthsBetween } from './calendar';
import { SNM } from './published-figure';

/** One week of one reception station. */
@ObjectType({ description: 'One week of one reception station. SNM publishes no arrivals by station and week.' })
@Owner('PAN')
export class ReceptionStationWeek {
  @Field(() => PartialDate, { nullable: true, description: 'The Monday of the week.' })
  @Sensitivity('PUBLIC')
  weekFrom!: string;

  @Field(() => Count, { nullable: true, description: 'Arrivals at the station in the week: NOT_PUBLISHED.' })
  @Sensitivity('PUBLIC')
  arrivals!: Count;
}

/** Which weeks: those that begin in the months. */
@ArgsType()
export class ReceptionStationWeeksArguments {
  @Field(() => YearMonth, { description: 'The month in which the first week begins.' })
  @Reads('ReceptionStationWeek.weekFrom')
  from!: string;

  @Field(() => YearMonth, { description: 'The month in which the last week begins, at most 239 after the first.' })
  @Reads('ReceptionStationWeek.weekFrom')
  to!: string;
}

const DAY = 24 * 60 * 60 * 1000;

/** The weeks that begin in some months, none with a figure: a week without data is a row too. */
export function receptionStationWeeks({ from, to }: ReceptionStationWeeksArguments): ReceptionStationWeek[] {
  return monthsBetween(from, to).flatMap(mondaysOf).map(weekFrom);
}

function mondaysOf(month: string): string[] {
  const days = Array.from({ length: daysOfMonth(month) }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`);
  return days.filter((day) => new Date(day).getUTCDay() === 1);
}

function weekFrom(monday: string): ReceptionStationWeek {
  const arrivals = count({
    state: CountState.NOT_PUBLISHED,
    countingParty: SNM,
    definition: 'Registered arrivals at the station in the week.',
    unit: CountUnit.REGISTERED_ENTRIES,
    coverageFrom: monday,
    coverageTo: new Date(new Date(monday).getTime() + 6 * DAY).toISOString().slice(0, 10),
    dataset: 'none: arrivals by reception station and week',
    note: 'The published bulletins have arrivals by month, without stations.',
  });
  return Object.assign(new ReceptionStationWeek(), { weekFrom: monday, arrivals });
}
