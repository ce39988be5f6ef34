import type { YamlFile } from '../read-yaml';
import { readYaml } from '../read-yaml';
import type { Grant } from '../rule';
import type { Check } from '../rule-context';
import type { RuleDocument } from '../rule-documents';
import type { Revocation } from './revocation';
import { type RevocationText, revocationFile } from './revocation-file';

/** An agreement that its owner took back: nothing is granted under it any more. */
export interface RevokedAgreement {
  readonly id: string;
  /** Throws where the owner has no such agreement among those that it has. */
  readonly mustBeOneOf: (known: ReadonlySet<string>) => void;
}

/** What a file of revocations says, and what must hold of it. */
export interface ReadRevocations {
  readonly revocations: readonly Revocation[];
  readonly revokedAgreements: readonly RevokedAgreement[];
  readonly checks: readonly Check[];
}

/**
 * Reads one file of revocations.
 *
 * INVARIANT: a party revokes its own people, keys and agreements alone.
 * @throws RuleFileError where it has not the shape of one.
 */
export function readRevocations({ file, text }: RuleDocument, owner: string): ReadRevocations {
  const yaml = readYaml(file, text, revocationFile);
  const { content, errorAt } = yaml;
  const ownCheck = () => {
    if (content.owner !== owner) throw errorAt(['owner'], `is of ${content.owner}, and stands in the part of ${owner}`);
  };
  return {
    revocations: revocationsOf(content),
    revokedAgreements: (content.agreements ?? []).map(({ agreement }, index) =>
      revokedAgreement(agreement, index, yaml),
    ),
    checks: [ownCheck],
  };
}

/** INVARIANT: an agreement that its owner has not is a fault: a misspelt one would revoke nothing. */
function revokedAgreement(id: string, index: number, { errorAt, content }: YamlFile<RevocationText>): RevokedAgreement {
  const mustBeOneOf = (known: ReadonlySet<string>) => {
    if (known.has(id)) return;
    const names = [...known].sort();
    const cause = `${id} is no agreement of ${content.owner}; it has ${names.join(', ') || 'none'}`;
    throw errorAt(['agreements', index], cause, { written: id, known: names });
  };
  return { id, mustBeOneOf };
}

function revocationsOf({ owner: party, persons = [], keys = [] }: RevocationText): Revocation[] {
  return [
    ...persons.map((one) => ({ kind: 'PERSON' as const, party, ...one })),
    ...keys.map((one) => ({ kind: 'KEY' as const, party, ...one })),
  ];
}

/** The ids of the agreements under which an owner grants something. */
export const agreementsOf = (grants: readonly Grant[]): ReadonlySet<string> =>
  new Set(grants.map(({ agreement }) => agreement.id));

/** The grants that are left when agreements are revoked. @throws RuleFileError for an agreement that is not there. */
export function withoutRevoked(grants: readonly Grant[], revoked: readonly RevokedAgreement[]): Grant[] {
  const known = agreementsOf(grants);
  for (const { mustBeOneOf } of revoked) mustBeOneOf(known);
  const gone = new Set(revoked.map(({ id }) => id));
  return grants.filter(({ agreement }) => !gone.has(agreement.id));
}
