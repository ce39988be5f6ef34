import { loadContract } from '@pasarela/schema/contract';
import { isEvidenceField } from '@pasarela/schema/evidence/oversight';
import { OWNER_JOINT } from '@pasarela/schema/labels/label';
import { EvidenceFault } from './texts';

/** The field of a domain's evidence. */
export interface EvidenceField {
  readonly domain: string;
  readonly name: string;
  /** Several contribute to the domain, and each is told of its own part. */
  readonly isJoint: boolean;
}

/** The field of a domain's evidence. @throws EvidenceFault that lists the domains that have one. */
export function evidenceFieldOf(domain: string): EvidenceField {
  const all = evidenceFields();
  const found = all.find((field) => field.domain === domain);
  if (!found)
    throw new EvidenceFault('unknownDomain', { name: domain, known: all.map((one) => one.domain).join(', ') });
  return found;
}

/** The domains whose evidence a party may ask: its own, then those to which several contribute. */
export const domainsOf = (party: string): EvidenceField[] => [
  ...evidenceFields().filter(({ owner }) => owner === party),
  ...evidenceFields().filter(({ isJoint }) => isJoint),
];

function evidenceFields(): Array<EvidenceField & { readonly owner: string | undefined }> {
  const { labels } = loadContract();
  return [...labels.fields.values()]
    .filter(({ coordinate }) => isEvidenceField(coordinate))
    .map(({ coordinate, owner, subgraphs }) => ({
      domain: String(subgraphs[0]),
      name: coordinate.slice('Query.'.length),
      owner,
      isJoint: owner === OWNER_JOINT,
    }));
}
