import { type ConnectionPage, PageArguments } from '@pasarela/serve/domain/connection';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { withRecord } from '@pasarela/serve/domain/raw-record';
import { readPage } from '@pasarela/serve/domain/read-page';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { FamilyTracingReferral, FamilyTracingReferralConnection } from './family-tracing';
import { familyTracingModel } from './family-tracing.model';

/** Answers referrals for family tracing to those between whom they are. */
@Resolver()
export class FamilyTracingResolver {
  @Query(() => FamilyTracingReferralConnection, {
    nullable: true,
    description: 'Referrals for family tracing, for their contributor and the addressed organisation alone.',
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  async familyTracingReferrals(
    @Args() page: PageArguments,
    @Ctx() { connection, ids, existing }: ServeContext,
  ): Promise<ConnectionPage<FamilyTracingReferral>> {
    return readPage(page, {
      type: 'FamilyTracingReferral',
      ids,
      model: familyTracingModel(connection),
      matching: [existing('FamilyTracingReferral')],
      nodeOf: (stored) => {
        const { _id, ...document } = stored;
        const id = ids.seal('FamilyTracingReferral', _id);
        return withRecord(Object.assign(new FamilyTracingReferral(), { ...document, id }), stored);
      },
    });
  }
}
