import { Arg, type ClassType, Ctx, Field, ID, InputType, Int, Resolver } from 'type-graphql';
import { Reads } from '../domain/labels';
import type { ServeContext } from '../domain/serve-context';
import { answerCase, type CaseChange, type CaseRefusal, confirmCase, extendCase, refuseCase } from './change-case';
import { OwnMutation } from './own-field';
import type { RightsDefinition } from './rights-definition';
import { showCase } from './show-case';

/** Makes the resolver with which the office confirms, puts off, answers and refuses cases. */
export function rightsCaseChangeResolver(
  definition: RightsDefinition,
  { caseType, grounds }: { readonly caseType: ClassType<object>; readonly grounds: object },
): ClassType<object> {
  const { name, party } = definition;
  const inputType = inputOf(definition);
  const refusalType = refusalOf(definition, { inputType, grounds });

  @Resolver()
  class RightsCaseChangeResolver {
    @OwnMutation(() => caseType, {
      party,
      name: `confirm${name}RightsCase`,
      description: 'Notes that the person was told that the request came in, once.',
    })
    async confirm(@Arg('input', () => inputType) input: CaseChange, @Ctx() context: ServeContext) {
      return showCase(await confirmCase(input, context), definition, context.now);
    }

    @OwnMutation(() => caseType, {
      party,
      name: `extend${name}RightsCase`,
      description:
        'Puts the answer off, once and before its term is over, as the law allows; the note is what the person is told.',
    })
    async extend(@Arg('input', () => inputType) input: CaseChange, @Ctx() context: ServeContext) {
      return showCase(await extendCase(input, context), definition, context.now);
    }

    @OwnMutation(() => caseType, {
      party,
      name: `answer${name}RightsCase`,
      description: 'Closes a case as answered.',
    })
    async answer(@Arg('input', () => inputType) input: CaseChange, @Ctx() context: ServeContext) {
      return showCase(await answerCase(input, context), definition, context.now);
    }

    @OwnMutation(() => caseType, {
      party,
      name: `refuse${name}RightsCase`,
      description: 'Closes a case as refused. The person is told the ground; the note stays in the office.',
    })
    async refuse(@Arg('input', () => refusalType) input: CaseRefusal, @Ctx() context: ServeContext) {
      return showCase(await refuseCase(input, context), definition, context.now);
    }
  }
  return RightsCaseChangeResolver;
}

function inputOf({ name }: RightsDefinition): ClassType<CaseChange> {
  @InputType(`${name}RightsCaseChangeInput`, { description: 'Which case is changed, as it was read.' })
  class ChangeInput {
    @Field(() => ID, { description: 'The case.' })
    @Reads(`${name}RightsCase.id`)
    id!: string;

    @Field(() => Int, { description: 'Its version when it was read.' })
    @Reads(`${name}RightsCase.version`)
    expectedVersion!: number;

    @Field(() => String, { description: 'What is noted, 1 to 1000 characters.' })
    @Reads(`${name}RightsCase.history`)
    note!: string;
  }
  return ChangeInput;
}

function refusalOf(
  { name }: RightsDefinition,
  { inputType, grounds }: { readonly inputType: ClassType<CaseChange>; readonly grounds: object },
): ClassType<CaseRefusal> {
  @InputType(`${name}RightsRefusalInput`, { description: 'Which case is refused, as it was read, and why.' })
  class RefusalInput extends inputType {
    @Field(() => grounds, { description: 'The reason that the person is told.' })
    @Reads(`${name}RightsCase.ground`)
    ground!: string;
  }
  return RefusalInput;
}
