import type { ConnectionPage } from '@pasarela/serve/domain/connection';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { readPage } from '@pasarela/serve/domain/read-page';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { ReturnManifestEntry } from './return-manifest-entry';
import { type ReturnManifestEntryDocument, returnManifestEntryModel } from './return-manifest-entry.model';
import { returnManifestEntryNode } from './return-manifest-entry-node';
import {
  ReturnManifestEntryArguments,
  ReturnManifestEntryConnection,
  type ReturnManifestEntryFilter,
} from './return-manifest-entry-page';

/** Answers the synthetic manifests, page by page. */
@Resolver(() => ReturnManifestEntry)
export class ReturnManifestEntryResolver {
  @Query(() => ReturnManifestEntryConnection, {
    nullable: true,
    description:
      'Manifests of return flights, a row a person. SYNTHETIC rows; never to be set beside published counts. A state finds its own nationals only.',
  })
  @Owner('PAN')
  @Sensitivity('OPERATIONAL')
  async returnManifestEntries(
    @Args() page: ReturnManifestEntryArguments,
    @Ctx() { connection, ids, existing }: ServeContext,
  ): Promise<ConnectionPage<ReturnManifestEntry>> {
    return readPage(page, {
      type: 'ReturnManifestEntry',
      ids,
      model: returnManifestEntryModel(connection),
      matching: [existing('ReturnManifestEntry'), conditionsOf(page.filter)],
      nodeOf: (entry) => returnManifestEntryNode(entry, ids),
    });
  }
}

function conditionsOf(filter: ReturnManifestEntryFilter | null | undefined): Partial<ReturnManifestEntryDocument> {
  const given = Object.entries(filter ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given);
}
