import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { ListPageArguments, listPage } from '../in-force/list-page';
import { countsByParty, registeredQuestions, showQuestion } from './read-questions';
import { removeQuestion } from './remove-question';
import { saveQuestion } from './save-question';
import { QuestionCount, SavedQuestion, SaveQuestionInput } from './saved-question';

/** Lets a party say what it asks again and again. */
@Resolver(() => SavedQuestion)
export class SavedQuestionResolver {
  @Query(() => [SavedQuestion], { nullable: true, description: "Your own party's questions, by their ids." })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async savedQuestions(
    @Args(() => ListPageArguments) page: ListPageArguments,
    @Ctx() { connection, requester }: ServeContext,
  ): Promise<SavedQuestion[]> {
    const questions = await registeredQuestions(connection, requester.party);
    return listPage(
      questions.map(({ row }) => showQuestion(row)),
      page,
    );
  }

  @Query(() => [QuestionCount], { nullable: true, description: 'How many questions each party has saved.' })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async savedQuestionCounts(@Ctx() { connection }: ServeContext): Promise<QuestionCount[]> {
    return countsByParty(await registeredQuestions(connection));
  }

  @Mutation(() => SavedQuestion, {
    nullable: true,
    description:
      'Saves a question of your own party, so that it is known whom a change of rules reaches. Safe to retry with the same clientKey.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async saveQuestion(
    @Arg('input', () => SaveQuestionInput) input: SaveQuestionInput,
    @Ctx() context: ServeContext,
  ): Promise<SavedQuestion> {
    return showQuestion(await saveQuestion(input, context));
  }

  @Mutation(() => SavedQuestion, { nullable: true, description: 'Removes a question of your own party.' })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async removeQuestion(
    @Arg('name', () => String) @Reads('SavedQuestion.name') name: string,
    @Ctx() context: ServeContext,
  ): Promise<SavedQuestion> {
    return showQuestion(await removeQuestion(name, context));
  }
}
