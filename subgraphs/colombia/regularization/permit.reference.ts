import { batchPerConnection } from '@pasarela/serve/domain/batch-per-connection';
import type { ReferenceResolver } from '@pasarela/serve/domain/subgraph-definition';
import { type PermitRow, permitModel } from './permit.model';
import { permitNode } from './permit-node';

const permitsOf = batchPerConnection<string, PermitRow>((connection) => async (ids) => {
  const rows = await permitModel(connection)
    .find({ _id: { $in: [...ids] } })
    .lean<PermitRow[]>();
  const byId = new Map(rows.map((row) => [row._id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});

/** A permit from its opaque id; null when the id was not given to this requester for this purpose. */
export const permitReference: ReferenceResolver = async ({ id }, context) => {
  const internalId = typeof id === 'string' ? context.ids.open('Permit', id) : null;
  if (internalId === null) return null;
  const row = await context.loaders.for(permitsOf(context.connection)).load(internalId);
  return row && permitNode(row, context.ids);
};
