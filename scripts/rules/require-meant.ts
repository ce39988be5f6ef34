import { isDeepStrictEqual } from 'node:util';
import { loadContract } from '@pasarela/schema/contract';
import { makePart } from '@pasarela/schema/rule-bundles/make-part';
import { DEFAULT_MAX_STALENESS_SECONDS, ownerPart, type PartDocument } from '@pasarela/schema/rule-bundles/owner-part';

/**
 * Refuses what would have somebody sign other rules than the files that they gave.
 *
 * INVARIANT: what is signed is made of this machine's own files and contract: whoever hosts the rules only names the
 * number and the instant. @throws one line.
 */
export function requireMeant(payload: string | null, owner: string, documents: readonly PartDocument[]): void {
  const given = ownerPart.safeParse(JSON.parse(payload ?? 'null'));
  const { number, issuedAt, maxStalenessSeconds } = given.data ?? {};
  if (number !== undefined && issuedAt !== undefined && (maxStalenessSeconds ?? 0) <= DEFAULT_MAX_STALENESS_SECONDS) {
    const { labels } = loadContract();
    const meant = makePart({ owner, number, issuedAt, documents, labels, maxStalenessSeconds });
    if (isDeepStrictEqual(given.data, meant)) return;
  }
  throw new Error(
    `What would be signed is not what the files of ${owner} and this machine's schema say: nothing is signed. Compare with whoever hosts the rules.`,
  );
}
