import { isDeepStrictEqual } from 'node:util';
import { RuleFileError } from '../read-yaml';
import type { Grant } from '../rule';
import type { RuleDocument } from '../rule-documents';
import { type ReadRevocations, readRevocations } from './read-revocations';
import type { Revocation } from './revocation';

/** What the documents of a rejected part take back all the same. */
export interface TakenBack {
  readonly revocations: readonly Revocation[];
  readonly agreements: ReadonlySet<string>;
  /** Whether a file of revocations cannot be read: nobody knows whom it names. */
  readonly isPartial: boolean;
}

/**
 * What a part that is rejected for a fault elsewhere takes back.
 *
 * INVARIANT: whoever makes another party's part invalid lets nobody in whom that party revoked (threat 53).
 */
export function takenBackBy(documents: readonly RuleDocument[], owner: string): TakenBack {
  const files = documents.filter(({ kind }) => kind === 'revocations').map((document) => readIfOwn(document, owner));
  const read = files.filter((file) => file !== undefined);
  return {
    revocations: read.flatMap(({ revocations }) => revocations),
    agreements: new Set(read.flatMap(({ revokedAgreements }) => revokedAgreements.map(({ id }) => id))),
    isPartial: read.length < files.length,
  };
}

function readIfOwn(document: RuleDocument, owner: string): ReadRevocations | undefined {
  try {
    const read = readRevocations(document, owner);
    for (const check of read.checks) check();
    return read;
  } catch (error) {
    if (!(error instanceof RuleFileError)) throw error;
    return undefined;
  }
}

/** A part without what is taken back, and with the revocations that it had not yet. */
export function withTakenBack<Part extends { grants: readonly Grant[]; revocations: readonly Revocation[] }>(
  part: Part,
  { revocations, agreements }: TakenBack,
): Part {
  const further = revocations.filter((one) => !part.revocations.some((known) => isDeepStrictEqual(known, one)));
  return {
    ...part,
    grants: part.grants.filter(({ agreement }) => !agreements.has(agreement.id)),
    revocations: [...part.revocations, ...further],
  };
}
