import { CountStatus } from '@pasarela/serve/domain/count';
import { Structural } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { HeldState } from './held-state';

/** What one unit of a figure on the environment is. */
export enum EnvironmentUnit {
  TONNES = 'TONNES',
  US_DOLLARS = 'US_DOLLARS',
  POUNDS_PER_PERSON = 'POUNDS_PER_PERSON',
  HECTARES = 'HECTARES',
}
registerEnumType(EnvironmentUnit, {
  name: 'EnvironmentUnit',
  description: 'What one unit of a figure on the environment is. Figures of two units are never set off.',
});

/** One measured figure with its provenance: a `Count` of what is no number of persons. Structural. */
@ObjectType({
  description: 'One measured figure (tonnes, money, hectares) with its provenance. Two sources are never summed.',
})
@Structural()
export class EnvironmentFigure {
  @Field(() => Float, { nullable: true, description: 'The figure exactly as printed; null unless state is VALUE.' })
  value!: number | null;

  @Field(() => HeldState, { description: 'What stands behind the value or its absence.' })
  state!: HeldState;

  @Field(() => String, { description: 'Who says so; where the authority is not known, the publisher.' })
  countingParty!: string;

  @Field(() => String, { description: 'What is measured.' })
  definition!: string;

  @Field(() => EnvironmentUnit, { description: 'What one unit of the value is.' })
  unit!: EnvironmentUnit;

  @Field(() => PartialDate, { nullable: true, description: 'When it was held or published; null where not known.' })
  asOf!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'First year that it covers; null for what has no period.' })
  coverageFrom!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'Last year that it covers; null for what has no period.' })
  coverageTo!: string | null;

  @Field(() => CountStatus, { description: 'PROVISIONAL as first published, REVISED when it replaces another.' })
  status!: CountStatus;

  @Field(() => String, { nullable: true, description: 'Where it was read.' })
  source!: string | null;

  @Field(() => String, { description: 'The dataset that holds it.' })
  dataset!: string;

  @Field(() => String, { nullable: true, description: 'A caution that must travel with the figure.' })
  note!: string | null;
}

type FigureInput = Pick<EnvironmentFigure, 'value' | 'state' | 'countingParty' | 'definition' | 'unit' | 'dataset'> &
  Partial<EnvironmentFigure>;

/** Builds a figure. INVARIANT: it has a value exactly when its state is VALUE. */
export function environmentFigure(input: FigureInput): EnvironmentFigure {
  if ((input.value !== null) !== (input.state === HeldState.VALUE))
    throw new Error('A figure has a value exactly when its state is VALUE.');
  const absent = { asOf: null, coverageFrom: null, coverageTo: null, source: null, note: null };
  return Object.assign(new EnvironmentFigure(), absent, { status: CountStatus.PROVISIONAL }, input);
}
