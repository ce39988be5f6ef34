import type { Requester } from '../../identity/requester';
import { constantPart } from '../leaves/constant-part';
import type { RecordedLeaf } from '../leaves/leaf';

/** Who asks, as a leaf names them. */
export type LeafRequester = Extract<RecordedLeaf, { requester: unknown }>['requester'];

/** What a leaf needs to know of who asks. */
export type NamedRequester = Pick<Requester, 'party' | 'agency' | 'id' | 'roles'>;

/** By the verified requester, which is the same object as long as its token is remembered. */
const known = new WeakMap<NamedRequester, LeafRequester>();

/** What a leaf says of who asks; written out once for each verified token. */
export function requesterOfLeaf(requester: NamedRequester): LeafRequester {
  const kept = known.get(requester);
  if (kept) return kept;
  const { party, agency, id, roles } = requester;
  const made = constantPart({ party, agency, id, roles: [...roles] });
  known.set(requester, made);
  return made;
}
