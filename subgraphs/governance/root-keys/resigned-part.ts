import { isDeepStrictEqual } from 'node:util';
import { requestError } from '@pasarela/schema/errors';
import { OWNER_ALL } from '@pasarela/schema/labels/label';
import type { KeyChange } from '@pasarela/schema/rule-bundles/key-change';
import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { togetherSigned } from '@pasarela/schema/rule-bundles/sign';
import { contentOf, type Signed } from '@pasarela/schema/rule-bundles/signed';
import { withCountingSignatures } from '@pasarela/schema/rule-bundles/verify-signatures';
import { readSigned } from '../drafts/read-signed';
import type { RuleOffice } from '../rule-office';

/** Parts as a change's new key signed them, as JSON. @throws SIGNATURE_REFUSED for one that it did not sign. */
export async function resignedParts(
  texts: readonly string[],
  { party, number, key, development }: KeyChange,
  office: RuleOffice,
): Promise<string[]> {
  const newKey = new Map([[party, { party, number, key, development }]]);
  const parts: string[] = [];
  for (const text of texts) {
    const signed = await withCountingSignatures(readSigned(text), 'pasarela-rules+jws', newKey);
    if (!signed) throw refused('a part is not signed by the new key');
    parts.push(JSON.stringify(resignedPart(signed, party, office)));
  }
  return parts;
}

/**
 * A part as a new key signs it: the party's own under the next number, or one more signature under that of ALL.
 *
 * INVARIANT: nothing else of it differs: a change of the key never carries a change of the rules past its approval.
 * @throws SIGNATURE_REFUSED.
 */
function resignedPart(signed: Signed, party: string, office: RuleOffice): Signed {
  const { owner, number, issuedAt, ...rest } = contentOf(signed) as OwnerPart;
  if (owner === OWNER_ALL) return withAnotherSignature(signed, office.signedPartOf(OWNER_ALL));
  const { owner: _, number: newest = 0, issuedAt: before, ...rules } = office.partOf(party) ?? {};
  const isNext = owner === party && number === newest + 1 && typeof issuedAt === 'string';
  if (!isNext || !isDeepStrictEqual(rest, rules))
    throw refused(`the part is not rule set ${newest} of ${party} under the number ${newest + 1}`);
  return signed;
}

function withAnotherSignature(signed: Signed, inForce: Signed | undefined): Signed {
  if (!inForce || inForce.payload !== signed.payload) throw refused('the part of ALL is not the one in force');
  return togetherSigned([inForce, signed]);
}

const refused = (what: string) => requestError('SIGNATURE_REFUSED', { what });
