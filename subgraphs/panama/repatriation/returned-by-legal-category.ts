import { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType } from 'type-graphql';
import { returnFigure } from './return-figure';
import { LEGAL_CATEGORIES, ReturnLegalCategory } from './return-legal-category';

/** Persons returned under one legal category. */
@ObjectType({ description: 'Persons returned under one legal category. Categories are never merged.' })
@Owner('PAN')
export class ReturnedByLegalCategory {
  @Field(() => ReturnLegalCategory, { nullable: true, description: 'The legal category.' })
  @Sensitivity('PUBLIC')
  category!: ReturnLegalCategory;

  @Field(() => Count, {
    nullable: true,
    description:
      'Persons, as printed; NOT_PUBLISHED where the source prints no figure of the category, which is no zero.',
  })
  @Sensitivity('PUBLIC')
  count!: Count;
}

type Figure = Parameters<typeof returnFigure>[0];

/** A row for each category, in one order. @param figureOf what is printed of a category; a value of null is no zero. */
export const byLegalCategory = (figureOf: (category: ReturnLegalCategory) => Figure): ReturnedByLegalCategory[] =>
  LEGAL_CATEGORIES.map((category) =>
    Object.assign(new ReturnedByLegalCategory(), { category, count: returnFigure(figureOf(category)) }),
  );
