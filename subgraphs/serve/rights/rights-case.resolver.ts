import { Arg, type ClassType, Ctx, Field, ID, InputType, Int, Resolver } from 'type-graphql';
import { CLIENT_KEY_DESCRIPTION } from '../domain/client-key';
import { Reads } from '../domain/labels';
import type { ServeContext } from '../domain/serve-context';
import { openCases } from './list-cases';
import { type OpenCaseInput, openCase } from './open-case';
import { OwnMutation, OwnQuery, questionName } from './own-field';
import type { RightsDefinition } from './rights-definition';
import { showCase } from './show-case';

/** Makes the resolver with which the office opens cases and lists those that are open. */
export function rightsCaseResolver(
  definition: RightsDefinition,
  { caseType, kinds }: { readonly caseType: ClassType<object>; readonly kinds: object },
): ClassType<object> {
  const { name, party } = definition;
  const inputType = inputOf(definition, kinds);

  @Resolver()
  class RightsCaseResolver {
    @OwnQuery(() => [caseType], {
      party,
      name: `${questionName(name)}RightsCases`,
      description:
        'Open cases of data subjects, the overdue ones first, by the term that ends next; at most a hundred.',
    })
    async cases(
      @Arg('withinDays', () => Int, { nullable: true, description: 'Only those that end within so many days.' })
      @Reads(`${name}RightsCase.deadline`)
      withinDays: number | null,
      @Ctx() context: ServeContext,
    ) {
      const rows = await openCases(withinDays ?? null, context);
      return rows.map((row) => showCase(row, definition, context.now));
    }

    @OwnMutation(() => caseType, {
      party,
      name: `open${name}RightsCase`,
      description: 'Opens a case for what a person asked. Safe to retry with the same clientKey.',
    })
    async open(@Arg('input', () => inputType) input: OpenCaseInput, @Ctx() context: ServeContext) {
      return showCase(await openCase({ ...input, record: input.record ?? null }, context), definition, context.now);
    }
  }
  return RightsCaseResolver;
}

function inputOf({ name }: RightsDefinition, kinds: object): ClassType<OpenCaseInput> {
  @InputType(`Open${name}RightsCaseInput`, { description: 'What a person asked for, and when it came in.' })
  class OpenInput {
    @Field(() => kinds, { description: 'What was asked for.' })
    @Reads(`${name}RightsCase.kind`)
    kind!: string;

    @Field(() => ID, {
      nullable: true,
      description: "The owner's internal id of the record; null where nothing was found about the person.",
    })
    @Reads(`${name}RightsCase.record`)
    record!: string | null;

    @Field(() => String, { description: 'The day on which it was received (2026-01-15).' })
    @Reads(`${name}RightsCase.receivedOn`)
    receivedOn!: string;

    @Field(() => String, { description: CLIENT_KEY_DESCRIPTION })
    @Reads(`${name}RightsCase.id`)
    clientKey!: string;
  }
  return OpenInput;
}
