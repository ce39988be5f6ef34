import { type ClassType, Ctx, Query, Resolver } from 'type-graphql';
import { Owner, Sensitivity } from '../domain/labels';
import type { ServeContext } from '../domain/serve-context';
import { type CaseOwner, rootOf } from './case-domain';
import { traffickingFigureType } from './trafficking-figure';
import { type TraffickingFigureRow, traffickingFigureModel } from './trafficking-figure.model';
import { type Absence, traffickingYears } from './trafficking-years';

/** Makes the resolver of an owner's published figures of trafficking in persons. */
export function traffickingFigureResolver(owner: CaseOwner, absence: Absence): ClassType<object> {
  const figureType = traffickingFigureType(owner);

  @Resolver()
  class TraffickingFigureResolver {
    @Query(() => [figureType], {
      name: `${rootOf(owner)}TraffickingFigures`,
      nullable: true,
      description: `Published figures of trafficking in persons in ${owner.name}, 2019 to 2024: a row a publication, and one where none is held.`,
    })
    @Owner(owner.party)
    @Sensitivity('PUBLIC')
    async figures(@Ctx() { connection }: ServeContext): Promise<object[]> {
      const rows = await traffickingFigureModel(connection).find().lean<TraffickingFigureRow[]>();
      return traffickingYears(rows, owner, absence).map((values) => Object.assign(new figureType(), values));
    }
  }
  return TraffickingFigureResolver;
}
