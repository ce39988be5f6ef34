import { type ClassType, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Owner } from '../domain/labels';
import type { RightsDefinition } from './rights-definition';
import { RightsField } from './rights-field';
import { RightsDeed, RightsState } from './rights-state';

/** What is shown of a case. */
export interface ShownCase {
  readonly id: string;
  readonly kind: string;
  readonly confirmBy: string | null;
  readonly state: RightsState;
  readonly deadline: string;
}

/** What an owner's law knows, as enums: kinds of request, and reasons to refuse them. */
export interface RightsEnums {
  readonly kinds: object;
  readonly grounds: object;
}

/** The enums of an owner's law. */
export function rightsEnumsOf({ name, law }: RightsDefinition): RightsEnums {
  const kinds = enumOf(law.kinds);
  const described = Object.entries(law.kinds).map(([kind, { title }]) => `${kind}: ${title.en}`);
  registerEnumType(kinds, { name: `${name}RightsKind`, description: `${law.title.en}. ${described.join('; ')}.` });
  const grounds = enumOf(law.refusals);
  registerEnumType(grounds, {
    name: `${name}RefusalGround`,
    description: 'Why a request can be refused, and for which kinds of request.',
    valuesConfig: Object.fromEntries(
      Object.entries(law.refusals).map(([ground, { text, of, source }]) => [
        ground,
        { description: `${of.join(', ')}: ${text.en} (${source})` },
      ]),
    ),
  });
  return { kinds, grounds };
}

const enumOf = (codes: object): Record<string, string> =>
  Object.fromEntries(Object.keys(codes).map((code) => [code, code]));

/** Makes the type of a domain's cases. */
export function caseTypeOf(definition: RightsDefinition, { kinds, grounds }: RightsEnums): ClassType<ShownCase> {
  const { name, party } = definition;
  const Step = stepTypeOf(definition);

  @ObjectType(`${name}RightsCase`, { description: 'What a person asked of the owner of their data.' })
  @Owner(party)
  class Case {
    @RightsField(() => ID, 'The number of the case.')
    id!: string;

    @RightsField(() => kinds, 'What was asked for.')
    kind!: string;

    @RightsField(() => ID, "The owner's internal id of the record; null where nothing was found about the person.")
    record!: string | null;

    @RightsField(() => String, 'The day on which it was received.')
    receivedOn!: string;

    @RightsField(
      () => String,
      'The last day for the answer, where the office is. Weekends, public holidays and days on which offices are closed are no working days.',
    )
    deadline!: string;

    @RightsField(
      () => String,
      'The last day to tell the person that the request came in; null where the law asks for no such word.',
    )
    confirmBy!: string | null;

    @RightsField(() => String, 'When the person was told that it came in; an ISO instant.')
    confirmedAt!: string | null;

    @RightsField(
      () => Boolean,
      'Whether a term is over: it is open after its deadline, or the person was not told in time that it came in.',
    )
    overdue!: boolean;

    @RightsField(() => RightsState, 'Where it stands.')
    state!: RightsState;

    @RightsField(() => grounds, 'Why it was refused.')
    ground!: string | null;

    @RightsField(() => String, 'The rule of law that sets the term.')
    source!: string;

    @RightsField(() => Int, 'How often it was changed: give it when you change it.')
    version!: number;

    @RightsField(() => [Step], 'What was done, the oldest first.')
    history!: object[];
  }
  return Case;
}

function stepTypeOf({ name, party }: RightsDefinition): ClassType<object> {
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
  return Step;
}
