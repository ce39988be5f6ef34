import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { officeOf } from '../governance-service';
import { changeRootKey } from './change-root-key';
import { RootKey, RootKeyChange } from './root-key';
import { type RootKeyChangeRow, rootKeyChangeModel } from './root-key-change.model';
import { showChange, showRootKeys } from './show-root-keys';

/** Answers which root keys count, and takes changes of them. */
@Resolver(() => RootKey)
export class RootKeyResolver {
  @Query(() => [RootKey], { nullable: true, description: 'The root keys with which parties sign their rules.' })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  rootKeys(@Ctx() context: ServeContext): Promise<RootKey[]> {
    return showRootKeys(officeOf(context).rootKeys());
  }

  @Query(() => [RootKeyChange], { nullable: true, description: 'Changes of root keys; the newest first.' })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async rootKeyChanges(@Ctx() context: ServeContext): Promise<RootKeyChange[]> {
    const rows = await rootKeyChangeModel(context.connection)
      .find()
      .sort({ changedAt: -1, _id: 1 })
      .lean<RootKeyChangeRow[]>();
    return Promise.all(rows.map((row) => showChange(row, officeOf(context).rootKeys())));
  }

  @Mutation(() => RootKeyChange, {
    nullable: true,
    description:
      'Hands in a signed change of a root key, or one more signature under it. In force with that of the old key, or of more than half of the other parties, two at least.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async changeRootKey(
    @Arg('signed', () => String) @Reads('RootKeyChange.content') signed: string,
    @Arg('resigned', () => [String], {
      nullable: true,
      description:
        "What the new key signed besides: the party's own rules as they are, under their next number, and the rules of ALL.",
    })
    @Reads('RootKeyChange.content')
    resigned: string[] | null,
    @Ctx() context: ServeContext,
  ): Promise<RootKeyChange> {
    return showChange(await changeRootKey({ signed, resigned: resigned ?? [] }, context), officeOf(context).rootKeys());
  }
}
