import { requestError } from '@pasarela/schema/errors';
import { Reads } from '@pasarela/serve/domain/labels';
import { ArgsType, Field, ID, Int } from 'type-graphql';

const MAX_YEARS = 20;

/** Which years and origins of the table of applications. */
@ArgsType()
export class ApplicationsArguments {
  @Field(() => Int, { description: 'The first year.' })
  @Reads('UsaAsylumApplications.year')
  from!: number;

  @Field(() => Int, { description: 'The last year, at most 19 after the first.' })
  @Reads('UsaAsylumApplications.year')
  to!: number;

  @Field(() => [ID], {
    nullable: true,
    description:
      'ISO 3166-1 alpha-3, UNK (unknown), XXA (stateless); all that are printed in these years when left out.',
  })
  @Reads('UsaAsylumApplications.origin')
  origins?: string[] | null;
}

/** Which years and origins of the table of decisions. */
@ArgsType()
export class DecisionsArguments {
  @Field(() => Int, { description: 'The first year.' })
  @Reads('UsaAsylumDecisions.year')
  from!: number;

  @Field(() => Int, { description: 'The last year, at most 19 after the first.' })
  @Reads('UsaAsylumDecisions.year')
  to!: number;

  @Field(() => [ID], {
    nullable: true,
    description:
      'ISO 3166-1 alpha-3, UNK (unknown), XXA (stateless); all that are printed in these years when left out.',
  })
  @Reads('UsaAsylumDecisions.origin')
  origins?: string[] | null;
}

/** The years from one to another, both included; at most 20, in order. */
export function yearsBetween(from: number, to: number): number[] {
  if (from < 1900 || to > 2100 || from > to || to - from >= MAX_YEARS) {
    throw requestError('BAD_INPUT', {
      what: `from and to are years from 1900 to 2100, in order, at most ${MAX_YEARS} of them`,
    });
  }
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

const ORIGIN = /^[A-Z]{3}$/;

/** The origins asked for, each once; null for all. A text that is no code is left out of the answer. */
export const originsOf = (origins: readonly string[] | null | undefined): string[] | null =>
  origins ? [...new Set(origins.filter((origin) => ORIGIN.test(origin)))] : null;
