import { Structural } from '@pasarela/serve/domain/labels';
import { Field, Int, ObjectType } from 'type-graphql';
import type { StoredChange } from './versioned-record';

/** One change of a contributed record, for its contributor's own people. */
@ObjectType({ description: 'One change of a contributed record: which version it made, when, and who made it.' })
@Structural()
export class ContributionChange {
  @Field(() => Int, { description: 'The version that the change made.' })
  version!: number;

  @Field(() => String, { description: 'When, in ISO 8601, UTC.' })
  at!: string;

  @Field(() => String, { description: 'The agency for which it was made.' })
  agency!: string;

  @Field(() => String, { description: "Who made it, by the contributor's own name for them." })
  author!: string;
}

/** The changes of a record as they are shown: without keys and inputs. */
export const changesOf = (history: readonly StoredChange[]): ContributionChange[] =>
  history.map(({ version, at, agency, author }) =>
    Object.assign(new ContributionChange(), { version, at, agency, author }),
  );
