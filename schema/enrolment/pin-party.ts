import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { requestError } from '../errors';
import { keyFiles } from '../identity/key-files';
import { readTrustStore, type TrustStore, writeTrustStore } from '../identity/trust-store';
import { readPinnedOutbound, writePinnedOutbound } from '../outbound/outbound-file';
import { readHeldBundle } from '../rule-bundles/held-bundle-file';
import { majorityOf, type RootKeys } from '../rule-bundles/root-keys';
import { readRootKeys, writeRootKeys } from '../rule-bundles/root-keys-file';
import type { Admission, PinnedParties } from './admission';

/** What an operator pinned under a data directory; nothing where nothing was pinned yet. @throws for files that cannot be used. */
export const readPinnedParties = (dataDirectory: string): PinnedParties => ({
  issuers: readIfThere(keyFiles.issuers(dataDirectory), readTrustStore, new Map() as TrustStore),
  rootKeys: readIfThere(keyFiles.rootKeys(dataDirectory), readRootKeys, new Map() as RootKeys),
  outbound: readPinnedOutbound(keyFiles.outbound(dataDirectory)),
});

const readIfThere = <Content>(file: string, read: (file: string) => Content, none: Content): Content =>
  existsSync(file) ? read(file) : none;

/**
 * Pins what an admission adds, on the disk when this settles. One that is cut off is finished by doing it again.
 *
 * INVARIANT: the root key is pinned last: before it is, nothing that the party signs counts.
 * @throws QUORUM_LOST when with this party the rules of ALL that are held here would not count any more.
 */
export async function pinParty(dataDirectory: string, admission: Admission, now: Date): Promise<void> {
  const { issuers, rootKeys, outbound } = readPinnedParties(dataDirectory);
  const { issuer, rootKey, places } = admission;
  if (rootKey) await checkQuorum(dataDirectory, new Map([...rootKeys, [rootKey.party, rootKey]]), now);
  if (places.length > 0)
    writePinnedOutbound(keyFiles.outbound(dataDirectory), {
      ...outbound,
      pinned: [...new Set([...outbound.pinned, ...places])],
    });
  if (issuer) writeTrustStore(keyFiles.issuers(dataDirectory), new Map([...issuers, [issuer.issuer, issuer]]));
  if (rootKey) writeRootKeys(keyFiles.rootKeys(dataDirectory), new Map([...rootKeys, [rootKey.party, rootKey]]));
}

/** A point that starts verifies what it held again: the rules of ALL must still be signed by enough parties. */
async function checkQuorum(dataDirectory: string, rootKeys: RootKeys, now: Date): Promise<void> {
  const folder = keyFiles.heldRules(dataDirectory);
  const points = existsSync(folder) ? readdirSync(folder) : [];
  const held = points.flatMap((point) => ['newest', 'in-force'].map((kept) => path.join(folder, point, kept)));
  for (const directory of held) {
    const { refusals } = await readHeldBundle(directory, rootKeys, now);
    if (refusals.some(({ code }) => code === 'NO_QUORUM'))
      throw requestError('QUORUM_LOST', { needed: majorityOf(rootKeys.size) });
  }
}
