import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { explainField, simulateQuestion } from './simulate-question';
import { Explanation, Simulation } from './simulation';
import { ReasonLanguage, SimulatedQuestionInput, SimulatedRequestInput } from './simulation-input';

/** Answers what somebody would get, and why, by the rules in force or by a draft. */
@Resolver(() => Simulation)
export class SimulationResolver {
  @Query(() => Simulation, {
    nullable: true,
    description: 'What a question would come to for somebody, by the rules in force or by a draft, on any day.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  simulate(
    @Arg('question', () => SimulatedQuestionInput) question: SimulatedQuestionInput,
    @Arg('request', () => SimulatedRequestInput) request: SimulatedRequestInput,
    @Arg('language', () => ReasonLanguage, { defaultValue: ReasonLanguage.en, description: 'The language of reasons.' })
    @Reads('SimulatedField.reason')
    language: ReasonLanguage,
    @Ctx() context: ServeContext,
  ): Promise<Simulation> {
    return simulateQuestion(question, { ...request, language }, context);
  }

  @Query(() => Explanation, {
    nullable: true,
    description: 'Why somebody gets what they get of a field: every rule that speaks of it, which apply, and the sum.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  explain(
    @Arg('coordinate', () => String, { description: 'The field, Type.field.' })
    @Reads('Explanation.coordinate')
    coordinate: string,
    @Arg('request', () => SimulatedRequestInput) request: SimulatedRequestInput,
    @Ctx() context: ServeContext,
  ): Promise<Explanation> {
    return explainField(coordinate, request, context);
  }
}
