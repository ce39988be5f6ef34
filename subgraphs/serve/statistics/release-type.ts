import { NOISE_BOUND } from '@pasarela/schema/disclosure-control/perturbation/perturbation-table';
import { Field, Int, ObjectType } from 'type-graphql';
import { Shareable, Structural } from '../domain/labels';
import { PartialDate } from '../domain/scalars';
import type { StoredReleaseRow } from './stored-release.model';

/** A release of a table of counts, without its cells. It is structural: the field that returns it decides. */
@ObjectType({
  description:
    'One release of a table of counts: frozen, numbered, the same for every other party. Its owner is told live figures.',
})
@Structural()
@Shareable()
export class StatisticRelease {
  @Field(() => String, { description: 'The table.' })
  table!: string;

  @Field(() => Int, { description: 'Its number; the first is 1.' })
  number!: number;

  @Field(() => PartialDate, { description: 'The day on which the release was made.' })
  madeOn!: string;

  @Field(() => Int, { description: 'How many cells of the table, margins among them, say a value or zero.' })
  publishedCells!: number;

  @Field(() => Int, { description: 'How many cells are suppressed: too few people, or needed to hide such a cell.' })
  suppressedCells!: number;

  @Field(() => String, { description: 'How it is protected, stage by stage.' })
  protection!: string;

  @Field(() => String, { description: 'Its light of the traffic light protocol 2.0.' })
  tlp!: string;

  @Field(() => [String], { description: 'Handling codes that go with it.' })
  handlingCodes!: readonly string[];
}

/** A stored release as it is shown. */
export function releaseNode(row: StoredReleaseRow): StatisticRelease {
  const { table, number, madeAt, published, suppressed, marks } = row;
  return Object.assign(new StatisticRelease(), {
    table,
    number,
    madeOn: madeAt.slice(0, 10),
    publishedCells: published,
    suppressedCells: suppressed,
    protection: protectionOf(row),
    tlp: marks.tlp,
    handlingCodes: marks.handlingCodes,
  });
}

function protectionOf({ threshold, roundTo }: StoredReleaseRow): string {
  return [
    `threshold ${threshold}`,
    'secondary suppression',
    `groups under ${threshold} held back between releases, noise of ±${NOISE_BOUND}`,
    ...(roundTo === null ? [] : [`rounded to ${roundTo}`]),
  ].join('; ');
}
