import { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType } from 'type-graphql';
import { Nationality, nationalityOf } from './nationality';
import { SafeMobilityPathway, SafeMobilityPrecision, SafeMobilityStage } from './safe-mobility-codes';
import { countOf, notPublished, type SafeMobilityRow } from './safe-mobility-row';

/** One figure of the initiative, or the statement that none is published. */
@ObjectType({
  description:
    'One published figure of the Safe Mobility initiative, or the statement that none is published. Running totals of different dates and publishers: never add two rows.',
})
@Owner('USA')
export class SafeMobilityFigure {
  @Field(() => SafeMobilityStage, { nullable: true, description: 'How far the people had come whom it counts.' })
  @Sensitivity('STATISTICAL')
  stage!: SafeMobilityStage;

  @Field(() => String, {
    nullable: true,
    description: "ISO 3166-1 alpha-3 of the office's country; null for all offices together.",
  })
  @Sensitivity('STATISTICAL')
  office!: string | null;

  @Field(() => Nationality, { nullable: true, description: 'The nationality; null for all.' })
  @Sensitivity('STATISTICAL')
  nationality!: Nationality | null;

  @Field(() => SafeMobilityPathway, { nullable: true, description: 'The pathway; null where the source names none.' })
  @Sensitivity('STATISTICAL')
  pathway!: SafeMobilityPathway | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-3 of the country of destination; null where the source names none.',
  })
  @Sensitivity('STATISTICAL')
  destination!: string | null;

  @Field(() => SafeMobilityPrecision, {
    nullable: true,
    description: 'How exactly the source prints it; null where nothing is published.',
  })
  @Sensitivity('STATISTICAL')
  precision!: SafeMobilityPrecision | null;

  @Field(() => Count, {
    nullable: true,
    description: 'The running total since the offices opened, as of its own date; read its note.',
  })
  @Sensitivity('STATISTICAL')
  count!: Count;
}

/** The row of a published figure. */
export function figureOf(row: SafeMobilityRow): SafeMobilityFigure {
  const { stage, office, pathway, destination, precision } = row;
  return Object.assign(new SafeMobilityFigure(), {
    stage,
    office,
    nationality: null,
    pathway,
    destination,
    precision,
    count: countOf(row),
  });
}

/** What a row without a published figure is about. */
export type Unpublished = Pick<SafeMobilityFigure, 'stage'> &
  Partial<Pick<SafeMobilityRow, 'office' | 'pathway' | 'destination'>> & { readonly nationality?: string };

/** The row of what no source prints. @param note why, and where to look instead. */
export function absentFigure({ nationality, ...about }: Unpublished, note: string): SafeMobilityFigure {
  const open = { office: null, pathway: null, destination: null, precision: null };
  return Object.assign(new SafeMobilityFigure(), open, about, {
    nationality: nationality ? nationalityOf(nationality) : null,
    count: notPublished(about.stage, note),
  });
}
