import { type ClassType, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Owner } from '../domain/labels';
import type { RightsDefinition } from './rights-definition';
import { RightsField } from './rights-field';
import { RightsDeed, RightsState } from './rights-state';

/** What is shown of a case. */
export interface ShownCase {
  readonly id: string;
  readonly kind: string;
  readonly state: RightsState;
  readonly deadline: string;
}

/** The enum of the kinds of request that an owner's law knows. */
export function kindEnumOf({ name, law }: RightsDefinition): Record<string, string> {
  const kinds = Object.fromEntries(Object.keys(law.kinds).map((kind) => [kind, kind]));
  const described = Object.entries(law.kinds).map(([kind, { title }]) => `${kind}: ${title.en}`);
  registerEnumType(kinds, { name: `${name}RightsKind`, description: `${law.title.en}. ${described.join('; ')}.` });
  return kinds;
}

/** Makes the type of a domain's cases. */
export function caseTypeOf({ name, party }: RightsDefinition, kinds: object): ClassType<ShownCase> {
  @ObjectType(`${name}RightsStep`, { description: 'A step of a case.' })
  @Owner(party)
  class Step {
    @RightsField(() => String, 'When; an ISO instant.')
    at!: string;

    @RightsField(() => String, "The issuer's name for the official.")
    by!: string;

    @RightsField(() => RightsDeed, 'What was done.')
    did!: RightsDeed;

    @RightsField(() => String, 'What the official noted.')
    note!: string | null;
  }

  @ObjectType(`${name}RightsCase`, { description: 'What a person asked of the owner of their data.' })
  @Owner(party)
  class Case {
    @RightsField(() => ID, 'The number of the case.')
    id!: string;

    @RightsField(() => kinds, 'What was asked for.')
    kind!: string;

    @RightsField(() => ID, "The owner's internal id of the record.")
    record!: string;

    @RightsField(() => String, 'The day on which it was received.')
    receivedOn!: string;

    @RightsField(
      () => String,
      'The last day for the answer. Working days are Monday to Friday; public holidays are not known here, so the true day may be later.',
    )
    deadline!: string;

    @RightsField(() => Boolean, 'Whether it is open after its deadline.')
    overdue!: boolean;

    @RightsField(() => RightsState, 'Where it stands.')
    state!: RightsState;

    @RightsField(() => String, 'Why it was refused.')
    ground!: string | null;

    @RightsField(() => String, 'The rule of law that sets the term.')
    source!: string;

    @RightsField(() => Int, 'How often it was changed: give it when you change it.')
    version!: number;

    @RightsField(() => [Step], 'What was done, the oldest first.')
    history!: Step[];
  }
  return Case;
}
