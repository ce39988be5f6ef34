import { batchPerConnection } from '@pasarela/serve/domain/batch-per-connection';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { ReferenceResolver } from '@pasarela/serve/domain/subgraph-definition';
import type { SmugglingCase } from './smuggling-case';
import { type SmugglingCaseRow, smugglingCaseModel } from './smuggling-case.model';
import { smugglingCaseNode } from './smuggling-case-node';

const casesOf = batchPerConnection<string, SmugglingCaseRow>((connection) => async (ids) => {
  const rows = await smugglingCaseModel(connection)
    .find({ _id: { $in: [...ids] } })
    .lean<SmugglingCaseRow[]>();
  const byId = new Map(rows.map((row) => [row._id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});

/** A case by its opaque id; null when the id was not given to this requester for this purpose. */
export async function caseByOpaqueId(id: string, context: ServeContext): Promise<SmugglingCase | null> {
  const internalId = context.ids.open('SmugglingCase', id);
  if (internalId === null) return null;
  const row = await context.loaders.for(casesOf(context.connection)).load(internalId);
  return row && smugglingCaseNode(row, context);
}

/** A case from the key that another subgraph holds of it. */
export const smugglingCaseReference: ReferenceResolver = ({ id }, context) =>
  typeof id === 'string' ? caseByOpaqueId(id, context) : null;
