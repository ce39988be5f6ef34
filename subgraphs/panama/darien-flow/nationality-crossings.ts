import { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType } from 'type-graphql';
import { Nationality, nationalityOf } from './nationality';
import { groupCaution, membersOf } from './nationality-groups';
import { countOf, joinNotes, notPublished, type PublishedFigure } from './published-figure';

/** One cell of a published table by nationality, under the group that the source prints. */
@ObjectType({ description: 'One cell of a published table by nationality, under the group as printed.' })
@Owner('PAN')
export class NationalityCrossings {
  @Field(() => String, { nullable: true, description: 'The group as printed: VEN, HTI+BRA+CHL, OTHER, TOTAL.' })
  @Sensitivity('PUBLIC')
  publishedGroup!: string;

  @Field(() => [Nationality], {
    nullable: true,
    description: 'The nationalities that the group names; none for OTHER and TOTAL.',
  })
  @Sensitivity('PUBLIC')
  nationalities!: Nationality[];

  @Field(() => Count, {
    nullable: true,
    description: 'Registered arrivals of the group. A cell that was not printed is no zero.',
  })
  @Sensitivity('PUBLIC')
  count!: Count;
}

/** The cell of a printed figure. */
export function cellOf(figure: PublishedFigure): NationalityCrossings {
  return cell(figure.group, countOf(figure));
}

/** Where and why a table prints no cell. */
export interface Absence {
  readonly from: string;
  readonly through?: string;
  readonly dataset: string;
  readonly note: string;
}

/** The cells of all groups that a table prints, then those that only these figures name; missing cells say so. */
export function cellsOf(
  figures: readonly PublishedFigure[],
  groups: readonly string[],
  absence: Absence,
): NationalityCrossings[] {
  const all = [...new Set([...groups, ...figures.map(({ group }) => group)])];
  return all.map((group) => {
    const figure = figures.find((candidate) => candidate.group === group);
    if (figure) return cellOf(figure);
    const note = joinNotes(absence.note, groupCaution(group)) as string;
    return cell(group, notPublished({ ...absence, note }));
  });
}

function cell(publishedGroup: string, count: Count): NationalityCrossings {
  const nationalities = membersOf(publishedGroup).map(nationalityOf);
  return Object.assign(new NationalityCrossings(), { publishedGroup, nationalities, count });
}
