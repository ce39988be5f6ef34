import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { personOf } from '../drafts/draft-rules';
import { type AccessRequestRow, accessRequestModel } from './access-request.model';
import { type SettledRequest, settledRequests } from './settled-requests';

const MAX_LISTED = 100;

/** The requests of who asks, the newest first. */
export async function myAccessRequests(context: ServeContext): Promise<SettledRequest[]> {
  const { party, agency, id } = personOf(context);
  const rows = await accessRequestModel(context.connection)
    .find({ 'by.party': party, 'by.agency': agency, 'by.id': id })
    .sort({ askedAt: -1, _id: 1 })
    .limit(MAX_LISTED)
    .lean<AccessRequestRow[]>();
  return settledRequests(rows, context);
}
