import { requestError } from '@pasarela/schema/errors';
import type { Signed } from '@pasarela/schema/rule-bundles/signed';
import { isDuplicateKey } from '@pasarela/serve/domain/duplicate-key';
import type { Connection } from 'mongoose';
import { type PublishedPart, publishedPart, publishedPartModel } from '../publications/published-part.model';
import type { RuleOffice } from '../rule-office';

/** A signed part, and who publishes it. */
export interface Publication {
  readonly owner: string;
  readonly number: number;
  readonly signed: Signed;
  readonly publishedBy: string;
  readonly draft: string | null;
}

/**
 * Publishes a signed part: kept first, then distributed.
 *
 * INVARIANT: the unique id decides between two publications of one number; the second publishes nothing.
 * @throws SIGNATURE_REFUSED when enforcement points would refuse it, DRAFT_OUTDATED when the number is taken.
 */
export function publishPart(
  office: RuleOffice,
  publication: Publication,
  store: PublicationStore,
): Promise<PublishedPart> {
  // In turn: what one publication is added to, another one must not have replaced meanwhile.
  return office.inTurn(() => publishNow(office, publication, store));
}

/** Where publications are kept, and when this one is. */
export interface PublicationStore {
  readonly connection: Connection;
  readonly now: Date;
}

async function publishNow(
  office: RuleOffice,
  publication: Publication,
  { connection, now }: PublicationStore,
): Promise<PublishedPart> {
  const { owner, signed } = publication;
  const held = await office.withPart(owner, signed);
  const row = publishedPart({ ...publication, now });
  try {
    await publishedPartModel(connection).create(row);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw requestError('DRAFT_OUTDATED', { owner, number: office.numberOf(owner) });
  }
  office.hold(held);
  return row;
}
