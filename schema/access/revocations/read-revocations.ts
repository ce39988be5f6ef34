import type { RuleFileError, YamlFile } from '../read-yaml';
import { readYaml } from '../read-yaml';
import type { RuleDocument } from '../rule-documents';
import type { Revocation } from './revocation';
import { type RevocationText, revocationFile } from './revocation-file';

/** What a party took back. */
export interface OwnersRevocations {
  readonly revocations: readonly Revocation[];
  /** The ids of its own agreements that grant nothing any more. */
  readonly agreements: ReadonlySet<string>;
}

/**
 * Reads the revocations of one owner's part.
 *
 * INVARIANT: a party revokes its own people, keys and agreements alone. An agreement that it has not is a fault:
 * a misspelt one would revoke nothing.
 *
 * @param known the ids of the owner's agreements.
 * @throws RuleFileError with file and line.
 */
export function readRevocations(
  documents: readonly RuleDocument[],
  owner: string,
  known: ReadonlySet<string>,
): OwnersRevocations {
  const files = documents
    .filter(({ kind }) => kind === 'revocations')
    .map(({ file, text }) => readYaml(file, text, revocationFile));
  for (const file of files) checkFile(file, owner, known);
  return {
    revocations: files.flatMap(({ content }) => revocationsOf(content)),
    agreements: new Set(files.flatMap(({ content }) => content.agreements ?? []).map(({ agreement }) => agreement)),
  };
}

function checkFile({ content, errorAt }: YamlFile<RevocationText>, owner: string, known: ReadonlySet<string>): void {
  if (content.owner !== owner) throw errorAt(['owner'], `is of ${content.owner}, and stands in the part of ${owner}`);
  const index = content.agreements?.findIndex(({ agreement }) => !known.has(agreement)) ?? -1;
  if (index >= 0) throw unknownAgreement(content, index, { errorAt, owner, known });
}

interface Place {
  readonly errorAt: (path: ReadonlyArray<string | number>, cause: string) => RuleFileError;
  readonly owner: string;
  readonly known: ReadonlySet<string>;
}

const unknownAgreement = ({ agreements }: RevocationText, index: number, { errorAt, owner, known }: Place) =>
  errorAt(
    ['agreements', index],
    `${agreements?.[index]?.agreement} is no agreement of ${owner}; it has ${[...known].sort().join(', ') || 'none'}`,
  );

function revocationsOf({ owner: party, persons = [], keys = [] }: RevocationText): Revocation[] {
  return [
    ...persons.map((one) => ({ kind: 'PERSON' as const, party, ...one })),
    ...keys.map((one) => ({ kind: 'KEY' as const, party, ...one })),
  ];
}
