import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, Query, Resolver } from 'type-graphql';
import { ControlPost } from './control-post';
import { type ControlPostDocument, controlPostModel } from './control-post.model';
import { placeOf } from './place';

/** Answers the synthetic posts of state presence along the border. */
@Resolver(() => ControlPost)
export class ControlPostResolver {
  @Query(() => [ControlPost], {
    nullable: true,
    description: 'Posts of state presence along the border. SYNTHETIC rows.',
  })
  @Owner('PAN')
  @Sensitivity('OPERATIONAL')
  async controlPosts(@Ctx() { connection, ids }: ServeContext): Promise<ControlPost[]> {
    const posts = await controlPostModel(connection).find().sort({ _id: 1 }).lean<ControlPostDocument[]>();
    return ids
      .inOrder('ControlPost', posts, ({ _id }) => _id)
      .map(({ _id, place, ...post }) =>
        Object.assign(new ControlPost(), { ...post, id: ids.seal('ControlPost', _id), place: placeOf(place) }),
      );
  }
}
