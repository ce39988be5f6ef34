import type { KeyChange } from '@pasarela/schema/rule-bundles/key-change';
import { type RootKeys, thumbprintOf } from '@pasarela/schema/rule-bundles/root-keys';
import { contentOf, textOf } from '@pasarela/schema/rule-bundles/signed';
import { signersOf } from '@pasarela/schema/rule-bundles/verify-signatures';
import { readSigned } from '../drafts/read-signed';
import { RootKey, RootKeyChange } from './root-key';
import type { RootKeyChangeRow } from './root-key-change.model';

/** The keys that count, in the order of their parties. */
export function showRootKeys(keys: RootKeys): Promise<RootKey[]> {
  const sorted = [...keys.values()].sort((a, b) => (a.party < b.party ? -1 : 1));
  return Promise.all(
    sorted.map(async ({ party, number, key }) =>
      Object.assign(new RootKey(), { party, number, thumbprint: await thumbprintOf(key) }),
    ),
  );
}

/** A change as administrators see it. Whose key was changed meanwhile is not named among those who signed. */
export async function showChange(row: RootKeyChangeRow, keys: RootKeys): Promise<RootKeyChange> {
  const signed = readSigned(row.signed);
  return Object.assign(new RootKeyChange(), {
    party: row.party,
    number: row.number,
    thumbprint: await thumbprintOf((contentOf(signed) as KeyChange).key),
    inForce: row.state === 'IN_FORCE',
    signedBy: [...(await signersOf(signed, 'pasarela-root-key+jws', keys))].sort(),
    content: textOf(signed.payload),
  });
}
