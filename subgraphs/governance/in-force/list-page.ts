import { requestError } from '@pasarela/schema/errors';
import { MAX_PAGE } from '@pasarela/serve/domain/connection';
import { ArgsType, Field, Int } from 'type-graphql';

/** Which part of a list is asked for. */
@ArgsType()
export class ListPageArguments {
  @Field(() => Int, { defaultValue: MAX_PAGE, description: `How many, 1 to ${MAX_PAGE}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The id of the last one of the page before.' })
  after?: string | null;
}

/** One page of a list, in the order of its ids. @throws BAD_PAGE, BAD_CURSOR where no such id is in the list. */
export function listPage<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { first, after }: ListPageArguments,
): Row[] {
  if (first < 1 || first > MAX_PAGE) throw requestError('BAD_PAGE', { max: MAX_PAGE });
  const sorted = rows.toSorted((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  const last = after == null ? -1 : sorted.findIndex(({ id }) => id === after);
  if (after != null && last === -1) throw requestError('BAD_CURSOR');
  return sorted.slice(last + 1, last + 1 + first);
}
