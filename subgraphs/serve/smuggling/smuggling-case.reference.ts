import { batchPerConnection } from '../domain/batch-per-connection';
import type { ServeContext } from '../domain/serve-context';
import type { ReferenceResolver } from '../domain/subgraph-definition';
import { type CaseOwner, caseTypeName } from './case-domain';
import type { SmugglingCase } from './smuggling-case';
import { type SmugglingCaseRow, smugglingCaseModel } from './smuggling-case.model';
import type { CaseNodeOf } from './smuggling-case-node';

const casesOf = (owner: CaseOwner) =>
  batchPerConnection<string, SmugglingCaseRow>((connection) => async (ids) => {
    const rows = await smugglingCaseModel(connection, owner)
      .find({ _id: { $in: [...ids] } })
      .lean<SmugglingCaseRow[]>();
    const byId = new Map(rows.map((row) => [row._id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });

/** Finds one case; null when the id was not given to this requester for this purpose. */
export type CaseByOpaqueId = (id: string, context: ServeContext) => Promise<SmugglingCase | null>;

/** How an owner's cases are found by their opaque ids. */
export function casesByOpaqueId(owner: CaseOwner, nodeOf: CaseNodeOf): CaseByOpaqueId {
  const batchOf = casesOf(owner);
  return async (id, context) => {
    const internalId = context.ids.open(caseTypeName(owner), id);
    if (internalId === null) return null;
    const row = await context.loaders.for(batchOf(context.connection)).load(internalId);
    return row && nodeOf(row, context);
  };
}

/** A case from the key that another subgraph holds of it. */
export const smugglingCaseReference =
  (caseByOpaqueId: CaseByOpaqueId): ReferenceResolver =>
  ({ id }, context) =>
    typeof id === 'string' ? caseByOpaqueId(id, context) : null;
