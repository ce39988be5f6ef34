import { requestError } from '@pasarela/schema/errors';
import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { governanceOf } from '../governance-service';
import { oneOf } from '../in-force/one-of';
import { showDeprecation } from '../in-force/show-rules';
import { FieldUse } from './field-use';
import { countsByParty, registeredQuestions, showQuestion } from './read-questions';

/** Answers who would miss a field. */
@Resolver(() => FieldUse)
export class FieldUseResolver {
  @Query(() => FieldUse, {
    nullable: true,
    description: "Which saved questions use a field: your own party's by name, others' as counts.",
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async fieldUse(
    @Arg('coordinate', () => String, { description: 'The field, Type.field.' })
    @Reads('FieldUse.coordinate')
    coordinate: string,
    @Ctx() context: ServeContext,
  ): Promise<FieldUse> {
    const { office, questions } = governanceOf(context);
    const { fields } = office.labels;
    const label = fields.get(oneOf('coordinate', coordinate, [...fields.keys()]));
    if (!label?.owner) throw requestError('BAD_INPUT', { what: `${coordinate} follows the field that returns it` });
    const all = await registeredQuestions(context.connection);
    const using = all.filter((question) => questions.fieldsUsed(question).has(coordinate));
    const own = using.filter(({ party }) => party === context.requester.party);
    const deprecation = office.ruleSet().deprecations.get(coordinate);
    return Object.assign(new FieldUse(), {
      coordinate,
      owner: label.owner,
      deprecation: deprecation ? showDeprecation(deprecation) : null,
      questions: own.map(({ row }) => showQuestion(row)),
      others: countsByParty(using.filter((question) => !own.includes(question))),
      partners: new Set(using.map(({ party }) => party).filter((party) => party !== label.owner)).size,
    });
  }
}
